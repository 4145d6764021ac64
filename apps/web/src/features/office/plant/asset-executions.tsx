'use client';

import type { AssetId, SiteId } from '@heliograph/domain';
import { Cluster, List, ListRow, Section, Text } from '@heliograph/ui';
import { useFormat } from '../../../platform/format.ts';
import { useLocalized, useMessages } from '../../../platform/messages.ts';
import { pathTo } from '../../../platform/router.ts';
import { trpc } from '../../../platform/trpc.tsx';
import { StatusBadge } from '../executions/status-badge.tsx';
import type { ExecutionRow } from '../executions/types.ts';
import { officeMessages } from '../messages.ts';
import { instantOfDay } from '../shared/days.ts';
import { Read } from '../shared/page-state.tsx';
import { plantMessages } from './messages.ts';

/** A few years of a piece of equipment. */
const MOST = 20;

/** What was done on one position and what is to be done there, the latest first: where its earlier values are found. */
export function AssetExecutions({ site, asset }: { site: SiteId; asset: AssetId }) {
  const t = useMessages(plantMessages);
  const query = trpc.execution.list.useQuery({ siteId: site, assetId: asset, limit: MOST });
  return (
    <Section title={t.executions}>
      <Read query={query} words={useMessages(officeMessages)} lines={3}>
        {({ items }) => (items.length === 0 ? <Text isSoft>{t.noExecutions}</Text> : <Executions rows={items} />)}
      </Read>
    </Section>
  );
}

function Executions({ rows }: { rows: readonly ExecutionRow[] }) {
  const say = useLocalized();
  const when = useWhen();
  return (
    <List>
      {rows.map((row) => (
        <ListRow
          key={row.id}
          href={pathTo('/office/executions/:id', { id: row.id })}
          title={row.procedure.title === null ? row.procedure.slug : say(row.procedure.title)}
          detail={
            <Cluster gap={3}>
              <StatusBadge status={row.status} />
              {when(row)}
            </Cluster>
          }
        />
      ))}
    </List>
  );
}

/** The day it was begun, else the one it is planned for, as the site counts days. */
function useWhen(): (row: ExecutionRow) => string {
  const format = useFormat();
  return ({ startedAt, day, site }) => {
    if (startedAt !== null) return format.day(startedAt, site.timeZone);
    return day === null ? '' : format.day(instantOfDay(day), 'UTC');
  };
}
