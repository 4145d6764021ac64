import { isOutOfReach, type SyncStatus } from '../../platform/sync-status.ts';

/** How the sending stands, where the server has not stopped it. */
export type Going = 'out_of_reach' | 'put_off' | 'reading' | 'sending' | 'waiting' | 'sent';

/** Nothing is said to be sent before the disk was read. */
export function goingOf({ sender, unsent }: Pick<SyncStatus, 'sender' | 'unsent'>): Going {
  if (isOutOfReach(sender)) return 'out_of_reach';
  if (unsent === undefined) return 'reading';
  if (unsent.operations + unsent.photos === 0) return 'sent';
  if (sender.kind === 'retrying') return 'put_off';
  return sender.kind === 'sending' ? 'sending' : 'waiting';
}
