'use client';

import { type AssessedPlace, LIFE, obstacles, signedOver, takesAnswers } from '@heliograph/domain';
import { BottomActions, Button, ErrorSummary, Figure, List, ListRow, Notice, Screen, Stack } from '@heliograph/ui';
import { useState } from 'react';
import { useMessages } from '../../platform/messages.ts';
import { useLanguage } from '../../platform/preferences.ts';
import { navigate } from '../../platform/router.ts';
import { FieldTop } from '../field/field-top.tsx';
import { usePlaceText } from './answer-text.ts';
import { basisHash } from './basis.ts';
import { checkMessages } from './check-messages.ts';
import styles from './check-page.module.css';
import { executionMessages } from './messages.ts';
import { pathToPlace } from './place-mark.ts';
import { PlaceState } from './place-state.tsx';
import { headsOf } from './record-step.ts';
import type { OpenExecution } from './use-execution.ts';
import { useRecording } from './use-recording.ts';
import { WithExecution } from './with-execution.tsx';

/** More links than this are a wall; the list below has them all. */
const LINKED = 5;

/** All answers on one page before anybody says that the work is done. */
export default function CheckPage({ id }: { id: string }) {
  return (
    <WithExecution id={id} back="/app">
      {(execution) => <Answers execution={execution} />}
    </WithExecution>
  );
}

function Answers({ execution }: { execution: OpenExecution }) {
  const t = useMessages(executionMessages);
  const words = useMessages(checkMessages);
  const language = useLanguage();
  const { record, saving, problem } = useRecording();
  const [hasTried, setTried] = useState(false);
  const { x, assessment, state } = execution;
  const text = usePlaceText(state);
  const { places } = assessment;
  const open = obstacles(assessment);
  const isOpen = takesAnswers(state.status);

  const complete = async () => {
    setTried(true);
    if (open.length > 0) return;
    const b = headsOf(execution, LIFE);
    if (await record([{ draft: { k: 'complete', x, b, p: { basis: await basisHash(state) } } }]))
      navigate(`/app/executions/${x}/read`, { isReplaced: true });
  };
  const numberOf = (place: AssessedPlace) => places.indexOf(place) + 1;
  const titleOf = ({ item, step }: AssessedPlace) => [item?.label, step.title[language]].filter(Boolean).join(' · ');
  const errors = open.slice(0, LINKED).map((place) => ({ message: words.toFill(numberOf(place), titleOf(place)), href: pathToPlace(x, place) }));
  const [first] = open;
  const [outdated] = isOpen ? signedOver(assessment, state) : [];
  const [unsettled] = places.filter(({ isConflict }) => isConflict);
  return (
    <Screen
      top={<FieldTop title={t.checkAnswers} back={`/app/executions/${x}`} />}
      bottom={
        <BottomActions>
          <Button kind="primary" icon="check" isWide isBusy={saving === 'saving'} disabled={!isOpen} onClick={() => void complete()}>
            {isOpen ? t.complete : t.completed}
          </Button>
        </BottomActions>
      }
    >
      <Stack gap={5}>
        {hasTried && errors.length > 0 && (
          <ErrorSummary
            title={words.leftToFill(open.length)}
            errors={errors}
            more={open.length > LINKED ? words.moreBelow(open.length - LINKED) : undefined}
          />
        )}
        {problem !== null && (
          <Notice tone="stop" isLive>
            {problem}
          </Notice>
        )}
        {!hasTried && first !== undefined && (
          <ToStep title={words.openPoints} href={pathToPlace(x, first)} label={words.goToStep(numberOf(first))}>
            {words.leftToDo(open.length)}
          </ToStep>
        )}
        {errors.length === 0 && unsettled === undefined && outdated === undefined && <Notice tone="conform">{words.allDone}</Notice>}
        {unsettled !== undefined && (
          <ToStep title={t.conflict} href={pathToPlace(x, unsettled)} label={words.goToStep(numberOf(unsettled))}>
            {titleOf(unsettled)}
          </ToStep>
        )}
        {outdated !== undefined && (
          <ToStep title={words.signedOver} href={pathToPlace(x, outdated)} label={words.goToStep(numberOf(outdated))}>
            {words.signedOverText}
          </ToStep>
        )}
        <Totals execution={execution} />
        <List label={t.answers}>
          {places.map((place, n) => (
            <ListRow
              key={place.address}
              title={`${n + 1}. ${titleOf(place)}`}
              detail={text(place)}
              leading={<PlaceState place={place} />}
              trailing={isOpen ? (place.state === 'todo' ? words.fill : words.edit) : undefined}
              href={pathToPlace(x, place)}
            />
          ))}
        </List>
      </Stack>
    </Screen>
  );
}

/** What is still open, and the way to it. */
function ToStep({ title, href, label, children }: { title: string; href: string; label: string; children: string }) {
  return (
    <Notice
      tone="watch"
      title={title}
      action={
        <Button kind="quiet" trailingIcon="arrow-right" href={href}>
          {label}
        </Button>
      }
    >
      {children}
    </Notice>
  );
}

/** Counts that can be read from arm's length. */
export function Totals({ execution: { assessment, state } }: { execution: OpenExecution }) {
  const t = useMessages(executionMessages);
  const { places, failed } = assessment;
  const count = (wanted: string) => places.filter(({ state: one }) => one === wanted).length;
  const photos = state.photos.filter(({ removedBy }) => removedBy === null).length;
  return (
    <div className={styles.totals}>
      <Figure label={t.countOk} value={String(count('done'))} />
      <Figure label={t.countFail} value={String(failed.length)} {...(failed.length > 0 ? { tone: 'out' as const } : {})} />
      <Figure label={t.countSkipped} value={String(count('skipped'))} />
      <Figure label={t.countPhotos} value={String(photos)} />
    </div>
  );
}
