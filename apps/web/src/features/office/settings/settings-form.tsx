'use client';

import { placePolicySchema } from '@heliograph/domain/organisation';
import { Button, CheckButtons, ChoiceButtons, Cluster, ErrorSummary, Notice, Segmented, Stack, StateMark, Switch, TextField } from '@heliograph/ui';
import { type FormEvent, useId } from 'react';
import { useFormat } from '../../../platform/format.ts';
import { useRefusal } from '../../../platform/messages/refusals.ts';
import { useMessages } from '../../../platform/messages.ts';
import { LANGUAGES } from '../../../platform/preferences.ts';
import { reasonOf } from '../../../platform/use-door.ts';
import { Part } from '../../people/part.tsx';
import { TimeZoneField } from '../../people/time-zone-field.tsx';
import { personWords } from '../../people/words.ts';
import { LogoField } from './logo-field.tsx';
import { organisationMessages } from './messages.ts';
import { Overtaken } from './overtaken.tsx';
import { ALARM_HOURS, FIELDS, type FieldName, PHOTO_SIDES } from './settings-draft.ts';
import { type Editing, type Stored, useSettings } from './use-settings.ts';

/** What an admin changes of the organisation. */
export function SettingsForm({ stored }: { stored: Stored }) {
  const t = useMessages(organisationMessages);
  const id = useId();
  const refusal = useRefusal();
  const editing = useSettings(stored);
  const { problems, refused, isOvertaken, isBusy, isChanged } = editing;
  const reason = reasonOf(refused);
  const errorOf = (field: FieldName) => {
    if (field === 'logo') return reason === 'logo' ? t.logoOdd : undefined;
    const problem = problems[field];
    return problem === undefined ? undefined : t[problem];
  };
  const errors = FIELDS.flatMap((field) => {
    const message = errorOf(field);
    return message === undefined ? [] : [{ message, href: `#${id}-${field}` }];
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void editing.save();
  };
  const part = { id, editing, errorOf };
  return (
    <form onSubmit={submit} noValidate aria-busy={isBusy}>
      <Stack gap={6}>
        {errors.length > 0 && !isBusy && <ErrorSummary key={errors.map(({ href }) => href).join()} title={t.problem} errors={errors} />}
        <OrganisationPart {...part} />
        <FieldPart {...part} />
        {isOvertaken && <Overtaken stored={stored} editing={editing} />}
        {refused !== null && !isOvertaken && reason !== 'logo' && (
          <Notice tone="watch" isLive>
            {reason === 'language' ? t.languageOdd : refusal(refused)}
          </Notice>
        )}
        <Cluster gap={3}>
          <Button kind="primary" type="submit" isBusy={isBusy} disabled={!isChanged}>
            {t.save}
          </Button>
          {isChanged && (
            <Button kind="quiet" onClick={editing.restore}>
              {t.reset}
            </Button>
          )}
          <span role="status">{editing.isSaved && !isChanged && <StateMark mark="conform" label={t.saved} size="small" />}</span>
        </Cluster>
      </Stack>
    </form>
  );
}

interface PartProps {
  readonly id: string;
  readonly editing: Editing;
  errorOf(field: FieldName): string | undefined;
}

function OrganisationPart({ id, editing: { draft, change }, errorOf }: PartProps) {
  const t = useMessages(organisationMessages);
  const words = useMessages(personWords);
  return (
    <Part title={t.organisation}>
      <Stack gap={5}>
        <TextField
          id={`${id}-name`}
          label={t.name}
          value={draft.name}
          onChange={(name) => change({ name })}
          error={errorOf('name')}
          autoComplete="organization"
          maxLength={120}
        />
        <LogoField value={draft.logo} error={errorOf('logo')} onChange={(logo) => change({ logo })} />
        <CheckButtons
          id={`${id}-languages`}
          label={t.languages}
          hint={t.languagesHint}
          error={errorOf('languages')}
          values={draft.languages}
          onChange={(languages) => change({ languages })}
          options={LANGUAGES.map((value) => ({ value, label: words[`language_${value}`] }))}
        />
        <Stack gap={1}>
          <Segmented
            label={t.language}
            value={draft.language}
            onChange={(language) => change({ language })}
            options={LANGUAGES.map((value) => ({ value, label: words[`language_${value}`] }))}
          />
          {errorOf('language') !== undefined && <StateMark mark="out" label={t.languageOdd} size="small" />}
        </Stack>
        <TimeZoneField
          id={`${id}-timeZone`}
          label={t.timeZone}
          error={errorOf('timeZone')}
          value={draft.timeZone}
          onChange={(timeZone) => change({ timeZone })}
        />
      </Stack>
    </Part>
  );
}

function FieldPart({ id, editing: { draft, change }, errorOf }: PartProps) {
  const t = useMessages(organisationMessages);
  const format = useFormat();
  const named = Object.entries(PHOTO_SIDES).map(([size, side]) => ({ side, label: sizeWord(t, size) }));
  const sides = named.some(({ side }) => side === draft.photoSide) ? named : [...named, { side: draft.photoSide, label: '' }];
  const hours = [...new Set([...ALARM_HOURS, draft.unsentAlarmHours])].sort((a, b) => a - b);
  return (
    <Part title={t.field}>
      <Stack gap={5}>
        <ChoiceButtons
          id={`${id}-placePolicy`}
          label={t.placePolicy}
          value={draft.placePolicy}
          onChange={(placePolicy) => change({ placePolicy })}
          options={placePolicySchema.options.map((value) => ({ value, label: t[`place_${value}`], detail: t[`place_${value}_text`] }))}
        />
        <ChoiceButtons
          id={`${id}-photoSide`}
          label={t.photoSide}
          hint={t.photoSideHint}
          error={errorOf('photoSide')}
          value={String(draft.photoSide)}
          onChange={(side) => change({ photoSide: Number(side) })}
          options={sides.map(({ side, label }) => ({
            value: String(side),
            label: [label, t.pixels(format.decimal(String(side)))].filter(Boolean).join(' · '),
          }))}
        />
        <Switch label={t.wifiOnly} hint={t.wifiOnlyHint} isOn={draft.photosWifiOnly} onChange={(photosWifiOnly) => change({ photosWifiOnly })} />
        <Switch
          label={t.secondApproval}
          hint={t.secondApprovalHint}
          isOn={draft.secondApproval}
          onChange={(secondApproval) => change({ secondApproval })}
        />
        <Segmented
          label={t.unsentAlarm}
          value={String(draft.unsentAlarmHours)}
          onChange={(chosen) => change({ unsentAlarmHours: Number(chosen) })}
          options={hours.map((value) => ({ value: String(value), label: format.duration(value * 60) }))}
        />
      </Stack>
    </Part>
  );
}

const sizeWord = (t: { photoSide_small: string; photoSide_normal: string; photoSide_large: string }, size: string): string =>
  ({ small: t.photoSide_small, normal: t.photoSide_normal, large: t.photoSide_large })[size] ?? '';
