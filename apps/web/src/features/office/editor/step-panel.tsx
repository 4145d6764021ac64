'use client';

import { purposeOf, type StepKind, stepKinds } from '@heliograph/domain';
import { type DraftStep, type ExtraValue, type StepFields, withEntry } from '@heliograph/domain/procedure/draft';
import { Disclosure, SelectField, Stack, Switch, Title } from '@heliograph/ui';
import { useRef } from 'react';
import { useMessages } from '../../../platform/messages.ts';
import { stepProperties } from '../../execution/steps/properties.ts';
import type { StepProperties } from '../../execution/steps/properties-types.ts';
import { BothField } from '../../procedure/fields/both-field.tsx';
import { placeId } from '../../procedure/fields/place-id.ts';
import { stepWordMessages } from '../../procedure/fields/step-word-messages.ts';
import { Attachments } from './attachments.tsx';
import { ConditionBuilder } from './condition-builder.tsx';
import { useConditionSentence } from './condition-words.ts';
import { useEditor, useSteps } from './editor-context.tsx';
import { LimitStanding } from './limit-standing.tsx';
import { editorMessages } from './messages.ts';
import { OnFailFields } from './on-fail-fields.tsx';
import { RepeatFields } from './repeat-fields.tsx';
import { SectionField } from './section-field.tsx';

const KINDS = Object.keys(stepKinds).filter((kind): kind is StepKind => Object.hasOwn(stepKinds, kind));

/** Everything an author says of one step. */
export function StepPanel({ step }: { step: DraftStep }) {
  const t = useMessages(editorMessages);
  const words = useMessages(stepWordMessages);
  const editor = useEditor();
  const steps = useSteps();
  const at = steps.findIndex(({ id }) => id === step.id);
  const earlier = steps.slice(0, at);
  const set = (fields: StepFields) => editor.act({ act: 'set-step', id: step.id, fields });
  const changeKind = useKinds(step);
  const setNote = (key: string, value: ExtraValue) => set({ extra: withEntry(step.extra, key, value) });
  return (
    <Stack gap={5}>
      <Title level={2}>{t.stepNumber(at + 1, steps.length)}</Title>
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
      <KindProperties step={step} earlier={earlier} onChange={set} />
      {step.kind === 'measurement' && <LimitStanding step={step} />}
      <Stack gap={2}>
        <Switch label={t.required} isOn={step.required} onChange={(required) => set({ required })} />
        <Switch
          label={t.holdPoint}
          hint={t.holdPointHint}
          isOn={step.holdPoint}
          onChange={(holdPoint) => set(holdPoint ? { holdPoint, required: true } : { holdPoint })}
        />
      </Stack>
      <ConditionPart step={step} earlier={earlier} onChange={set} />
      <Disclosure summary={t.whenFailed} isOpen={step.onFail !== undefined}>
        <OnFailFields step={step} onChange={set} />
      </Disclosure>
      <Disclosure summary={t.purposeAndFiles} isOpen={step.extra?.['purpose'] !== undefined || step.extra?.['attachments'] !== undefined}>
        <Stack gap={4}>
          <BothField
            id={placeId('extra', 'purpose')}
            label={t.purpose}
            hint={t.purposeHint}
            value={purposeOf(step) ?? undefined}
            isMultiline
            isOptional
            onChange={(purpose) => setNote('purpose', purpose)}
          />
          <Attachments of={step} onChange={(files) => setNote('attachments', files)} />
        </Stack>
      </Disclosure>
      <Disclosure summary={t.sectionAndRepeat} isOpen={step.repeat !== undefined}>
        <Stack gap={4}>
          <SectionField step={step} />
          <RepeatFields step={step} onChange={set} />
        </Stack>
      </Disclosure>
    </Stack>
  );
}

/** Changes the kind. What was said of a kind that is passed over by arrow keys, or tried and left, is there again when it comes back. */
function useKinds(step: DraftStep): (kind: StepKind) => void {
  const editor = useEditor();
  const seen = useRef(new Map<StepKind, DraftStep>());
  return (kind) => {
    seen.current.set(step.kind, step);
    editor.act({ act: 'change-kind', id: step.id, kind });
    const before = Object.entries(seen.current.get(kind) ?? {}).filter(([field]) => Object.hasOwn(stepKinds[kind].definition.shape, field));
    if (before.length > 0) editor.act({ act: 'set-step', id: step.id, fields: Object.fromEntries(before) });
  };
}

interface PartProps {
  readonly step: DraftStep;
  readonly earlier: readonly DraftStep[];
  onChange(fields: StepFields): void;
}

function ConditionPart({ step, earlier, onChange }: PartProps) {
  const t = useMessages(editorMessages);
  const sentence = useConditionSentence();
  return (
    <Disclosure summary={step.showIf === undefined ? t.always : sentence(step.showIf, earlier)} isOpen={step.showIf !== undefined}>
      <ConditionBuilder step={step} earlier={earlier} onChange={(showIf) => onChange({ showIf })} />
    </Disclosure>
  );
}

function KindProperties({ step, earlier, onChange }: PartProps) {
  // The registry pairs each kind that has fields with its form, as it does with its input.
  const Form = new Map(Object.entries(stepProperties)).get(step.kind) as unknown as StepProperties<StepKind> | undefined;
  return Form === undefined ? null : <Form key={step.id} step={step} earlier={earlier} onChange={onChange} />;
}
