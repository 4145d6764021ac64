import { useState } from 'react';
import { useRefusal } from '../../platform/messages/refusals.ts';
import type { Language } from '../../platform/preferences.ts';
import type { RpcError } from '../../platform/rpc.ts';
import { signIn } from '../../platform/session.ts';
import { reasonOf, useDoor } from '../../platform/use-door.ts';
import { type Draft, type Problems, problemsAt, problemsOf, setupOf } from './draft.ts';

/** `done`: the organisation is there, and somebody has to sign in by hand. */
export type Outcome = { readonly kind: 'asking' } | { readonly kind: 'refused'; readonly message: string } | { readonly kind: 'done' | 'set_up' };

export interface FirstStart {
  readonly draft: Draft;
  readonly problems: Problems;
  readonly outcome: Outcome;
  readonly isBusy: boolean;
  change(wish: Partial<Draft>): void;
  submit(): Promise<void>;
}

const emptyDraft = (language: Language): Draft => ({
  ...{ code: '', organisationName: '', language, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone },
  ...{ adminName: '', email: '', password: '', siteName: '', siteCode: null, address: '', library: true },
});

interface Starting {
  /** Of the session that is opened. */
  readonly kind: 'phone' | 'desktop';
  /** Of the page, and of the organisation until another is chosen. */
  readonly language: Language;
  onSignedIn(): void;
}

export function useFirstStart({ kind, language, onSignedIn }: Starting): FirstStart {
  const refusal = useRefusal();
  const door = useDoor('setup.create');
  const [draft, setDraft] = useState(() => emptyDraft(language));
  const [problems, setProblems] = useState<Problems>({});
  const [isOpening, setOpening] = useState(false);
  const [isDone, setDone] = useState(false);
  const said = door.refused === null ? {} : saidOf(door.refused);
  return {
    draft,
    problems: { ...said, ...problems },
    isBusy: door.isBusy || isOpening,
    outcome: outcomeOf({ refused: door.refused, isDone, hasField: Object.keys(said).length > 0, say: refusal }),
    change: (wish) => {
      setDraft({ ...draft, ...wish });
      // What is being corrected is judged again when it is sent.
      setProblems(without(problems, Object.keys(wish)));
      if (Object.keys(said).some((field) => field in wish)) door.forget();
    },
    submit: async () => {
      const found = problemsOf(draft);
      setProblems(found);
      door.forget();
      if (Object.keys(found).length > 0) return;
      const made = await door.go(setupOf(draft));
      if (made === null) return;
      setOpening(true);
      const { kind: opened } = await signIn({ email: draft.email.trim(), password: draft.password, organisation: made.organisation }, kind);
      setOpening(false);
      if (opened === 'signed_in') onSignedIn();
      else setDone(true);
    },
  };
}

const without = (problems: Problems, fields: readonly string[]): Problems =>
  Object.fromEntries(Object.entries(problems).filter(([field]) => !fields.includes(field) && !(field === 'siteCode' && fields.includes('siteName'))));

function saidOf(refused: RpcError): Problems {
  const reason = reasonOf(refused);
  if (reason === 'code') return { code: 'codeWrong' };
  if (reason === 'password_short' || reason === 'password_long' || reason === 'password_common') return { password: reason };
  const { fields } = refused.details;
  return Array.isArray(fields) ? problemsAt(fields.map(String)) : {};
}

interface Seen {
  readonly refused: RpcError | null;
  readonly isDone: boolean;
  readonly hasField: boolean;
  say(error: RpcError): string;
}

function outcomeOf({ refused, isDone, hasField, say }: Seen): Outcome {
  if (isDone) return { kind: 'done' };
  if (reasonOf(refused) === 'set_up') return { kind: 'set_up' };
  return refused === null || hasField ? { kind: 'asking' } : { kind: 'refused', message: say(refused) };
}
