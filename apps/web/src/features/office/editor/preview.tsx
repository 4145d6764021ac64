'use client';

import { isKnownStep, type Language } from '@heliograph/domain';
import type { ProcedureDraft } from '@heliograph/domain/procedure/draft';
import { Button, Cluster, Notice, Segmented, Stack, Text, Title } from '@heliograph/ui';
import { type MouseEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { StepFieldProvider } from '../../../platform/field-context.tsx';
import type { Identity } from '../../../platform/identity.ts';
import { useMessages } from '../../../platform/messages.ts';
import { LANGUAGES, SpokenHere, useLanguage } from '../../../platform/preferences.ts';
import { useReadable } from '../../../platform/readable.ts';
import { StepBody } from '../../execution/step-body.tsx';
import type { Commit } from '../../execution/steps/types.ts';
import type { OpenExecution } from '../../execution/use-execution.ts';
import { useRecorder } from '../../execution/use-recording.ts';
import { useEditing, useEditor } from './editor-context.tsx';
import styles from './preview.module.css';
import { previewContent } from './preview-content.ts';
import { previewMessages } from './preview-messages.ts';
import { type PreviewRun, previewExecution, startPreview } from './preview-run.ts';

/** The draft on a phone, as a technician will have it: the phone's own inputs, answered in memory, in either language. */
export function Preview({ draft, identity }: { draft: ProcedureDraft; identity: Identity }) {
  const t = useMessages(previewMessages);
  const own = useLanguage();
  const [language, setLanguage] = useState<Language>(own);
  const [run, setRun] = useState(() => startPreview(identity));
  return (
    <Stack gap={3}>
      <Cluster gap={3} justify="between">
        <Segmented label={t.language} value={language} options={LANGUAGES.map((value) => ({ value, label: t[value] }))} onChange={setLanguage} />
        <Button kind="quiet" icon="rotate" onClick={() => setRun(startPreview(identity))}>
          {t.restart}
        </Button>
      </Cluster>
      <section className={styles.phone} aria-label={t.phone} lang={language}>
        <SpokenHere value={language}>
          <StepFieldProvider value={run.field}>
            <Phone draft={draft} run={run} />
          </StepFieldProvider>
        </SpokenHere>
      </section>
    </Stack>
  );
}

function Phone({ draft, run }: { draft: ProcedureDraft; run: PreviewRun }) {
  const editor = useEditor();
  const open = useDeferredValue(useEditing((state) => state.open));
  const state = useReadable(run.state);
  const execution = useMemo(() => previewExecution(previewContent(draft), state), [draft, state]);
  const onClick = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (link === null) return;
    // A place in the run is a step of the outline here; other screens of the phone are not part of a draft.
    event.preventDefault();
    const step = draft.steps.find(({ id }) => link.getAttribute('href')?.split('/').includes(id));
    if (step !== undefined) editor.open(step.id);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: only what links inside it would do is caught here
    // biome-ignore lint/a11y/noStaticElementInteractions: only what links inside it would do is caught here
    <div className={styles.screen} onClick={onClick}>
      <Shown execution={execution} open={open} />
    </div>
  );
}

function Shown({ execution, open }: { execution: OpenExecution; open: string | null }) {
  const t = useMessages(previewMessages);
  const language = useLanguage();
  const editor = useEditor();
  const { places } = execution.assessment;
  const step = execution.content.steps.find(({ id }) => id === open);
  const at = places.findIndex((place) => place.step.id === open);
  const place = places[at];
  if (step === undefined) return <Text isSoft>{t.choose}</Text>;
  if (!isKnownStep(step))
    return (
      <Stack gap={4}>
        <Title>{step.title[language] || t.untitled}</Title>
        <Text kind="lead">{step.instructions[language]}</Text>
        <Notice tone="watch">{t.unfinished}</Notice>
      </Stack>
    );
  if (place === undefined) return <Notice title={step.title[language] || t.untitled}>{t.hidden}</Notice>;
  const go = (by: -1 | 1) => editor.open(places[at + by]?.step.id ?? open);
  return (
    <Stack gap={4}>
      <Text kind="small" isSoft>
        {t.place(at + 1, places.length)}
      </Text>
      <Filled key={place.address} execution={execution} place={place} />
      <Cluster justify="between">
        <Button icon="arrow-left" disabled={at === 0} onClick={() => go(-1)}>
          {t.previous}
        </Button>
        <Button trailingIcon="arrow-right" disabled={at === places.length - 1} onClick={() => go(1)}>
          {t.next}
        </Button>
      </Cluster>
    </Stack>
  );
}

function Filled({ execution, place }: { execution: OpenExecution; place: OpenExecution['assessment']['places'][number] }) {
  const recorder = useRecorder();
  const commit = useRef<Commit | null>(null);
  // A field that is left says what it holds: on the phone the frame around the step asks for it.
  useEffect(() => () => void commit.current?.(), []);
  return (
    <StepBody
      execution={execution}
      place={place}
      recorder={recorder}
      setCommit={(next) => {
        commit.current = next;
      }}
      onAnswered={() => undefined}
    />
  );
}
