'use client';

import type { ExecutionSummary } from '@heliograph/offline';
import { Card, ProgressBar, Text } from '@heliograph/ui';
import { useMessages } from '../../platform/messages.ts';
import { ExecutionMarks } from './execution-marks.tsx';
import { pathOf } from './execution-row.tsx';
import { todayMessages } from './messages.ts';
import type { Naming } from './use-naming.ts';
import { useProgress } from './use-progress.ts';

/** What the button under the thumb goes on with. */
export function ResumeCard({ execution, naming }: { execution: ExecutionSummary; naming: Naming }) {
  const t = useMessages(todayMessages);
  const progress = useProgress(execution, naming);
  return (
    <Card href={pathOf(execution)} title={naming.title(execution)} tone="signal">
      <Text>{naming.where(execution)}</Text>
      {progress !== null && <ProgressBar {...progress} label={t.progress(progress.done, progress.total)} />}
      {progress === null && naming.content(execution) !== null && <ProgressBar done={0} total={1} label={t.reading} />}
      <Text kind="small" as="div">
        <ExecutionMarks execution={execution} />
      </Text>
    </Card>
  );
}
