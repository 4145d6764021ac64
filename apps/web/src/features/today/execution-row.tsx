'use client';

import { isOver } from '@heliograph/domain';
import type { ExecutionSummary } from '@heliograph/offline';
import { ListRow } from '@heliograph/ui';
import type { ReactNode } from 'react';
import { useMessages } from '../../platform/messages.ts';
import { ExecutionMarks } from './execution-marks.tsx';
import { todayMessages } from './messages.ts';
import type { Naming } from './use-naming.ts';
import { useProgress } from './use-progress.ts';

interface ExecutionRowProps {
  readonly execution: ExecutionSummary;
  readonly naming: Naming;
  readonly children?: ReactNode;
}

/** Work that the person goes on with: how far it has come, too. */
export function OpenRow({ execution, naming }: Omit<ExecutionRowProps, 'children'>) {
  const t = useMessages(todayMessages);
  const progress = useProgress(execution, naming);
  return (
    <ExecutionRow execution={execution} naming={naming}>
      {progress !== null && ` · ${t.progress(progress.done, progress.total)}`}
    </ExecutionRow>
  );
}

/** An execution in a list: what, where, and how it stands. */
export function ExecutionRow({ execution, naming, children }: ExecutionRowProps) {
  return (
    <ListRow
      href={pathOf(execution)}
      title={naming.title(execution)}
      detail={
        <>
          {naming.where(execution)}
          {children}
          <ExecutionMarks execution={execution} />
        </>
      }
    />
  );
}

/** Work that is over is read; all other work is gone on with. */
export const pathOf = (execution: ExecutionSummary): string => `/app/executions/${execution.x}${isOver(execution.status) ? '/read' : ''}`;
