'use client';

import { Button, Section, SelectField, Stack, Text, TextField } from '@heliograph/ui';
import { type FormEvent, useId, useState } from 'react';
import { useFormat } from '../../../platform/format.ts';
import { useMessages } from '../../../platform/messages.ts';
import { query } from '../../../platform/rpc.ts';
import { reasonOf, useDoor } from '../../../platform/use-door.ts';
import { differencesBetween } from '../shared/changed.tsx';
import { FormProblems } from '../shared/form-problems.tsx';
import { siteMessages } from './messages.ts';
import { draftOf, EMERGENCY, emptySite, FIELDS, type Problems, readSite, type SiteDraft, type SiteField, type SiteItem } from './site-draft.ts';

interface SiteFormProps {
  /** The one to change; undefined: a new one. */
  readonly site?: SiteItem | undefined;
  onSaved(site: SiteItem): void;
}

/** Everything a person may say of a site, the emergency sheet included. */
export function SiteForm({ site, onSaved }: SiteFormProps) {
  const t = useMessages(siteMessages);
  const id = useId();
  const form = useSiteForm(site, onSaved);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void form.save();
  };
  const field = (name: SiteField) => ({
    ...{ id: `${id}-${name}`, label: t[name], value: form.draft[name] },
    error: form.saying(name),
    onChange: (value: string) => form.type({ [name]: value }),
  });
  return (
    <form onSubmit={submit} noValidate aria-busy={form.isBusy}>
      <Stack gap={5}>
        <Said form={form} id={id} timeZone={site?.timeZone} />
        <TextField {...field('name')} maxLength={200} autoComplete="off" />
        <TextField {...field('code')} hint={t.codeHint} maxLength={64} autoComplete="off" spellCheck={false} />
        <SelectField {...field('timeZone')} options={zones(form.draft.timeZone).map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))} />
        <TextField {...field('address')} isMultiline rows={2} maxLength={500} />
        <TextField {...field('lat')} hint={t.placeHint} inputMode="decimal" autoComplete="off" />
        <TextField {...field('lon')} inputMode="decimal" autoComplete="off" />
        <Section title={t.emergency} level={3}>
          <Stack gap={4}>
            <Text kind="small" isSoft>
              {t.emergencyHint}
            </Text>
            {EMERGENCY.map((name) => (
              <TextField key={name} {...field(name)} maxLength={name === 'controlRoom' ? 100 : 500} autoComplete="off" />
            ))}
          </Stack>
        </Section>
        <Button kind="primary" type="submit" isWide isBusy={form.isBusy}>
          {t.save}
        </Button>
      </Stack>
    </form>
  );
}

type Form = ReturnType<typeof useSiteForm>;

function useSiteForm(site: SiteItem | undefined, onSaved: (site: SiteItem) => void) {
  const t = useMessages(siteMessages);
  const { decimal } = useFormat();
  const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const [draft, setDraft] = useState<SiteDraft>(site === undefined ? emptySite(ownZone) : draftOf(site, decimal));
  const [problems, setProblems] = useState<Problems>({});
  const [theirs, setTheirs] = useState<SiteItem | null>(null);
  const create = useDoor('site.create');
  const update = useDoor('site.update');
  const { isBusy, refused } = site === undefined ? create : update;
  const reason = reasonOf(refused);
  const said: Problems = {
    ...problems,
    ...(reason === 'code_taken' ? { code: 'codeTaken' } : {}),
    ...(reason === 'time_zone' ? { timeZone: 'badZone' } : {}),
  };
  const saying = (name: SiteField): string | undefined => {
    const problem = said[name];
    return problem === undefined ? undefined : problem === 'codeTaken' ? t.codeTaken(draft.code) : t[problem];
  };
  const save = async (revision = site?.revision) => {
    const { input, problems: found, isSound } = readSite(draft);
    setProblems(found);
    if (!isSound) return;
    const saved = site === undefined || revision === undefined ? await create.go(input) : await update.go({ ...input, id: site.id, revision });
    if (saved !== null) onSaved(saved);
    // Whoever was first is shown beside what was typed.
    else if (site !== undefined) setTheirs((await query('site.get', { id: site.id }).catch(() => null))?.site ?? null);
  };
  return {
    ...{ draft, isBusy, refused, reason, theirs, saying, save },
    wrong: FIELDS.filter((name) => said[name] !== undefined),
    type: (wish: Partial<SiteDraft>) => setDraft((now) => ({ ...now, ...wish })),
    differences:
      theirs === null ? [] : differencesBetween(draft, draftOf(theirs, decimal), (name) => t[FIELDS.find((one) => one === name) ?? 'name']),
    takeTheirs: () => theirs !== null && onSaved(theirs),
  };
}

/** What stands in the way, before the fields. */
function Said({ form, id, timeZone }: { form: Form; id: string; timeZone: string | undefined }) {
  const { refused, reason, theirs, wrong } = form;
  return (
    <FormProblems
      errors={wrong.map((name) => ({ message: form.saying(name) ?? '', href: `#${id}-${name}` }))}
      refused={refused}
      clash={
        reason === 'changed' && theirs !== null
          ? { differences: form.differences, timeZone, onKeep: () => void form.save(theirs.revision), onTake: form.takeTheirs }
          : undefined
      }
    />
  );
}

/** Every zone that this browser knows, and the one the site has. */
const zones = (own: string): readonly string[] => [...new Set([own, ...Intl.supportedValuesOf('timeZone')])].toSorted();
