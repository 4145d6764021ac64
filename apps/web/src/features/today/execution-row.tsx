'use client';

import type { ExecutionSummary } from '@heliograph/offline';
import { ListRow } from '@heliograph/ui';
import { ExecutionMarks } from './execution-marks.tsx';
import type { Naming } from './use-naming.ts';

/** An execution in a list: what, where, and how it stands. */
export function ExecutionRow({ execution, naming }: { execution: ExecutionSummary; naming: Naming }) {
  return (
    <ListRow
      href={pathOf(execution)}
      title={naming.title(execution)}
      detail={
        <>
          {naming.where(execution)}
          <ExecutionMarks execution={execution} />
        </>
      }
    />
  );
}

const isOver = ({ status }: ExecutionSummary): boolean => status === 'completed' || status === 'approved' || status === 'cancelled';

/** Work that is over is read; all other work is gone on with. */
export const pathOf = (execution: ExecutionSummary): string => `/app/executions/${execution.x}${isOver(execution) ? '/read' : ''}`;
