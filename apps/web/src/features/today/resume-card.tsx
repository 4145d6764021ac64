'use client';

import type { ExecutionSummary } from '@heliograph/offline';
import { Card, Text } from '@heliograph/ui';
import { ExecutionMarks } from './execution-marks.tsx';
import { pathOf } from './execution-row.tsx';
import type { Naming } from './use-naming.ts';

/** What the button under the thumb goes on with. */
export function ResumeCard({ execution, naming }: { execution: ExecutionSummary; naming: Naming }) {
  return (
    <Card href={pathOf(execution)} title={naming.title(execution)} tone="signal">
      <Text>{naming.where(execution)}</Text>
      <Text kind="small" as="div">
        <ExecutionMarks execution={execution} />
      </Text>
    </Card>
  );
}
