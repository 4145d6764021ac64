'use client';

import { Cluster, StateMark, Table } from '@heliograph/ui';
import { useLocalized, useMessages } from '../../../platform/messages.ts';
import { StatusBadge } from '../executions/status-badge.tsx';
import { type Assignment, isLate } from './days.ts';
import { workMessages } from './messages.ts';

interface WorkTableProps {
  readonly caption: string;
  readonly items: readonly Assignment[];
  readonly today: string;
  readonly current: string;
  onOpen(id: string): void;
}

/** The work of one day. */
export function WorkTable({ caption, items, today, current, onOpen }: WorkTableProps) {
  const t = useMessages(workMessages);
  const say = useLocalized();
  return (
    <Table
      caption={caption}
      isCaptionHidden
      rows={items}
      rowKey={({ id }) => id}
      currentKey={current}
      onOpen={({ id }) => onOpen(id)}
      columns={[
        {
          key: 'procedure',
          label: t.procedure,
          isPrimary: true,
          cell: ({ procedure }) => (procedure.title === null ? procedure.slug : say(procedure.title)),
        },
        {
          key: 'status',
          label: t.status,
          isWhole: true,
          cell: (work) => (
            <Cluster gap={2}>
              <StatusBadge status={work.status} />
              {isLate(work, today) && <StateMark mark="watch" label={t.late} size="small" />}
            </Cluster>
          ),
        },
        { key: 'site', label: t.site, cell: ({ site, asset }) => [site.name, asset?.name].filter(Boolean).join(' · ') },
        { key: 'people', label: t.people, cell: ({ people }) => people.map(({ name }) => name).join(', ') || '–' },
        { key: 'note', label: t.note, cell: ({ note, reported }) => note ?? reported?.alarm ?? reported?.symptom ?? '–' },
      ]}
    />
  );
}
