'use client';

import { Segmented, Stack, Switch, TextField } from '@heliograph/ui';
import { useMessages } from '../../platform/messages.ts';
import { LANGUAGES } from '../../platform/preferences.ts';
import { NewPassword } from '../account/new-password.tsx';
import { Part } from '../people/part.tsx';
import { TimeZoneField } from '../people/time-zone-field.tsx';
import { personWords } from '../people/words.ts';
import { type FieldName, guessable, siteCodeOf } from './draft.ts';
import { firstStartMessages } from './messages.ts';
import type { FirstStart } from './use-first-start.ts';

interface PartProps {
  /** The beginning of every control's id: the error summary leads there. */
  readonly id: string;
  readonly start: FirstStart;
  errorOf(field: FieldName): string | undefined;
}

export function CodePart({ id, start: { draft, change }, errorOf }: PartProps) {
  const t = useMessages(firstStartMessages);
  return (
    <Part title={t.codePart}>
      <TextField
        id={`${id}-code`}
        label={t.code}
        hint={t.codeHint}
        error={errorOf('code')}
        value={draft.code}
        onChange={(code) => change({ code })}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
      />
    </Part>
  );
}

export function OrganisationPart({ id, start: { draft, change }, errorOf }: PartProps) {
  const t = useMessages(firstStartMessages);
  const people = useMessages(personWords);
  return (
    <Part title={t.organisationPart}>
      <Stack gap={5}>
        <TextField
          id={`${id}-organisationName`}
          label={t.organisationName}
          error={errorOf('organisationName')}
          value={draft.organisationName}
          onChange={(organisationName) => change({ organisationName })}
          autoComplete="organization"
          maxLength={120}
        />
        <Segmented
          label={t.language}
          options={LANGUAGES.map((value) => ({ value, label: people[`language_${value}`] }))}
          value={draft.language}
          onChange={(language) => change({ language })}
        />
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

export function AdminPart({ id, start: { draft, change }, errorOf }: PartProps) {
  const t = useMessages(firstStartMessages);
  return (
    <Part title={t.adminPart}>
      <Stack gap={5}>
        <TextField
          id={`${id}-adminName`}
          label={t.adminName}
          error={errorOf('adminName')}
          value={draft.adminName}
          onChange={(adminName) => change({ adminName })}
          autoComplete="name"
          maxLength={120}
        />
        <TextField
          id={`${id}-email`}
          label={t.email}
          hint={t.emailHint}
          error={errorOf('email')}
          value={draft.email}
          onChange={(email) => change({ email })}
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <NewPassword
          id={`${id}-password`}
          label={t.password}
          context={guessable(draft)}
          error={errorOf('password')}
          value={draft.password}
          onChange={(password) => change({ password })}
        />
      </Stack>
    </Part>
  );
}

export function SitePart({ id, start: { draft, change }, errorOf }: PartProps) {
  const t = useMessages(firstStartMessages);
  return (
    <Part title={t.sitePart}>
      <Stack gap={5}>
        <TextField
          id={`${id}-siteName`}
          label={t.siteName}
          error={errorOf('siteName')}
          value={draft.siteName}
          onChange={(siteName) => change({ siteName })}
          autoComplete="off"
          maxLength={200}
        />
        <TextField
          id={`${id}-siteCode`}
          label={t.siteCode}
          hint={t.siteCodeHint}
          error={errorOf('siteCode')}
          value={siteCodeOf(draft)}
          onChange={(siteCode) => change({ siteCode })}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={64}
        />
        <TextField
          id={`${id}-address`}
          label={t.address}
          hint={t.addressHint}
          error={errorOf('address')}
          value={draft.address}
          onChange={(address) => change({ address })}
          autoComplete="off"
        />
        <Switch label={t.library} hint={t.libraryHint} isOn={draft.library} onChange={(library) => change({ library })} />
      </Stack>
    </Part>
  );
}
