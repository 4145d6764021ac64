'use client';

import type { ExecutionSummary } from '@heliograph/offline';
import { Cluster, ListRow, StateMark } from '@heliograph/ui';
import { useLocalView } from '../../platform/field-context.tsx';
import { useFormat } from '../../platform/format.ts';
import { useMessages } from '../../platform/messages.ts';
import { useNow } from '../../platform/now.ts';
import { todayMessages } from './messages.ts';
import { useStatusMark } from './status-mark.ts';
import type { Naming } from './use-naming.ts';

/** An execution in a list: what, where, how it stands, and what of it is still only here. */
export function ExecutionRow({ execution, naming }: { execution: ExecutionSummary; naming: Naming }) {
  const t = useMessages(todayMessages);
  const format = useFormat();
  const now = useNow();
  const unsent = useLocalView((view) => view.unsent)?.byExecution.get(execution.x) ?? 0;
  const status = useStatusMark()(execution.status);
  return (
    <ListRow
      href={pathOf(execution)}
      title={naming.title(execution)}
      detail={
        <>
          {naming.where(execution)}
          <Cluster gap={3}>
            <StateMark mark={status.mark} label={status.label} size="small" />
            {unsent > 0 && <StateMark mark="here" label={t.unsent(unsent)} size="small" />}
            <span>{t.lastActivity(format.ago(execution.lastAt, now))}</span>
          </Cluster>
        </>
      }
    />
  );
}

const isOver = ({ status }: ExecutionSummary): boolean => status === 'completed' || status === 'approved' || status === 'cancelled';

/** Work that is over is read; all other work is gone on with. */
export const pathOf = (execution: ExecutionSummary): string => `/app/executions/${execution.x}${isOver(execution) ? '/read' : ''}`;
