import type { SenderState, Unsent } from '@heliograph/offline';
import { useRef } from 'react';
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
  /** Grows each time something of the person's arrived: the glint passes then. */
  readonly arrivals: number;
  /** Device clock when the last pull was whole, ms; null before the first. */
  readonly wholeAt: number | null;
}

export function useSyncStatus(): SyncStatus {
  const sender = useReadable(useField().sender.state);
  const unsent = useLocalView((view) => view.unsent);
  const wholeAt = useLocalView((view) => view.wholeAt) ?? null;
  const seen = useRef({ waiting: 0, arrivals: 0 });
  const waiting = waitingIn(unsent);
  if (waiting < seen.current.waiting) seen.current.arrivals += 1;
  seen.current.waiting = waiting;
  return { kind: kindOf(sender, unsent), unsent, sender, arrivals: seen.current.arrivals, wholeAt };
}

/** The last try did not reach the server. Who was asked to wait did, and is not without a network. */
export const isOutOfReach = (sender: SenderState): boolean => sender.kind === 'retrying' && !sender.isAskedToWait;

const waitingIn = (unsent: Unsent | undefined): number => (unsent === undefined ? 0 : unsent.operations + unsent.photos);

/** Nothing goes out until its person signs in again. */
export const needsSignIn = (sender: SenderState): boolean =>
  sender.kind === 'stopped' && (sender.why === 'signed_out' || sender.why === 'wrong_user');

/** @param unsent undefined until the disk was read: nothing is said to be sent before. */
export function kindOf(sender: SenderState, unsent: Unsent | undefined): SyncStatus['kind'] {
  if ((unsent?.toCheck ?? 0) > 0 || (sender.kind === 'stopped' && sender.why !== 'update')) return 'attention';
  if (isOutOfReach(sender)) return 'offline';
  if (unsent === undefined) return 'reading';
  if (waitingIn(unsent) === 0) return 'sent';
  return sender.kind === 'sending' ? 'sending' : 'waiting';
}
