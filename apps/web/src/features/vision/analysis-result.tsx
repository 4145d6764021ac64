'use client';

import type { AnalysisView, Suggestion } from '@heliograph/domain/vision';
import { Stack } from '@heliograph/ui';
import { useState } from 'react';
import { useRefs } from '../../platform/field-context.tsx';
import { useLocalized } from '../../platform/messages.ts';
import { AnalysedPhoto } from './analysed-photo.tsx';
import { DecideHere } from './decide-here.tsx';
import { DecisionFacts } from './decision-facts.tsx';
import { boxesOf } from './defect-list.tsx';
import { Advice, CallFacts, ProposalFacts, ProposalLabel, ProposedDefects, Suggestions, UnsureNotice } from './proposal.tsx';

interface AnalysisResultProps {
  readonly view: AnalysisView;
  readonly src: string | undefined;
  onDecided(): Promise<void>;
}

/** What came of an analysis: the photo with its boxes, then the person's word where there is one, then the proposal, then the door to decide. */
export function AnalysisResult({ view, src, onDecided }: AnalysisResultProps) {
  const say = useLocalized();
  const [current, choose] = useState<number | null>(null);
  const { proposal, decision, band } = view;
  const hrefOf = useStart(view.asset?.id);
  const isToDecide = view.mayDecide && view.state === 'proposed';
  // What a person decided is drawn, once somebody has.
  const defects = decision?.defects ?? proposal?.defects ?? [];
  return (
    <Stack gap={5}>
      <AnalysedPhoto src={src} boxes={boxesOf(defects, say)} current={current} onChoose={choose} />
      <DecisionFacts analysis={view} current={current} onChoose={choose} />
      <ProposalLabel />
      {proposal === null ? <UnsureNotice /> : <ProposalFacts proposal={proposal} band={band} isDecided={decision !== null} />}
      {proposal !== null && (
        <>
          <ProposedDefects proposal={proposal} isDecided={decision !== null} current={current} onChoose={choose} />
          <Advice proposal={proposal} language={view.language} />
          {isToDecide && <DecideHere view={view} onDecided={onDecided} />}
          <Suggestions suggestions={proposal.suggestions} verb="start" hrefOf={hrefOf} />
        </>
      )}
      {proposal === null && isToDecide && <DecideHere view={view} onDecided={onDecided} />}
      <CallFacts analysis={view} />
    </Stack>
  );
}

/** Where a procedure begins on this phone, on the equipment in hand. */
function useStart(asset: string | undefined): (suggestion: Suggestion) => string | null {
  const procedures = useRefs('procedure');
  return ({ slug }) => {
    const held = procedures?.find((one) => one.slug === slug);
    return held === undefined ? null : `/app/start/${held.hash}${asset === undefined ? '' : `?asset=${asset}`}`;
  };
}
