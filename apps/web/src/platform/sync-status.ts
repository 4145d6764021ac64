import type { SenderState, Unsent } from '@heliograph/offline';
import { useRef } from 'react';
import { useDiffering } from './differing.ts';
import { useField, useLocalView } from './field-context.tsx';
import { useReadable } from './readable.ts';

/**
 * The line that is always on screen. `reading`: what waits is not known yet. `attention`: something needs a person, or a sign-in.
 * `offline`: the last try did not reach the server.
 */
export interface SyncStatus {
  readonly kind: 'reading' | 'sent' | 'waiting' | 'sending' | 'attention' | 'offline';
  /** Undefined until the disk was read: nothing is said of what waits before. */
  readonly unsent: Unsent | undefined;
  readonly sender: SenderState;
  /** Everything that waits for a decision of this person: what the list behind the line shows. */
  readonly toCheck: number;
  /** Grows each time something of the person's arrived: the glint passes then. */
  readonly arrivals: number;
  /** Device clock when the last pull was whole, ms; null before the first. */
  readonly wholeAt: number | null;
}

export function useSyncStatus(): SyncStatus {
  const sender = useReadable(useField().sender.state);
  const unsent = useLocalView((view) => view.unsent);
  const wholeAt = useLocalView((view) => view.wholeAt) ?? null;
  const differing = useDiffering();
  const seen = useRef({ waiting: 0, arrivals: 0 });
  const waiting = waitingIn(unsent);
  if (waiting < seen.current.waiting) seen.current.arrivals += 1;
  seen.current.waiting = waiting;
  const toCheck = notTaken(unsent) + differing;
  return { kind: kindOf({ sender, unsent, differing }), unsent, sender, toCheck, arrivals: seen.current.arrivals, wholeAt };
}

/** The last try did not reach the server. Who was asked to wait did, and is not without a network. */
export const isOutOfReach = (sender: SenderState): boolean => sender.kind === 'retrying' && !sender.isAskedToWait;

/** Records that were refused, and photos that can no longer be sent. */
export const notTaken = (unsent: Unsent | undefined): number => (unsent === undefined ? 0 : unsent.refused + unsent.damaged);

const waitingIn = (unsent: Unsent | undefined): number => (unsent === undefined ? 0 : unsent.operations + unsent.photos);

/** Nothing goes out until its person signs in again. */
export const needsSignIn = (sender: SenderState): boolean =>
  sender.kind === 'stopped' && (sender.why === 'signed_out' || sender.why === 'wrong_user');

interface Standing extends Pick<SyncStatus, 'sender' | 'unsent'> {
  /** Values that wait to be settled: they are said where nothing else is, for they keep nothing from being sent. */
  readonly differing?: number;
}

/** Nothing is said to be sent before the disk was read. */
export function kindOf({ sender, unsent, differing = 0 }: Standing): SyncStatus['kind'] {
  if (notTaken(unsent) > 0 || (sender.kind === 'stopped' && sender.why !== 'update')) return 'attention';
  if (isOutOfReach(sender)) return 'offline';
  if (unsent === undefined) return 'reading';
  if (waitingIn(unsent) === 0) return differing > 0 ? 'attention' : 'sent';
  return sender.kind === 'sending' ? 'sending' : 'waiting';
}
