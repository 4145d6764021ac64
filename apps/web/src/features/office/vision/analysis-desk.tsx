'use client';

import { type AnalysisView, isUnderWay, type Suggestion } from '@heliograph/domain/vision';
import { Button, Notice } from '@heliograph/ui';
import { useState } from 'react';
import { photoPath } from '../../../platform/file-paths.ts';
import { useRefusal } from '../../../platform/messages/refusals.ts';
import { useLocalized, useMessages } from '../../../platform/messages.ts';
import { pathTo } from '../../../platform/router.ts';
import { trpc } from '../../../platform/trpc.tsx';
import { useDoor } from '../../../platform/use-door.ts';
import { AnalysedPhoto } from '../../vision/analysed-photo.tsx';
import { useProblemWords } from '../../vision/analysis-state.tsx';
import { DecisionFacts } from '../../vision/decision-facts.tsx';
import { boxesOf, type ListedDefect } from '../../vision/defect-list.tsx';
import { visionMessages } from '../../vision/messages.ts';
import { Advice, CallFacts, ProposalFacts, ProposalLabel, ProposedDefects, Suggestions, UnsureNotice } from '../../vision/proposal.tsx';
import { BoxEditor } from './box-editor.tsx';
import { changed, draftOf } from './correction.ts';
import { Decide, type Deciding } from './decide.tsx';
import styles from './desk.module.css';

interface AnalysisDeskProps {
  readonly analysis: AnalysisView;
  /** Photo and words side by side, where there is room. */
  readonly isWide?: boolean;
}

const hrefOf = ({ slug }: Suggestion): string => pathTo('/office/procedures/:code', { code: slug });

/** One analysis at a desk: the photo with its boxes, the proposal, and the decision of who has the right. */
export function AnalysisDesk({ analysis, isWide = false }: AnalysisDeskProps) {
  const say = useLocalized();
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const [current, choose] = useState<number | null>(null);
  const { proposal, decision, band } = analysis;
  const isCorrecting = deciding?.how === 'correct' && decision === null;
  const begin = (how: Deciding['how']) => {
    const drafts = draftOf(analysis);
    setDeciding({ how, revision: analysis.revision, drafts });
    choose(how === 'correct' ? (drafts[0]?.key ?? null) : null);
  };
  const change = (drafts: Deciding['drafts']) => deciding !== null && setDeciding({ ...deciding, drafts });
  const drafted = isCorrecting ? deciding.drafts.find(({ key }) => key === current) : undefined;
  const shown: readonly ListedDefect[] = isCorrecting
    ? deciding.drafts.map((draft) => ({ ...draft, label: { fr: draft.class, en: draft.class }, box: draft.key === current ? null : draft.box }))
    : (decision?.defects ?? proposal?.defects ?? []);
  // On the photo a defect has its number in the list; in a correction it is chosen by its key.
  const chooseNumber = (number: number) => choose(isCorrecting ? (deciding.drafts[number - 1]?.key ?? null) : number);
  return (
    <div className={styles.desk} data-wide={isWide || undefined}>
      <div className={styles.photo}>
        <AnalysedPhoto src={photoPath(analysis.photo)} boxes={boxesOf(shown, say)} current={isCorrecting ? null : current} onChoose={chooseNumber}>
          {drafted?.box != null && <BoxEditor box={drafted.box} onChange={(box) => change(changed(deciding?.drafts ?? [], drafted.key, { box }))} />}
        </AnalysedPhoto>
      </div>
      <div className={styles.facts}>
        {analysis.mayDecide && (analysis.state === 'proposed' || analysis.state === 'decided') && (
          <Decide
            {...{ analysis, deciding, current, onBegin: begin, onChange: change, onChoose: choose }}
            onEnd={() => {
              setDeciding(null);
              choose(null);
            }}
          />
        )}
        <DecisionFacts analysis={analysis} current={current} onChoose={choose} />
        {proposal === null && band !== 'unsure' ? (
          <Standing analysis={analysis} />
        ) : (
          <>
            <ProposalLabel />
            {proposal === null ? <UnsureNotice /> : <ProposalFacts proposal={proposal} band={band} isDecided={decision !== null} />}
          </>
        )}
        {proposal !== null && (
          <>
            {!isCorrecting && <ProposedDefects proposal={proposal} isDecided={decision !== null} current={current} onChoose={choose} />}
            <Advice proposal={proposal} language={analysis.language} />
            <Suggestions suggestions={proposal.suggestions} verb="read" hrefOf={hrefOf} />
          </>
        )}
        <CallFacts analysis={analysis} />
      </div>
    </div>
  );
}

/** No proposal yet, or none: where it stands, why, and what to do. */
function Standing({ analysis }: { analysis: AnalysisView }) {
  const t = useMessages(visionMessages);
  const problemWords = useProblemWords();
  const { state, problem } = analysis;
  if (isUnderWay(state))
    return (
      <Notice title={t[`state_${state}`]} action={analysis.mayStop && <Door of="stop" id={analysis.id} />}>
        {state === 'waiting' ? t.waitingText : t.underWayText}
      </Notice>
    );
  if (state !== 'none' && state !== 'failed') return null;
  return (
    <Notice tone="watch" title={t[`state_${state}`]} action={analysis.mayAskAgain && <Door of="again" id={analysis.id} />}>
      {state === 'none' && problem === null ? t.noneText : problemWords(problem)}
    </Notice>
  );
}

/** Asks again, or gives it up while no model has been asked: for who asked, and who decides. */
function Door({ of, id }: { of: 'again' | 'stop'; id: AnalysisView['id'] }) {
  const t = useMessages(visionMessages);
  const refusal = useRefusal();
  const utils = trpc.useUtils();
  const { go, isBusy, refused } = useDoor(`vision.${of}`);
  const enter = async () => {
    await go({ id });
    await utils.invalidate();
  };
  return (
    <>
      <Button kind={of === 'stop' ? 'quiet' : 'action'} icon={of === 'stop' ? 'cross' : 'rotate'} isBusy={isBusy} onClick={() => void enter()}>
        {t[of]}
      </Button>
      {refused !== null && <span role="status">{refusal(refused)}</span>}
    </>
  );
}
