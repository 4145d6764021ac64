'use client';

import type { ExecutionSummary } from '@heliograph/offline';
import { needsPerson } from '@heliograph/sync/phone';
import { List, ListRow, StateMark } from '@heliograph/ui';
import { useLocalView } from '../../platform/field-context.tsx';
import { useMessages } from '../../platform/messages.ts';
import { ConflictsIn } from '../attention/conflicts-in.tsx';
import { maySettle } from '../attention/may-settle.ts';
import { useConflictTally } from '../attention/use-conflict-tally.ts';
import { syncMessages } from './messages.ts';

const NONE: readonly ExecutionSummary[] = [];

/** The way to what waits for a decision; what only waits at the office is said beside it. */
export function AttentionRow() {
  const t = useMessages(syncMessages);
  const asides = useLocalView((view) => view.asides) ?? [];
  const executions = (useLocalView((view) => view.executions) ?? NONE).filter(maySettle);
  const conflicts = useConflictTally(executions);
  const rejected = asides.filter(needsPerson).length;
  const held = asides.filter(({ state }) => state === 'held').length;
  const parts = [
    rejected > 0 ? t.rejectedCount(rejected) : '',
    conflicts.total > 0 ? t.conflictCount(conflicts.total) : '',
    held > 0 ? t.heldCount(held) : '',
  ];
  const detail = parts.filter(Boolean).join(' · ');
  return (
    <>
      <List>
        <ListRow
          title={rejected + conflicts.total > 0 ? <StateMark mark="attention" label={t.toCheck} /> : t.toCheck}
          detail={detail === '' ? t.nothingToCheck : detail}
          href="/app/attention"
        />
      </List>
      {/* One more after each: a phone full of work stays quick under the finger. */}
      {executions.slice(0, conflicts.read + 1).map(({ x }) => (
        <ConflictsIn key={x} x={x} onCount={conflicts.onCount} />
      ))}
    </>
  );
}
