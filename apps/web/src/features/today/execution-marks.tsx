'use client';

import type { ExecutionSummary } from '@heliograph/offline';
import { Cluster, StateMark } from '@heliograph/ui';
import { useLocalView } from '../../platform/field-context.tsx';
import { useFormat } from '../../platform/format.ts';
import { useMessages } from '../../platform/messages.ts';
import { useNow } from '../../platform/now.ts';
import { todayMessages } from './messages.ts';
import { useStatusMark } from './status-mark.ts';

/** How it stands, what of it is still only here, and since when nothing happened. */
export function ExecutionMarks({ execution: { x, status, lastAt } }: { execution: ExecutionSummary }) {
  const t = useMessages(todayMessages);
  const format = useFormat();
  const now = useNow();
  const unsent = useLocalView((view) => view.unsent)?.byExecution.get(x) ?? 0;
  const { mark, label } = useStatusMark()(status);
  return (
    <Cluster gap={2}>
      <StateMark mark={mark} label={label} size="small" />
      {unsent > 0 && <StateMark mark="here" label={t.unsent(unsent)} size="small" />}
      <span>{t.lastActivity(format.ago(lastAt, now))}</span>
    </Cluster>
  );
}
