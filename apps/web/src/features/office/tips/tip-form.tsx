'use client';

import { Button, SelectField, Stack, Text, TextField } from '@heliograph/ui';
import { type FormEvent, useId, useState } from 'react';
import { useMessages } from '../../../platform/messages.ts';
import { query } from '../../../platform/rpc.ts';
import { reasonOf, useDoor } from '../../../platform/use-door.ts';
import { TIP_CATEGORY_CODES, useCatalogueNames } from '../../procedure/catalogue-names.ts';
import { useFindingOptions } from '../../procedure/fields/catalogue-options.ts';
import { PickMany } from '../../procedure/fields/pick-fields.tsx';
import { differencesBetween } from '../shared/changed.tsx';
import { FormProblems } from '../shared/form-problems.tsx';
import { officeTipMessages } from './messages.ts';
import { draftOf, emptyTip, FIELDS, type Problems, readTip, TEXTS, type TextName, type TipDraft, type TipItem } from './tip-draft.ts';
import { TipPhotos } from './tip-photos.tsx';

interface TipFormProps {
  /** The one to change; null: a new one. */
  readonly tip: TipItem | null;
  onSaved(tip: TipItem): void;
}

/** A version of a tip in one language or both. */
export function TipForm({ tip, onSaved }: TipFormProps) {
  const t = useMessages(officeTipMessages);
  const names = useCatalogueNames();
  const id = useId();
  const defects = useFindingOptions();
  const form = useTipForm(tip, onSaved);
  const [isSending, setSending] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void form.save();
  };
  const text = (name: TextName) => ({
    ...{ id: `${id}-${name}`, label: t[name], value: form.draft[name] },
    error: form.saying(name),
    onChange: (value: string) => form.type({ [name]: value }),
  });
  return (
    <form onSubmit={submit} noValidate aria-busy={form.isBusy}>
      <Stack gap={5}>
        <Said form={form} id={id} />
        <Text kind="small" isSoft>
          {t.oneIsEnough}
        </Text>
        <TextField {...text('fr_title')} maxLength={120} autoComplete="off" />
        <TextField {...text('fr_content')} isMultiline rows={5} maxLength={4000} />
        <TextField {...text('en_title')} maxLength={120} autoComplete="off" />
        <TextField {...text('en_content')} isMultiline rows={5} maxLength={4000} />
        <SelectField
          label={t.category}
          value={form.draft.category}
          onChange={(category) => form.type({ category })}
          options={[...new Set([form.draft.category, ...TIP_CATEGORY_CODES])].map((value) => ({ value, label: names.tipCategory(value) }))}
        />
        <TextField
          label={t.tags}
          hint={t.commas}
          value={form.draft.tags}
          onChange={(tags) => form.type({ tags })}
          maxLength={400}
          autoComplete="off"
        />
        <TextField
          label={t.models}
          hint={t.commas}
          value={form.draft.models}
          onChange={(models) => form.type({ models })}
          maxLength={400}
          autoComplete="off"
        />
        <PickMany
          id={`${id}-defects`}
          label={t.defects}
          values={form.draft.defects}
          options={defects}
          onChange={(chosen) => form.type({ defects: chosen })}
        />
        <TipPhotos id={form.id} photos={form.draft.photos} isSending={isSending} onSending={setSending} onChange={form.changePhotos} />
        <Text kind="small" isSoft>
          {t.saveText}
        </Text>
        <Button kind="primary" type="submit" isWide isBusy={form.isBusy || isSending}>
          {t.save}
        </Button>
      </Stack>
    </form>
  );
}

const PARTS = [...FIELDS, 'defects', 'photos'] as const;

type Form = ReturnType<typeof useTipForm>;

function useTipForm(tip: TipItem | null, onSaved: (tip: TipItem) => void) {
  const t = useMessages(officeTipMessages);
  // A new one has its name before it is written: its pictures are sent under it, and sending the form twice makes one tip.
  const [id] = useState(() => tip?.id ?? crypto.randomUUID());
  const [draft, setDraft] = useState<TipDraft>(tip === null ? emptyTip : draftOf(tip));
  const [problems, setProblems] = useState<Problems>({});
  const [theirs, setTheirs] = useState<TipItem | null>(null);
  const create = useDoor('tip.create');
  const update = useDoor('tip.update');
  const names = useCatalogueNames();
  const said = ({ defects, photos, ...texts }: TipDraft) => ({
    ...texts,
    defects: defects.map(names.defect).join(', '),
    photos: String(photos.length),
  });
  const { isBusy, refused } = tip === null ? create : update;
  const save = async (revision = tip?.revision) => {
    const { text, problems: found, isSound } = readTip(draft, theirs ?? tip);
    setProblems(found);
    if (!isSound) return;
    const saved =
      tip === null || revision === undefined ? await create.go({ ...text, id, submit: true }) : await update.go({ ...text, id: tip.id, revision });
    if (saved !== null) onSaved(saved);
    // Whoever was first is shown beside what was typed.
    else if (tip !== null) setTheirs((await query('tip.get', { id: tip.id }).catch(() => null))?.tip ?? null);
  };
  return {
    ...{ id, draft, isBusy, refused, theirs, save },
    reason: reasonOf(refused),
    wrong: TEXTS.filter((name) => problems[name] !== undefined),
    saying: (name: TextName): string | undefined => {
      const problem = problems[name];
      return problem === undefined ? undefined : t[problem];
    },
    changePhotos: (change: (photos: TipDraft['photos']) => TipDraft['photos']) => setDraft((now) => ({ ...now, photos: change(now.photos) })),
    type: (wish: Partial<TipDraft>) => setDraft((now) => ({ ...now, ...wish })),
    differences:
      theirs === null ? [] : differencesBetween(said(draft), said(draftOf(theirs)), (name) => t[PARTS.find((one) => one === name) ?? 'tip']),
    takeTheirs: () => theirs !== null && onSaved(theirs),
  };
}

/** What stands in the way, before the fields. */
function Said({ form: { refused, reason, theirs, wrong, ...form }, id }: { form: Form; id: string }) {
  return (
    <FormProblems
      errors={wrong.map((name) => ({ message: form.saying(name) ?? '', href: `#${id}-${name}` }))}
      refused={refused}
      clash={
        reason === 'changed' && theirs !== null
          ? { differences: form.differences, onKeep: () => void form.save(theirs.revision), onTake: form.takeTheirs }
          : undefined
      }
    />
  );
}
