'use client';

import { isOver, takesAnswers } from '@heliograph/domain';
import { BottomActions, Button, Notice, ProgressBar, Screen, Stack } from '@heliograph/ui';
import { useState } from 'react';
import { useMessages } from '../../platform/messages.ts';
import { useLanguage } from '../../platform/preferences.ts';
import { navigate } from '../../platform/router.ts';
import { AskButton } from '../assistant/ask-button.tsx';
import { FieldTop } from '../field/field-top.tsx';
import { GroundNotice } from '../today/ground-notice.tsx';
import { useGround } from '../today/use-ground.ts';
import { ConditionsRow } from './conditions/conditions-facts.tsx';
import { executionMessages } from './messages.ts';
import { ForgottenNotice, LeftNotice, NewerVersionNotice, ReturnedNotice, WithdrawnNotice } from './office-notices.tsx';
import { pathToPlace } from './place-mark.ts';
import { PlaceList } from './step-outline.tsx';
import { SuspendSheet } from './suspend-sheet.tsx';
import { handOf, type OpenExecution } from './use-execution.ts';
import { useResume } from './use-resume.ts';
import { WithExecution } from './with-execution.tsx';

/** One intervention: where it stands, every step, and the way on. */
export default function OverviewPage({ id }: { id: string }) {
  return (
    <WithExecution id={id} back="/app">
      {(execution) => <Overview execution={execution} />}
    </WithExecution>
  );
}

const titleWith = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join(' · ');

function Overview({ execution }: { execution: OpenExecution }) {
  const t = useMessages(executionMessages);
  const language = useLanguage();
  const [isSuspending, setSuspending] = useState(false);
  // What this browser would not keep is said before more is recorded in it (H1, H14).
  const ground = useGround();
  const { content, assessment, state, site, asset, x } = execution;
  const { places, progress, halt, missing, toCorrect } = assessment;
  const isDone = isOver(state.status);
  // A stop locks every other step: the way on begins where it stands. What a reviewer sent back goes before what is left to do.
  const next = halt?.place ?? toCorrect ?? missing[0] ?? null;
  const begun = places.some(({ state: one }) => one !== 'todo');
  const isParked = state.status === 'suspended';
  const { resume, reason, problem } = useResume(execution);
  const goOn = async () => {
    if (await resume()) navigate(next === null ? `/app/executions/${x}/check` : pathToPlace(x, next));
  };
  return (
    <Screen
      top={
        <FieldTop
          title={content.title[language]}
          eyebrow={titleWith(site?.name, asset?.asset.name)}
          back="/app"
          {...(site === null ? {} : { site: site.id })}
        >
          <ProgressBar done={progress.done} total={progress.total} label={t.progress(progress.done, progress.total)} />
        </FieldTop>
      }
      bottom={
        <BottomActions
          previous={
            takesAnswers(state.status) ? (
              <Button kind="action" icon="clock" onClick={() => setSuspending(true)}>
                {t.suspend}
              </Button>
            ) : undefined
          }
        >
          {isDone ? (
            <Button kind="primary" isWide href={`/app/executions/${x}/read`}>
              {t.read}
            </Button>
          ) : isParked ? (
            <Button kind="primary" icon="play" isWide onClick={() => void goOn()}>
              {t.resume}
            </Button>
          ) : next === null ? (
            <Button kind="primary" isWide href={`/app/executions/${x}/check`}>
              {t.checkAnswers}
            </Button>
          ) : (
            <Button kind="primary" trailingIcon="arrow-right" isWide href={pathToPlace(x, next)}>
              {begun ? t.continueAt(places.indexOf(next) + 1) : t.begin}
            </Button>
          )}
        </BottomActions>
      }
    >
      <Stack gap={4}>
        {!isDone && <GroundNotice ground={ground} />}
        {isParked && <Notice>{reason}</Notice>}
        {problem !== null && (
          <Notice tone="stop" isLive>
            {problem}
          </Notice>
        )}
        <WithdrawnNotice execution={execution} />
        <LeftNotice execution={execution} />
        <ForgottenNotice execution={execution} />
        <ReturnedNotice execution={execution} />
        {halt !== null && !isDone && (
          <Notice
            tone="stop"
            title={t.halted}
            action={
              <Button kind="quiet" href={pathToPlace(x, halt.place)}>
                {t.goThere}
              </Button>
            }
          >
            {t.haltedAt(halt.place.step.title[language])}
          </Notice>
        )}
        {!isDone && <NewerVersionNotice execution={execution} />}
        <ConditionsRow execution={execution} />
        <AskButton
          home="/app/assistant"
          kind="quiet"
          context={{ ...handOf(execution), label: titleWith(content.title[language], asset?.asset.name) }}
        />
        <PlaceList execution={execution} onOpen={(place) => navigate(pathToPlace(x, place))} />
      </Stack>
      <SuspendSheet execution={execution} isOpen={isSuspending} onClose={() => setSuspending(false)} />
    </Screen>
  );
}
