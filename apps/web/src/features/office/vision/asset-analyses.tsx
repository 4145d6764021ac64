'use client';

import type { AssetId } from '@heliograph/domain';
import { Cluster, List, ListRow, Section, Stack, Text } from '@heliograph/ui';
import { useFormat } from '../../../platform/format.ts';
import { useLocalized, useMessages } from '../../../platform/messages.ts';
import { pathTo } from '../../../platform/router.ts';
import { trpc } from '../../../platform/trpc.tsx';
import { AnalysisMark } from '../../vision/analysis-state.tsx';
import { visionMessages } from '../../vision/messages.ts';
import { SeverityMark } from '../../vision/severity-mark.tsx';
import styles from './desk.module.css';
import { officeVisionMessages } from './messages.ts';

const MOST = 10;

/** What photos of one position showed, and which of it people hold for true. */
export function AssetAnalyses({ asset }: { asset: AssetId }) {
  const t = useMessages(officeVisionMessages);
  const words = useMessages(visionMessages);
  const say = useLocalized();
  const format = useFormat();
  const findings = trpc.finding.list.useQuery({ assetId: asset, limit: MOST }).data?.items ?? [];
  const analyses = trpc.vision.list.useQuery({ assetId: asset, limit: MOST }).data?.items;
  return (
    <Stack gap={5}>
      {findings.length > 0 && (
        <Section title={t.findings} level={3}>
          <List>
            {findings.map(({ id, label, severity, analysis, at, decidedBy }) => (
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
      )}
      <Section title={t.analyses} level={3}>
        {analyses?.length === 0 && <Text isSoft>{t.noAnalyses}</Text>}
        {analyses !== undefined && analyses.length > 0 && (
          <List>
            {analyses.map((one) => (
              <ListRow
                key={one.id}
                href={pathTo('/office/analyses/:id', { id: one.id })}
                leading={<img className={styles.thumbnail} src={`/api/photos/${one.photo}?as=thumbnail`} alt="" loading="lazy" />}
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
        )}
      </Section>
    </Stack>
  );
}
