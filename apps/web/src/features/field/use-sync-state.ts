import type { SenderState } from '@heliograph/offline';
import { useField } from '../../platform/field-context.tsx';
import { type Trouble, troublesOf, useHealth } from '../../platform/health.ts';
import { useMessages } from '../../platform/messages.ts';
import { useReadable } from '../../platform/readable.ts';
import { isShut } from '../../platform/session.ts';
import { needsSignIn, notTaken, type SyncStatus, useSyncStatus } from '../../platform/sync-status.ts';
import { fieldMessages } from './messages.ts';

interface SyncState extends Pick<SyncStatus, 'kind' | 'arrivals'> {
  readonly label: string;
  /** As short as it can be said beside a sign: what asks for a person, or else what waits; empty where nothing does. */
  readonly count: string;
}

/** What the status line says, from what the disk holds and how the last exchange ended: never from hope. */
export function useSyncState(): SyncState {
  const t = useMessages(fieldMessages);
  const { kind, unsent, sender, toCheck, arrivals } = useSyncStatus();
  const areHeld = useReadable(useField().arePhotosHeld);
  const { operations, photos } = unsent ?? { operations: 0, photos: 0 };
  const isToldNothing = useReadable(isShut) && sender.kind !== 'stopped';
  const untaken = notTaken(unsent);
  const troubles = troublesOf(useHealth());
  const wrong: Record<Trouble, string> = { full: t.full, memory: t.memory, clock: t.clock, low_room: t.lowRoom };
  // One thing at a time: what is wrong, and not that nothing waits.
  const allSent = isToldNothing ? '' : t.allSent;
  const standing: Record<SyncStatus['kind'], string> = {
    ...{ reading: t.reading, sent: allSent, sending: t.sending, offline: t.offline },
    ...{ waiting: '', attention: untaken > 0 ? t.attention(toCheck) : operations + photos > 0 ? '' : allSent },
  };
  const grave = troubles.find(isGrave);
  const light = troubles.find((trouble) => !isGrave(trouble));
  const photosOnly = areHeld ? t.photosHeld(photos) : t.photosToSend(photos);
  const amount = operations > 0 && photos > 0 ? t.both(operations, photos) : operations > 0 ? t.toSend(operations) : photos > 0 ? photosOnly : '';
  const first = (grave === undefined ? null : wrong[grave]) ?? stoppedLabel(sender, t) ?? standing[kind];
  // "Sign in again to send 3 records": what waits ends the sentence that says why.
  const said = needsSignIn(sender) && grave === undefined && amount !== '' ? [`${first} ${t.both(operations, photos)}`] : [first, amount];
  // Values that differ were sent: they are said after what was not.
  const toSettle = untaken === 0 && toCheck > 0 ? t.attention(toCheck) : '';
  const count = untaken > 0 ? toCheck : operations + photos;
  return {
    kind: grave === undefined && !isToldNothing ? kind : 'attention',
    arrivals,
    label: [...said, toSettle, isToldNothing ? t.signInToReceive : '', light === undefined ? '' : wrong[light]].filter(Boolean).join(' · '),
    count: count === 0 ? '' : String(count),
  };
}

/** What is typed next may not be kept; the others can wait for the evening. */
const isGrave = (trouble: Trouble): boolean => trouble === 'full' || trouble === 'memory';

function stoppedLabel(sender: SenderState, t: { signInToSend: string; blocked: string; updateNeeded: string }): string | null {
  if (sender.kind !== 'stopped') return null;
  return { signed_out: t.signInToSend, blocked: t.blocked, wrong_user: t.signInToSend, update: t.updateNeeded }[sender.why];
}
