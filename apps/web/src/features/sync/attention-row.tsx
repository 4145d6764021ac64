'use client';

import { needsPerson } from '@heliograph/sync/phone';
import { List, ListRow, StateMark } from '@heliograph/ui';
import { useLocalView } from '../../platform/field-context.tsx';
import { useMessages } from '../../platform/messages.ts';
import { syncMessages } from './messages.ts';

/** The way to what waits for a decision; what only waits at the office is said beside it. */
export function AttentionRow() {
  const t = useMessages(syncMessages);
  const asides = useLocalView((view) => view.asides) ?? [];
  const rejected = asides.filter(needsPerson).length;
  const held = asides.filter(({ state }) => state === 'held').length;
  const detail = [rejected > 0 ? t.rejectedCount(rejected) : '', held > 0 ? t.heldCount(held) : ''].filter(Boolean).join(' · ');
  return (
    <List>
      <ListRow
        title={rejected > 0 ? <StateMark mark="attention" label={t.toCheck} /> : t.toCheck}
        detail={detail === '' ? t.nothingToCheck : detail}
        href="/app/attention"
      />
    </List>
  );
}
