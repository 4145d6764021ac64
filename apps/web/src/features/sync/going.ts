import type { SyncStatus } from '../../platform/sync-status.ts';

/** How the sending stands, where the server has not stopped it. */
export type Going = 'out_of_reach' | 'reading' | 'sending' | 'waiting' | 'sent';

/** Nothing is said to be sent before the disk was read. */
export function goingOf({ sender, unsent }: Pick<SyncStatus, 'sender' | 'unsent'>): Going {
  if (sender.kind === 'retrying') return 'out_of_reach';
  if (unsent === undefined) return 'reading';
  if (unsent.operations + unsent.photos === 0) return 'sent';
  return sender.kind === 'sending' ? 'sending' : 'waiting';
}
