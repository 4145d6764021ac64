import { useEffect, useState } from 'react';
import { leave } from '../../platform/field.ts';
import type { Identity } from '../../platform/identity.ts';
import { mutate, RpcError } from '../../platform/rpc.ts';
import { signIn, useSession } from '../../platform/session.ts';
import { reasonOf, useDoor } from '../../platform/use-door.ts';
import { type DeadEnd, deadEndIn, deadEndOf, type Look } from './standing.ts';

/** `other`: somebody else is at work in this browser. `accepted`: done, and the session is still to be opened by hand. */
export type Standing =
  | { readonly kind: 'looking' | 'accepted' }
  | { readonly kind: 'closed'; readonly end: DeadEnd }
  | { readonly kind: 'other'; readonly look: Look; readonly name: string }
  | { readonly kind: 'open'; readonly look: Look };

export interface Invitation {
  readonly standing: Standing;
  readonly isBusy: boolean;
  /** About what was typed. */
  readonly refused: RpcError | null;
  accept(typed: { readonly password: string; readonly name?: string }): Promise<void>;
  /** Signs the other person out; their unsent work stays. */
  makeRoom(): Promise<void>;
  lookAgain(): void;
}

interface Opening {
  readonly kind: 'phone' | 'desktop';
  onSignedIn(identity: Identity): void;
}

export function useInvitation(token: string, { kind, onSignedIn }: Opening): Invitation {
  const [looked, setLooked] = useState<Look | RpcError | null>(null);
  const [isAccepted, setAccepted] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const session = useSession();
  const door = useDoor('invitation.accept');
  const look = () => {
    setLooked(null);
    mutate('invitation.look', { token }).then(setLooked, (error) => setLooked(error instanceof RpcError ? error : new RpcError('INTERNAL')));
  };
  useEffect(look, [token]);
  const seen = { looked, refused: door.refused, here: session.kind === 'person' ? session.identity.user : null };
  return {
    standing: isAccepted ? { kind: 'accepted' } : standingOf(seen),
    isBusy: door.isBusy || isLeaving,
    refused: door.refused,
    lookAgain: look,
    makeRoom: async () => {
      setLeaving(true);
      await leave();
      door.forget();
      setLeaving(false);
    },
    accept: async (typed) => {
      const done = await door.go({ token, ...typed });
      if (done === null) return;
      const opened = await signIn({ email: done.email, password: typed.password, organisation: done.organisation }, kind);
      if (opened.kind === 'signed_in') onSignedIn(opened.identity);
      else setAccepted(true);
    },
  };
}

interface Seen {
  readonly looked: Look | RpcError | null;
  readonly refused: RpcError | null;
  readonly here: Identity['user'] | null;
}

function standingOf({ looked, refused, here }: Seen): Standing {
  if (looked === null) return { kind: 'looking' };
  if (looked instanceof RpcError) return { kind: 'closed', end: deadEndIn(looked) ?? 'unreached' };
  const end = deadEndOf(looked) ?? deadEndIn(refused);
  if (end !== null) return { kind: 'closed', end };
  const name = refused?.details['name'];
  if (reasonOf(refused) === 'signed_in_as_other') return { kind: 'other', look: looked, name: typeof name === 'string' ? name : '' };
  // To an e-mail that moves, the person is known by their old one: the server tells.
  if (here !== null && looked.kind !== 'email' && here.email !== looked.email) return { kind: 'other', look: looked, name: here.name };
  return { kind: 'open', look: looked };
}
