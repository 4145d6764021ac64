'use client';

import { Button, Cluster, Disclosure, ErrorSummary, Notice, SelectField, Stack, TextField, Title } from '@heliograph/ui';
import { type FormEvent, useId } from 'react';
import { useMessages } from '../../../platform/messages.ts';
import { useTitle } from '../../../platform/title.ts';
import { useLive } from '../../../platform/trpc.tsx';
import { OfficeFrame } from '../office-frame.tsx';
import { useSites } from '../shared/every-page.ts';
import { GivenRefusal } from './given-refusal.tsx';
import { workMessages } from './messages.ts';
import { ProcedurePicker } from './procedure-picker.tsx';
import { useGiveWork } from './use-give-work.ts';
import styles from './work.module.css';
import { PeopleChoice, PlaceChoice } from './work-choices.tsx';
import type { WorkField } from './work-draft.ts';

type Giving = ReturnType<typeof useGiveWork>;

/** A procedure, a place, people, a day: work that is on their phones when they next hear from the server. */
export default function GivePage() {
  const t = useMessages(workMessages);
  const live = useLive();
  useTitle(t.give);
  return (
    <OfficeFrame liveness={live}>
      <div className={styles.form}>
        <Stack gap={5}>
          <Cluster>
            <Button kind="quiet" icon="arrow-left" href="/office/work">
              {t.back}
            </Button>
          </Cluster>
          <Title level={1}>{t.give}</Title>
          <GiveForm />
        </Stack>
      </div>
    </OfficeFrame>
  );
}

function GiveForm() {
  const t = useMessages(workMessages);
  const id = useId();
  const giving = useGiveWork();
  const { draft, type, problems } = giving;
  const sites = useSites().data ?? [];
  const errorOf = (field: WorkField) => (problems[field] === undefined ? undefined : t[problems[field]]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void giving.give();
  };
  return (
    <form onSubmit={submit} noValidate aria-busy={giving.isBusy}>
      <Stack gap={6}>
        {giving.again.work !== null && <Waiting again={giving.again} />}
        <Said giving={giving} id={id} />
        <ProcedurePicker
          id={`${id}-procedure`}
          value={draft.procedure}
          error={errorOf('procedure')}
          unlisted={giving.again.work === null ? undefined : t.versionOfRecords}
          onChange={(procedure) => type({ procedure })}
        />
        <SelectField
          id={`${id}-site`}
          label={t.site}
          value={draft.site}
          error={errorOf('site')}
          onChange={(site) => type({ site, asset: null })}
          options={[{ value: '', label: t.chooseSite }, ...sites.map((site) => ({ value: String(site.id), label: site.name }))]}
        />
        <PlaceChoice draft={draft} onChange={(asset) => type({ asset })} />
        <PeopleChoice
          id={`${id}-people`}
          draft={draft}
          already={giving.again.author === null || giving.again.isAway ? [] : [giving.again.author]}
          error={errorOf('people')}
          onChange={(people) => type({ people })}
        />
        <TextField id={`${id}-day`} label={t.day} type="date" value={draft.day} error={errorOf('day')} onChange={(day) => type({ day })} />
        <TextField isMultiline label={t.note} hint={t.noteHint} maxLength={4000} value={draft.note} onChange={(note) => type({ note })} />
        <Disclosure summary={t.reported}>
          <Stack gap={4}>
            <TextField isMultiline rows={2} label={t.symptom} maxLength={1000} value={draft.symptom} onChange={(symptom) => type({ symptom })} />
            <TextField label={t.alarm} maxLength={200} autoComplete="off" value={draft.alarm} onChange={(alarm) => type({ alarm })} />
            <TextField label={t.source} maxLength={200} autoComplete="off" value={draft.source} onChange={(source) => type({ source })} />
          </Stack>
        </Disclosure>
        <Button kind="primary" icon="send" type="submit" isBusy={giving.isBusy}>
          {t.send}
        </Button>
      </Stack>
    </form>
  );
}

/** Records for which this work is given. */
function Waiting({ again: { author, isAway } }: { again: Giving['again'] }) {
  const t = useMessages(workMessages);
  return <Notice title={author === null ? t.againTitle : t.again(author.name)}>{isAway ? t.againAway : t.againText}</Notice>;
}

/** What stands in the way, before the fields. */
function Said({ giving, id }: { giving: Giving; id: string }) {
  const t = useMessages(workMessages);
  const { problems, refusal, siteName } = giving;
  const wrong = Object.entries(problems);
  if (wrong.length > 0)
    return (
      <ErrorSummary
        key={wrong.map(([field]) => field).join()}
        title={t.problem}
        errors={wrong.map(([field, problem]) => ({ message: t[problem], href: `#${id}-${field}` }))}
      />
    );
  return refusal && <GivenRefusal refusal={refusal} siteName={siteName} isBusy={giving.isBusy} onOpenSite={() => void giving.give(true)} />;
}
