import type { SenderState } from '@heliograph/offline';
import { useMessages } from '../../platform/messages.ts';
import { type SyncStatus, useSyncStatus } from '../../platform/sync-status.ts';
import { fieldMessages } from './messages.ts';

/** What the status line says, from what the disk holds and how the last exchange ended: never from hope. */
export function useSyncState(): Pick<SyncStatus, 'kind' | 'arrivals'> & { readonly label: string } {
  const t = useMessages(fieldMessages);
  const { kind, unsent, sender, arrivals } = useSyncStatus();
  const { operations, photos, toCheck } = unsent;
  const amount =
    operations > 0 && photos > 0 ? t.both(operations, photos) : operations > 0 ? t.toSend(operations) : photos > 0 ? t.photosToSend(photos) : '';
  const stopped = stoppedLabel(sender, t);
  const first =
    stopped ??
    (toCheck > 0 ? t.attention(toCheck) : kind === 'sending' ? t.sending : kind === 'offline' ? t.offline : kind === 'sent' ? t.allSent : kind === 'reading' ? t.reading : '');
  return { kind, arrivals, label: [first, amount].filter(Boolean).join(' · ') };
}

function stoppedLabel(sender: SenderState, t: { signInToSend: string; blocked: string; updateNeeded: string }): string | null {
  if (sender.kind !== 'stopped') return null;
  return { signed_out: t.signInToSend, blocked: t.blocked, wrong_user: t.signInToSend, update: t.updateNeeded }[sender.why];
}
