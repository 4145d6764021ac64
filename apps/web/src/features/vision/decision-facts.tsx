'use client';

import type { AnalysisView } from '@heliograph/domain/vision';
import { Badge, Section, Stack, Text } from '@heliograph/ui';
import { useFormat } from '../../platform/format.ts';
import { useMessages } from '../../platform/messages.ts';
import { AnalysisMark } from './analysis-state.tsx';
import { DefectList } from './defect-list.tsx';
import { visionMessages } from './messages.ts';

interface DecisionFactsProps {
  readonly analysis: AnalysisView;
  readonly current: number | null;
  onChoose(number: number): void;
}

/** Who decided what, when, in which words; this counts, and no longer the proposal. */
export function DecisionFacts({ analysis, current, onChoose }: DecisionFactsProps) {
  const t = useMessages(visionMessages);
  const format = useFormat();
  const { decision, findings } = analysis;
  if (decision === null) return null;
  return (
    <Section title={t.decision}>
      <Stack gap={3}>
        <AnalysisMark analysis={analysis} />
        <Text>
          {t.decidedBy(decision.by.name)} · {format.moment(decision.at)}
        </Text>
        {decision.comment !== '' && <Text>{decision.comment}</Text>}
        {decision.defects.length === 0 ? (
          <Text isSoft>{t.nothingThere}</Text>
        ) : (
          <DefectList label={t.decision} defects={decision.defects} current={current} onChoose={onChoose} />
        )}
        {findings.length > 0 && (
          <span>
            <Badge icon="flag">{t.finding}</Badge>
          </span>
        )}
      </Stack>
    </Section>
  );
}
