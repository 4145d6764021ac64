'use client';

import type { AssetId } from '@heliograph/domain';
import { Cluster, List, ListRow, Section, Stack, Text } from '@heliograph/ui';
import { photoPath } from '../../../platform/file-paths.ts';
import { useFormat } from '../../../platform/format.ts';
import { useLocalized, useMessages } from '../../../platform/messages.ts';
import { pathTo } from '../../../platform/router.ts';
import type { Output } from '../../../platform/rpc.ts';
import { trpc } from '../../../platform/trpc.tsx';
import { AnalysisMark } from '../../vision/analysis-state.tsx';
import { visionMessages } from '../../vision/messages.ts';
import { SeverityMark } from '../../vision/severity-mark.tsx';
import { Read } from '../shared/page-state.tsx';
import styles from './desk.module.css';
import { officeVisionMessages } from './messages.ts';

const MOST = 10;

/** What photos of one position showed, and which of it people hold for true. */
export function AssetAnalyses({ asset }: { asset: AssetId }) {
  const t = useMessages(officeVisionMessages);
  const findings = trpc.finding.list.useQuery({ assetId: asset, limit: MOST });
  const analyses = trpc.vision.list.useQuery({ assetId: asset, limit: MOST });
  return (
    <Stack gap={5}>
      <Read query={findings} words={{ loading: t.loading, failed: t.findingsFailed }} lines={2}>
        {({ items }) => items.length > 0 && <Findings rows={items} />}
      </Read>
      <Section title={t.analyses} level={3}>
        <Read query={analyses} words={t} lines={3}>
          {({ items }) => (items.length === 0 ? <Text isSoft>{t.noAnalyses}</Text> : <Analyses rows={items} />)}
        </Read>
      </Section>
    </Stack>
  );
}

function Findings({ rows }: { rows: Output<'finding.list'>['items'] }) {
  const t = useMessages(officeVisionMessages);
  const say = useLocalized();
  const format = useFormat();
  return (
    <Section title={t.findings} level={3}>
      <List>
        {rows.map(({ id, label, severity, analysis, at, decidedBy }) => (
          <ListRow
            key={id}
            href={pathTo('/office/analyses/:id', { id: analysis })}
            title={say(label)}
            detail={
              <Cluster gap={3}>
                <SeverityMark severity={severity} />
                {`${decidedBy.name} · ${format.shortDay(at)}`}
              </Cluster>
            }
          />
        ))}
      </List>
    </Section>
  );
}

function Analyses({ rows }: { rows: Output<'vision.list'>['items'] }) {
  const words = useMessages(visionMessages);
  const say = useLocalized();
  const format = useFormat();
  return (
    <List>
      {rows.map((one) => (
        <ListRow
          key={one.id}
          href={pathTo('/office/analyses/:id', { id: one.id })}
          leading={<img className={styles.thumbnail} src={photoPath(one.photo, 'thumbnail')} alt="" loading="lazy" />}
          title={one.defect === null ? words.title : say(one.defect.label)}
          detail={
            <Cluster gap={3}>
              <AnalysisMark analysis={one} />
              {format.shortDay(one.askedAt)}
            </Cluster>
          }
        />
      ))}
    </List>
  );
}
