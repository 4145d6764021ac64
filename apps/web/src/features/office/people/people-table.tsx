'use client';

import { Badge, Cluster, Stack, StateMark, Table, Text } from '@heliograph/ui';
import { useFormat } from '../../../platform/format.ts';
import { useMessages } from '../../../platform/messages.ts';
import { useNow } from '../../../platform/now.ts';
import { navigate, pathTo } from '../../../platform/router.ts';
import type { Output } from '../../../platform/rpc.ts';
import { personWords } from '../../people/words.ts';
import { dayOf } from '../shared/days.ts';
import { certificationCount } from './certification-count.ts';
import { peopleMessages } from './messages.ts';
import { PersonStatus } from './person-status.tsx';

type PersonRow = Output<'person.list'>['items'][number];

export function PeopleTable({ rows }: { rows: readonly PersonRow[] }) {
  const t = useMessages(peopleMessages);
  const words = useMessages(personWords);
  const format = useFormat();
  const now = useNow();
  return (
    <Table
      caption={t.title}
      isCaptionHidden
      rows={rows}
      rowKey={({ id }) => id}
      onOpen={({ id }) => navigate(pathTo('/office/people/:id', { id }))}
      isFolding
      columns={[
        { key: 'name', label: t.name, isPrimary: true, cell: (row) => <Named row={row} /> },
        { key: 'role', label: t.role, cell: ({ role }) => <Badge>{words[`role_${role}`]}</Badge> },
        { key: 'status', label: t.status, isWhole: true, cell: ({ status }) => <PersonStatus status={status} /> },
        { key: 'certifications', label: t.certifications, isWhole: true, cell: (row) => <Certified row={row} today={dayOf(now)} /> },
        {
          key: 'contact',
          label: t.contact,
          align: 'end',
          cell: ({ lastContactAt }) => (lastContactAt === null ? t.never : format.ago(lastContactAt, now)),
        },
      ]}
    />
  );
}

function Named({ row: { name, email } }: { row: PersonRow }) {
  return (
    <Stack gap={1}>
      <span>{name}</span>
      <Text as="span" kind="small" isSoft>
        {email}
      </Text>
    </Stack>
  );
}

/** What has run out and what soon will, before what is well. */
function Certified({ row, today }: { row: PersonRow; today: string }) {
  const t = useMessages(peopleMessages);
  const { valid, ending, ended } = certificationCount(row.certifications, today);
  return (
    <Cluster gap={2}>
      {ended > 0 && <StateMark mark="out" label={t.ended(ended)} size="small" />}
      {ending > 0 && <StateMark mark="watch" label={t.ending(ending)} size="small" />}
      {ended + ending === 0 && t.valid(valid)}
    </Cluster>
  );
}
