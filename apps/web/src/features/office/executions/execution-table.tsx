'use client';

import { isGoingOn } from '@heliograph/domain';
import { Cluster, Stack, StateMark, Table, Text } from '@heliograph/ui';
import { useFormat } from '../../../platform/format.ts';
import { useLocalized, useMessages } from '../../../platform/messages.ts';
import { navigate, pathTo } from '../../../platform/router.ts';
import { officeMessages } from '../messages.ts';
import { instantOfDay } from '../shared/days.ts';
import { StatusBadge } from './status-badge.tsx';
import type { ExecutionRow } from './types.ts';

/** Interventions to compare: where each stands, since when, at which step. */
export function ExecutionTable({ rows }: { rows: readonly ExecutionRow[] }) {
  const t = useMessages(officeMessages);
  const say = useLocalized();
  const format = useFormat();
  const begun = ({ startedAt, day, site }: ExecutionRow) =>
    startedAt === null ? (day === null ? '–' : t.plannedFor(format.day(instantOfDay(day), 'UTC'))) : format.moment(startedAt, site.timeZone);
  return (
    <Table
      caption={t.executions}
      isCaptionHidden
      isFolding
      rows={rows}
      rowKey={({ id }) => id}
      onOpen={({ id }) => navigate(pathTo('/office/executions/:id', { id }))}
      columns={[
        {
          key: 'procedure',
          label: t.procedure,
          isPrimary: true,
          cell: ({ procedure }) => (procedure.title === null ? procedure.slug : say(procedure.title)),
        },
        { key: 'status', label: t.status, isWhole: true, cell: ({ status }) => <StatusBadge status={status} /> },
        { key: 'site', label: t.site, cell: ({ site, asset }) => [site.name, asset?.name].filter(Boolean).join(' · ') },
        { key: 'people', label: t.people, cell: ({ people }) => people.map(({ name }) => name).join(', ') },
        { key: 'progress', label: t.progress, cell: (row) => <Progress row={row} /> },
        { key: 'out', label: t.out, isWhole: true, cell: (row) => <Alerts row={row} /> },
        { key: 'started', label: t.started, cell: begun },
        {
          key: 'completed',
          label: t.completed,
          cell: ({ completedAt, site }) => (completedAt === null ? null : format.moment(completedAt, site.timeZone)),
        },
      ]}
    />
  );
}

/** How far, and the step recorded last while there is more to come. */
function Progress({ row: { progress, status, currentStepTitle } }: { row: ExecutionRow }) {
  const say = useLocalized();
  const fraction = `${progress.done}/${progress.total}`;
  // A bare text: of a list of thousands every box that is near is drawn in every frame of a scroll.
  if (!isGoingOn(status) || currentStepTitle === null) return fraction;
  return (
    <Stack gap={1}>
      <span>{fraction}</span>
      <Text kind="small" isSoft as="span">
        {say(currentStepTitle)}
      </Text>
    </Stack>
  );
}

function Alerts({ row: { failed, watched, conflicts, missingPhotos } }: { row: ExecutionRow }) {
  const t = useMessages(officeMessages);
  if (failed + watched + conflicts + missingPhotos === 0) return null;
  return (
    <Cluster gap={2}>
      {failed > 0 && <StateMark mark="out" label={String(failed)} size="small" />}
      {watched > 0 && <StateMark mark="watch" label={String(watched)} size="small" />}
      {conflicts > 0 && <StateMark mark="conflict" label={t.conflicts(conflicts)} size="small" />}
      {missingPhotos > 0 && <StateMark mark="sending" label={t.photosAwaited(missingPhotos)} size="small" />}
    </Cluster>
  );
}
