'use client';

import type { HeadFields } from '@heliograph/domain/procedure/draft';
import { withEntry } from '@heliograph/domain/procedure/draft';
import { Disclosure, Stack, Switch, Title } from '@heliograph/ui';
import { useCallback } from 'react';
import { useMessages } from '../../../platform/messages.ts';
import { BothField } from '../../procedure/fields/both-field.tsx';
import { useCategoryOptions, useEquipmentOptions } from '../../procedure/fields/catalogue-options.ts';
import { CountField } from '../../procedure/fields/number-fields.tsx';
import { Pair } from '../../procedure/fields/pair.tsx';
import { PickField, PickMany, WordsField } from '../../procedure/fields/pick-fields.tsx';
import { placeId } from '../../procedure/fields/place-id.ts';
import { Attachments } from './attachments.tsx';
import { useDraft, useEditor } from './editor-context.tsx';
import { headMessages } from './head-messages.ts';
import { SafetyFields } from './safety-fields.tsx';

/** What the procedure says before its first step: what it is for, on what, with whom, and what to have with one. */
export function HeadPanel() {
  const t = useMessages(headMessages);
  const draft = useDraft();
  const editor = useEditor();
  const categories = useCategoryOptions();
  const equipment = useEquipmentOptions();
  const set = useCallback((fields: HeadFields) => editor.act({ act: 'set', fields }), [editor]);
  return (
    <Stack gap={5}>
      <Title level={2}>{t.procedure}</Title>
      <BothField id={placeId('title')} label={t.title} value={draft.title} onChange={(title) => title && set({ title })} />
      <BothField
        id={placeId('description')}
        label={t.description}
        value={draft.description}
        isMultiline
        onChange={(description) => description && set({ description })}
      />
      <Pair>
        <PickField
          id={placeId('category')}
          label={t.category}
          value={draft.category}
          options={categories}
          onChange={(category) => set({ category })}
        />
        <CountField
          id={placeId('estimatedMinutes')}
          label={t.minutes}
          value={draft.estimatedMinutes}
          onChange={(estimatedMinutes) => set({ estimatedMinutes })}
        />
        <CountField id={placeId('teamMin')} label={t.teamMin} value={draft.teamMin} onChange={(teamMin) => set({ teamMin })} />
      </Pair>
      <PickMany
        id={placeId('equipmentTypes')}
        label={t.equipment}
        values={(draft.equipmentTypes ?? []).flatMap((one) => one ?? [])}
        options={equipment}
        onChange={(equipmentTypes) => set({ equipmentTypes })}
      />
      <Switch label={t.lockout} isOn={draft.requiresLockout ?? false} onChange={(requiresLockout) => set({ requiresLockout })} />
      <WordsField id={placeId('tags')} label={t.tags} values={(draft.tags ?? []).flatMap((one) => one ?? [])} onChange={(tags) => set({ tags })} />
      <Disclosure summary={t.safety} isOpen>
        <SafetyFields draft={draft} onChange={set} />
      </Disclosure>
      <Disclosure summary={t.files} isOpen={draft.extra?.['attachments'] !== undefined}>
        <Attachments extra={draft.extra} onChange={(files) => set({ extra: withEntry(draft.extra, 'attachments', files) })} />
      </Disclosure>
      <Disclosure summary={t.more}>
        <Stack gap={4}>
          <BothField id={placeId('frequency')} label={t.frequency} value={draft.frequency} isOptional onChange={(frequency) => set({ frequency })} />
          <BothField
            id={placeId('estimateBasis')}
            label={t.estimateBasis}
            value={draft.estimateBasis}
            isOptional
            onChange={(estimateBasis) => set({ estimateBasis })}
          />
          <WordsField
            id={placeId('references')}
            label={t.references}
            values={(draft.references ?? []).flatMap((one) => one ?? [])}
            onChange={(references) => set({ references })}
          />
        </Stack>
      </Disclosure>
    </Stack>
  );
}
