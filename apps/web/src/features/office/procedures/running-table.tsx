'use client';

import { EmptyState, Stack, Table, Text } from '@heliograph/ui';
import { useFormat } from '../../../platform/format.ts';
import { useMessages } from '../../../platform/messages.ts';
import { procedureMessages } from './messages.ts';
import type { ProcedurePageData } from './procedure-page.tsx';

type Version = ProcedurePageData['versions'][number];

/** How many interventions run on which version. */
export function RunningTable({ versions }: { versions: readonly Version[] }) {
  const t = useMessages(procedureMessages);
  const format = useFormat();
  const sum = ({ executions }: Version, states: readonly (keyof Version['executions'])[]) =>
    states.reduce((total, state) => total + (executions[state] ?? 0), 0);
  const used = versions.filter((version) => sum(version, ['planned', 'in_progress', 'completed', 'approved']) > 0);
  if (used.length === 0)
    return (
      <EmptyState icon="clipboard" title={t.runningEmpty}>
        {t.runningText}
      </EmptyState>
    );
  return (
    <Stack gap={3}>
      <Text>{t.runningText}</Text>
      <Table
        caption={t.running}
        isCaptionHidden
        rows={used}
        rowKey={({ hash }) => hash}
        isFolding
        columns={[
          { key: 'version', label: t.version, isPrimary: true, cell: ({ number }) => t.number(number) },
          { key: 'published', label: t.published, isWhole: true, cell: ({ publishedAt }) => format.shortDay(publishedAt) },
          { key: 'planned', label: t.planned, align: 'end', cell: (version) => format.number(sum(version, ['planned'])) },
          { key: 'inProgress', label: t.inProgress, align: 'end', cell: (version) => format.number(sum(version, ['in_progress'])) },
          { key: 'finished', label: t.finished, align: 'end', cell: (version) => format.number(sum(version, ['completed', 'approved'])) },
        ]}
      />
    </Stack>
  );
}
