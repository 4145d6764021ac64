'use client';

import type { Asset } from '@heliograph/domain';
import { Button, List, ListRow, Section, StateMark } from '@heliograph/ui';
import { useEffect, useState } from 'react';
import { useFormat } from '../../platform/format.ts';
import { useLocalized, useMessages } from '../../platform/messages.ts';
import { type Output, query } from '../../platform/rpc.ts';
import { AnalysisRow } from './analysis-row.tsx';
import { phoneVisionMessages } from './phone-messages.ts';
import { SeverityMark } from './severity-mark.tsx';
import { useAnalysisList } from './use-analyses.ts';

/** What photos of this equipment showed, and what of it people hold for true. */
export default function AssetAnalyses({ asset }: { asset: Asset }) {
  const t = useMessages(phoneVisionMessages);
  const listed = useAnalysisList({ assetId: asset.id });
  const back = `/app/assets/${asset.id}`;
  return (
    <>
      <Findings asset={asset} back={back} />
      <Section title={t.here}>
        {listed !== undefined && listed.items.length > 0 && (
          <List>
            {listed.items.map((one) => (
              <AnalysisRow key={one.id} analysis={one} back={back} />
            ))}
          </List>
        )}
        <Button kind="quiet" icon="camera" href={`/app/analyses?${new URLSearchParams({ asset: asset.id, site: asset.site })}`}>
          {t.another}
        </Button>
      </Section>
    </>
  );
}

function Findings({ asset, back }: { asset: Asset; back: string }) {
  const t = useMessages(phoneVisionMessages);
  const say = useLocalized();
  const format = useFormat();
  const [findings, set] = useState<Output<'finding.list'>['items']>([]);
  useEffect(() => {
    // Without a network they are not known: the list of what this phone has seen stands below.
    void query('finding.list', { assetId: asset.id, limit: 20 }).then(
      ({ items }) => set(items),
      () => undefined,
    );
  }, [asset.id]);
  if (findings.length === 0) return null;
  return (
    <Section title={t.findings}>
      <List>
        {findings.map(({ id, label, severity, analysis, at, decidedBy }) => (
          <ListRow
            key={id}
            href={`/app/analyses/${analysis}?${new URLSearchParams({ back })}`}
            leading={<StateMark mark="fail" label={t.findings} isLabelHidden />}
            title={say(label)}
            detail={
              <>
                <SeverityMark severity={severity} /> {`${decidedBy.name} · ${format.shortDay(at)}`}
              </>
            }
          />
        ))}
      </List>
    </Section>
  );
}
