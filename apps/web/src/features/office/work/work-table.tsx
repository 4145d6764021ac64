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
      isFolding
      columns={[
        {
          key: 'procedure',
          label: t.procedure,
          isPrimary: true,
          share: 6,
          cell: ({ procedure }) => (procedure.title === null ? procedure.slug : say(procedure.title)),
        },
        {
          key: 'status',
          label: t.status,
          isWhole: true,
          share: 4,
          cell: (work) => (
            <Cluster gap={2}>
              <StatusBadge status={work.status} />
              {isLate(work, today) && <StateMark mark="watch" label={t.late} size="small" />}
            </Cluster>
          ),
        },
        { key: 'site', label: t.site, share: 5, cell: ({ site, asset }) => [site.name, asset?.name].filter(Boolean).join(' · ') },
        { key: 'people', label: t.people, share: 4, cell: ({ people }) => people.map(({ name }) => name).join(', ') || '–' },
        { key: 'note', label: t.note, isLong: true, share: 5, cell: ({ note, reported }) => note ?? reported?.alarm ?? reported?.symptom ?? '–' },
      ]}
    />
  );
}
