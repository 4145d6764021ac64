'use client';

import { List, ListRow, StateMark } from '@heliograph/ui';
import { useDiffering } from '../../platform/differing.ts';
import { useLocalView } from '../../platform/field-context.tsx';
import { useMessages } from '../../platform/messages.ts';
import type { SyncStatus } from '../../platform/sync-status.ts';
import { syncMessages } from './messages.ts';

/** The way to what waits for a decision; what only waits at the office is said beside it. */
export function AttentionRow({ status: { unsent, toCheck } }: { status: SyncStatus }) {
  const t = useMessages(syncMessages);
  const { refused, damaged } = unsent ?? { refused: 0, damaged: 0 };
  const differing = useDiffering();
  const held = useLocalView((view) => view.asides)?.filter(({ state }) => state === 'held').length ?? 0;
  const parts = [
    refused > 0 ? t.rejectedCount(refused) : '',
    damaged > 0 ? t.damagedCount(damaged) : '',
    differing > 0 ? t.conflictCount(differing) : '',
    held > 0 ? t.heldCount(held) : '',
  ];
  const detail = parts.filter(Boolean).join(' · ');
  return (
    <List>
      <ListRow
        title={toCheck > 0 ? <StateMark mark="attention" label={t.toCheck} /> : t.toCheck}
        detail={detail === '' ? t.nothingToCheck : detail}
        href="/app/attention"
      />
    </List>
  );
}
