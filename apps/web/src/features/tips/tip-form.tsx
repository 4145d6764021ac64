'use client';

import { executionIdSchema, MOST_TIP_PHOTOS } from '@heliograph/domain';
import type { Entry } from '@heliograph/sync';
import { BottomActions, Button, Cluster, IconButton, Notice, Screen, SelectField, Stack, Text, TextField, Thumbnails } from '@heliograph/ui';
import { useMemo, useRef, useState } from 'react';
import { useField } from '../../platform/field-context.tsx';
import { useMessages } from '../../platform/messages.ts';
import { useLanguage } from '../../platform/preferences.ts';
import { navigate } from '../../platform/router.ts';
import { PhotoButtons } from '../execution/photos/photo-buttons.tsx';
import { usePhotoTaking } from '../execution/photos/use-photo-taking.ts';
import { useDraft } from '../execution/use-draft.ts';
import { useRecording } from '../execution/use-recording.ts';
import { FieldTop } from '../field/field-top.tsx';
import { TIP_CATEGORY_CODES, useCatalogueNames } from '../procedure/catalogue-names.ts';
import { DEFECTS } from '../procedure/defect-names.ts';
import { useLibrary } from '../procedure/use-procedures.ts';
import { tipMessages } from './messages.ts';
import { noteOf, readDraft, type TipDraft } from './tip-draft.ts';
import { TipPhoto } from './tip-photo.tsx';

interface TipFormProps {
  readonly title: string;
  /** Where what is typed is kept until it is recorded. */
  readonly name: string;
  readonly initial: TipDraft;
  readonly back: string;
}

/** Title and text are enough; everything typed survives a reload, and every photo is on the disk before the next one. */
export function TipForm({ title, name, initial, back }: TipFormProps) {
  const t = useMessages(tipMessages);
  const language = useLanguage();
  const { user } = useField().identity;
  // Drafts lie under an execution's id; a tip begun outside of one lies under its author's.
  const x = useMemo(() => executionIdSchema.parse(user.id), [user.id]);
  const kept = useDraft(x, name, JSON.stringify(initial));
  const draft = readDraft(kept.text, initial);
  const { record, saving, problem } = useRecording();
  const [isAsked, setAsked] = useState(false);
  const now = useRef(draft);
  now.current = draft;
  const change: Change = (part) => {
    // Of several photos taken at once, each must find those before it.
    now.current = { ...now.current, ...(typeof part === 'function' ? part(now.current) : part) };
    kept.type(JSON.stringify(now.current));
  };
  const missing = { title: draft.title.trim() === '', content: draft.content.trim() === '' };

  const propose = async () => {
    setAsked(true);
    if (missing.title || missing.content) return;
    const entry: Entry = { draft: { k: 'tip', x: draft.id, p: noteOf(draft, language) }, replacesDraft: { x, s: name } };
    if (!(await kept.settle(JSON.stringify(initial), () => record([entry])))) return;
    navigate(back, { isReplaced: true });
  };
  return (
    <Screen
      top={<FieldTop title={title} back={back} />}
      bottom={
        <BottomActions note={problem === null ? undefined : <Notice tone="stop">{problem}</Notice>}>
          <Button kind="primary" isWide icon="send" isBusy={saving === 'saving'} onClick={() => void propose()}>
            {t.propose}
          </Button>
        </BottomActions>
      }
    >
      <Stack gap={4}>
        <Belonging draft={draft} onChange={change} />
        <TextField
          label={t.fieldTitle}
          value={draft.title}
          maxLength={120}
          onChange={(text) => change({ title: text })}
          error={isAsked && missing.title ? t.needTitle : undefined}
        />
        <TextField
          label={t.fieldContent}
          hint={t.contentHint}
          isMultiline
          rows={6}
          maxLength={4000}
          value={draft.content}
          onChange={(text) => change({ content: text })}
          error={isAsked && missing.content ? t.needContent : undefined}
        />
        <Photos draft={draft} onChange={change} />
        <Sorting draft={draft} onChange={change} />
        <Text kind="small" isSoft>
          {t.after}
        </Text>
      </Stack>
    </Screen>
  );
}

type Change = (part: Partial<TipDraft> | ((before: TipDraft) => Partial<TipDraft>)) => void;

interface PartProps {
  readonly draft: TipDraft;
  readonly onChange: Change;
}

/** What the tip is for: the step it was begun from, in words; else a procedure, if one wants. */
function Belonging({ draft: { links }, onChange }: PartProps) {
  const t = useMessages(tipMessages);
  const language = useLanguage();
  const library = useLibrary() ?? [];
  const titleOf = (slug: string) => library.find(({ ref }) => ref.slug === slug)?.content?.title[language] ?? slug.replaceAll('-', ' ');
  const [step] = links.steps ?? [];
  if (step !== undefined) {
    const content = library.find(({ ref }) => ref.slug === step.procedure)?.content;
    const named = content?.steps.find(({ id }) => id === step.step)?.title[language];
    return <Text isSoft>{t.belongs([titleOf(step.procedure), named].filter(Boolean).join(' · '))}</Text>;
  }
  const options = library.map(({ ref }) => ({ value: ref.slug as string, label: titleOf(ref.slug) }));
  return (
    <SelectField
      label={t.procedure}
      options={[{ value: '', label: t.noProcedure }, ...options.toSorted((a, b) => a.label.localeCompare(b.label, language))]}
      value={links.procedures?.[0] ?? ''}
      onChange={(slug) => onChange({ links: { ...links, procedures: slug === '' ? [] : [slug] } })}
    />
  );
}

function Photos({ draft: { id, photos }, onChange }: PartProps) {
  const t = useMessages(tipMessages);
  const { record, problem } = useRecording();
  const taking = usePhotoTaking(async ({ sha, payload, photo }) => {
    if (!(await record([{ draft: { k: 'tip.photo', x: id, p: payload }, photo }]))) return;
    onChange((before) => ({ photos: [...before.photos, { sha, width: payload.width, height: payload.height }] }));
  });
  return (
    <Stack gap={2}>
      {photos.length > 0 && (
        <Thumbnails>
          {photos.map((photo, n) => (
            <Stack key={photo.sha} gap={1}>
              <TipPhoto photo={photo} number={n + 1} />
              <Cluster gap={1}>
                <IconButton
                  icon="trash"
                  label={t.removePhoto(n + 1)}
                  isLabelHidden
                  onClick={() => onChange({ photos: photos.filter(({ sha }) => sha !== photo.sha) })}
                />
              </Cluster>
            </Stack>
          ))}
        </Thumbnails>
      )}
      <PhotoButtons taking={taking} isLocked={photos.length >= MOST_TIP_PHOTOS} problem={problem} />
    </Stack>
  );
}

function Sorting({ draft: { category, tags, model, links }, onChange }: PartProps) {
  const t = useMessages(tipMessages);
  const names = useCatalogueNames();
  const language = useLanguage();
  const defects = Object.keys(DEFECTS).map((value) => ({ value, label: names.defect(value) }));
  defects.sort((a, b) => a.label.localeCompare(b.label, language));
  return (
    <>
      <SelectField
        label={t.category}
        options={TIP_CATEGORY_CODES.map((value) => ({ value, label: names.tipCategory(value) }))}
        value={category}
        onChange={(value) => onChange({ category: value })}
      />
      <SelectField
        label={t.defect}
        options={[{ value: '', label: t.noDefect }, ...defects]}
        value={links.defects?.[0] ?? ''}
        onChange={(code) => onChange({ links: { ...links, defects: code === '' ? [] : [code] } })}
      />
      <TextField label={t.tags} hint={t.tagsHint} value={tags} maxLength={400} onChange={(text) => onChange({ tags: text })} />
      <TextField label={t.model} hint={t.modelHint} value={model} maxLength={200} onChange={(text) => onChange({ model: text })} />
    </>
  );
}
