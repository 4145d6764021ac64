'use client';

import { type AssessedPlace, isKnownStep, type KnownStep, type ResponseOf, type StepKind } from '@heliograph/domain';
import { Badge, Cluster, Notice, Stack, Text, Title } from '@heliograph/ui';
import { useMessages } from '../../platform/messages.ts';
import { useLanguage } from '../../platform/preferences.ts';
import { unbroken } from '../../platform/typography.ts';
import { AddRows } from './add-rows.tsx';
import { ConditionsHint } from './conditions/conditions-hint.tsx';
import { Conflict } from './conflict.tsx';
import { Consequences } from './consequences.tsx';
import { GateNotice } from './gate-notice.tsx';
import { executionMessages } from './messages.ts';
import { ReturnedStep } from './office-notices.tsx';
import { StepNotes } from './step-notes.tsx';
import { stepInputs } from './steps/index.ts';
import type { Commit, StepInput } from './steps/types.ts';
import { useAnswer } from './use-answer.ts';
import type { OpenExecution } from './use-execution.ts';
import type { Recorder } from './use-recording.ts';

interface StepBodyProps {
  readonly execution: OpenExecution;
  readonly place: AssessedPlace;
  readonly recorder: Recorder;
  setCommit(commit: Commit | null): void;
  onAnswered(): void;
}

/** The step itself: what to do, whether it may be done now, the input, and what follows from the answer. */
export function StepBody({ execution, place, recorder, setCommit, onAnswered }: StepBodyProps) {
  const t = useMessages(executionMessages);
  const language = useLanguage();
  const { step, item } = place;
  const gate = execution.gate(place);
  const { answer, clear } = useAnswer({ execution, place, recorder, onAnswered });
  return (
    <Stack gap={4}>
      <Title eyebrow={item?.label}>{step.title[language]}</Title>
      {(step.holdPoint || !step.required) && (
        <Cluster gap={2}>
          {step.holdPoint && (
            <Badge tone="stop" icon="hold">
              {t.holdPoint}
            </Badge>
          )}
          {!step.required && <Badge>{t.optional}</Badge>}
        </Cluster>
      )}
      <Text kind="lead">{unbroken(step.instructions[language])}</Text>
      {isKnownStep(step) && <StepNotes step={step} />}
      <ReturnedStep execution={execution} place={place} />
      {gate !== null && <GateNotice execution={execution} place={place} gate={gate} />}
      {place.state === 'held' && isKnownStep(step) && (
        <Notice tone="watch" title={t.newerAnswer}>
          {t.newerAnswerHelp}
        </Notice>
      )}
      {place.isConflict && <Conflict execution={execution} place={place} />}
      {place.needsItems ? (
        <AddRows execution={execution} over={step.repeat?.over ?? ''} isLocked={gate !== null} />
      ) : isKnownStep(step) ? (
        <Input {...{ execution, place, recorder, setCommit }} step={step} isLocked={gate !== null} onAnswer={answer} onClear={clear} />
      ) : (
        <Notice tone="watch" title={t.newer}>
          {t.newerHelp}
        </Notice>
      )}
      <ConditionsHint execution={execution} place={place} />
      <Consequences execution={execution} place={place} />
    </Stack>
  );
}

interface InputProps extends Omit<StepBodyProps, 'onAnswered'> {
  readonly step: KnownStep;
  readonly isLocked: boolean;
  onAnswer(response: Record<string, unknown>): Promise<boolean>;
  onClear(): Promise<boolean>;
}

function Input({ step, place, ...props }: InputProps) {
  // The registry pairs each kind with its input; the answer was read by the same kind's schema.
  const Kind = stepInputs[step.kind] as unknown as StepInput<StepKind>;
  return <Kind {...props} place={place} step={step} response={place.response as ResponseOf<StepKind> | null} />;
}
