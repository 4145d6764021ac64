'use client';

import { type StepKind, stepKinds } from '@heliograph/domain';
import type { DraftStep, StepFields } from '@heliograph/domain/procedure/draft';
import { SelectField, Stack, Switch, Title } from '@heliograph/ui';
import { useCallback, useRef } from 'react';
import { useMessages } from '../../../platform/messages.ts';
import { BothField } from '../../procedure/fields/both-field.tsx';
import { placeId } from '../../procedure/fields/place-id.ts';
import { stepWordMessages } from '../../procedure/fields/step-word-messages.ts';
import { useEarlier, useEditing, useEditor } from './editor-context.tsx';
import { draftIn, type Editor } from './editor-store.ts';
import { editorMessages } from './messages.ts';
import { ConditionPart, KindPart, NotesPart, OnFailPart, PlacePart } from './step-parts.tsx';

const KINDS = Object.keys(stepKinds).filter((kind): kind is StepKind => Object.hasOwn(stepKinds, kind));

/** Everything an author says of one step. What a letter does not change is not rendered again: each part is given no more than it shows. */
export function StepPanel({ step }: { step: DraftStep }) {
  const t = useMessages(editorMessages);
  const words = useMessages(stepWordMessages);
  const editor = useEditor();
  const { id, extra } = step;
  const earlier = useEarlier(id);
  const count = useEditing((state) => draftIn(state).steps.length);
  const set = useCallback((fields: StepFields) => editor.act({ act: 'set-step', id, fields }), [editor, id]);
  const changeKind = useKinds(step, editor);
  return (
    <Stack gap={5}>
      <Title level={2}>{t.stepNumber(earlier.length + 1, count)}</Title>
      <SelectField
        id={placeId('kind')}
        label={t.kind}
        value={step.kind}
        options={KINDS.map((value) => ({ value, label: words[`kind_${value}`] }))}
        onChange={changeKind}
      />
      <BothField id={placeId('title')} label={t.title} value={step.title} onChange={(title) => title && set({ title })} />
      <BothField
        id={placeId('instructions')}
        label={t.instructions}
        value={step.instructions}
        isMultiline
        onChange={(instructions) => instructions && set({ instructions })}
      />
      <KindPart step={step} earlier={earlier} onChange={set} />
      <Stack gap={2}>
        <Switch label={t.required} isOn={step.required} onChange={(required) => set({ required })} />
        <Switch
          label={t.holdPoint}
          hint={t.holdPointHint}
          isOn={step.holdPoint}
          onChange={(holdPoint) => set(holdPoint ? { holdPoint, required: true } : { holdPoint })}
        />
      </Stack>
      <ConditionPart showIf={step.showIf} earlier={earlier} onChange={set} />
      <OnFailPart onFail={step.onFail} holdPoint={step.holdPoint} onChange={set} />
      <NotesPart extra={extra} onChange={set} />
      <PlacePart section={extra?.['section']} repeat={step.repeat} onChange={set} />
    </Stack>
  );
}

/** Changes the kind. What was said of a kind that is passed over by arrow keys, or tried and left, is there again when it comes back. */
function useKinds(step: DraftStep, editor: Editor): (kind: StepKind) => void {
  const seen = useRef(new Map<StepKind, DraftStep>());
  return (kind) => {
    seen.current.set(step.kind, step);
    editor.act({ act: 'change-kind', id: step.id, kind });
    const before = Object.entries(seen.current.get(kind) ?? {}).filter(([field]) => Object.hasOwn(stepKinds[kind].definition.shape, field));
    if (before.length > 0) editor.act({ act: 'set-step', id: step.id, fields: Object.fromEntries(before) });
  };
}
