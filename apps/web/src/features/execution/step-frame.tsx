'use client';

import { type AssessedPlace, isSentBackTo } from '@heliograph/domain';
import { BottomActions, Button, Notice, ProgressBar, Screen, Stack, StateMark, Toast } from '@heliograph/ui';
import { useRef, useState } from 'react';
import { useMessages } from '../../platform/messages.ts';
import { type Cell, cell, useReadable } from '../../platform/readable.ts';
import { navigate } from '../../platform/router.ts';
import { FieldTop } from '../field/field-top.tsx';
import { StepTips, writeTipPath } from '../tips/place-tips.tsx';
import { executionMessages } from './messages.ts';
import { pathToPlace } from './place-mark.ts';
import { clearEntry } from './record-step.ts';
import { StepBody } from './step-body.tsx';
import { StepOutline } from './step-outline.tsx';
import { StepTools } from './step-tools.tsx';
import type { Commit } from './steps/types.ts';
import type { OpenExecution } from './use-execution.ts';
import { type Recorder, useRecorder } from './use-recording.ts';

interface StepFrameProps {
  readonly execution: OpenExecution;
  readonly place: AssessedPlace;
}

/** A first answer that is kept within this time is not said to be on its way, ms. */
const NOTICED_MS = 150;

/** What surrounds every step: where one is, the way back and on, and that the answer is on the disk. */
export function StepFrame({ execution, place }: StepFrameProps) {
  const t = useMessages(executionMessages);
  // Where an answer stands its tick is taken back at once: it spoke of the one before.
  const recorder = useRecorder(place.state === 'todo' ? NOTICED_MS : 0);
  const commit = useRef<Commit | null>(null);
  const [isOutlineOpen, setOutlineOpen] = useState(false);
  const [undoable] = useState(() => cell<number | null>(null));
  const { places } = execution.assessment;
  const at = places.findIndex(({ address }) => address === place.address);
  const before = places[at - 1];
  const overview = `/app/executions/${execution.x}`;
  const onward = isLastWord(execution, place) ? undefined : places[at + 1];

  const go = async (to: string) => {
    // What is typed but not recorded is recorded first; what cannot be an answer yet keeps the person here.
    if ((await commit.current?.()) ?? true) navigate(to);
  };
  const undo = async () => {
    if (await recorder.record([clearEntry(execution.x, place)])) undoable.set(null);
  };
  const label = t.step(at + 1, places.length);
  const flagged = places.flatMap(({ state }, n) => (state === 'failed' || state === 'refused' ? [n] : []));
  return (
    <Screen
      top={
        <FieldTop isCompact back={overview} {...(execution.site === null ? {} : { site: execution.site.id })}>
          <ProgressBar
            done={places.filter(({ state }) => state !== 'todo').length}
            total={places.length}
            current={at}
            flagged={flagged}
            label={label}
            outline={{ label: t.outline, onOpen: () => setOutlineOpen(true) }}
          />
        </FieldTop>
      }
      toast={place.state !== 'todo' && <Undo undoable={undoable} onUndo={() => void undo()} />}
      bottom={
        <BottomActions
          note={<SaveNote recorder={recorder} hasAnswer={place.state !== 'todo'} />}
          previous={
            <Button kind="action" icon="arrow-left" onClick={() => void go(before === undefined ? overview : pathToPlace(execution.x, before))}>
              {t.previous}
            </Button>
          }
        >
          <Button
            kind="primary"
            trailingIcon="arrow-right"
            isWide
            onClick={() => void go(onward === undefined ? `${overview}/check` : pathToPlace(execution.x, onward))}
          >
            {onward === undefined ? t.checkAnswers : t.next}
          </Button>
        </BottomActions>
      }
    >
      <Stack gap={4}>
        <StepBody
          execution={execution}
          place={place}
          recorder={recorder}
          setCommit={(next) => {
            commit.current = next;
          }}
          onAnswered={() => undoable.set(Date.now())}
        />
        <StepTools
          execution={execution}
          place={place}
          onTip={() => void go(writeTipPath(execution.content.slug, place.step.id, pathToPlace(execution.x, place)))}
        />
        <StepTips procedure={execution.content.slug} step={place.step.id} defect={place.evaluation?.finding ?? null} />
      </Stack>
      <StepOutline execution={execution} current={place} isOpen={isOutlineOpen} onClose={() => setOutlineOpen(false)} />
    </Screen>
  );
}

/** Work that was sent back to this step is done with it: nobody walks through the steps behind it again. */
const isLastWord = ({ assessment, state }: OpenExecution, place: AssessedPlace): boolean =>
  isSentBackTo(place, state) && assessment.toCorrect === null && assessment.missing.length === 0;

/** Draws itself alone: an answer that was just shown is not drawn again because it may be taken back. */
function Undo({ undoable, onUndo }: { undoable: Cell<number | null>; onUndo(): void }) {
  const t = useMessages(executionMessages);
  const given = useReadable(undoable);
  return given === null ? null : <Toast key={given} message={t.recorded} undoLabel={t.undo} onUndo={onUndo} onEnd={() => undoable.set(null)} />;
}

function SaveNote({ recorder, hasAnswer }: { recorder: Recorder; hasAnswer: boolean }) {
  const t = useMessages(executionMessages);
  const { saving, problem } = useReadable(recorder.standing);
  if (problem !== null)
    return (
      <Notice tone="stop" isLive>
        {problem}
      </Notice>
    );
  if (saving === 'saving') return <StateMark mark="doing" label={t.saving} size="small" />;
  return hasAnswer ? <StateMark mark="here" label={t.savedHere} size="small" /> : null;
}
