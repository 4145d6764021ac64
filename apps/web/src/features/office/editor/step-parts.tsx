'use client';

import { purposeOf, type StepKind } from '@heliograph/domain';
import { type DraftStep, type ExtraValue, type StepFields, withEntry } from '@heliograph/domain/procedure/draft';
import { Disclosure, Stack } from '@heliograph/ui';
import { memo } from 'react';
import { useMessages } from '../../../platform/messages.ts';
import { stepProperties } from '../../execution/steps/properties.ts';
import type { StepProperties } from '../../execution/steps/properties-types.ts';
import { BothField } from '../../procedure/fields/both-field.tsx';
import { placeId } from '../../procedure/fields/place-id.ts';
import { Attachments } from './attachments.tsx';
import { ConditionBuilder } from './condition-builder.tsx';
import { useConditionSentence } from './condition-words.ts';
import { LimitStanding } from './limit-standing.tsx';
import { editorMessages } from './messages.ts';
import { OnFailFields } from './on-fail-fields.tsx';
import { RepeatFields } from './repeat-fields.tsx';
import { SectionField } from './section-field.tsx';

/** A part of a step's panel: given the fields it shows, and rendered again only when one of them is another. */
type PartOf<Field extends keyof DraftStep> = Pick<DraftStep, Field> & { onChange(fields: StepFields): void };

interface LooksBack {
  readonly earlier: readonly DraftStep[];
}

/** When the step appears, as a sentence that opens. */
export const ConditionPart = memo(function ConditionPart({ showIf, earlier, onChange }: PartOf<'showIf'> & LooksBack) {
  const t = useMessages(editorMessages);
  const sentence = useConditionSentence();
  return (
    <Disclosure summary={showIf === undefined ? t.always : sentence(showIf, earlier)} isOpen={showIf !== undefined}>
      <ConditionBuilder showIf={showIf} earlier={earlier} onChange={(next) => onChange({ showIf: next })} />
    </Disclosure>
  );
});

export const OnFailPart = memo(function OnFailPart(props: PartOf<'onFail' | 'holdPoint'>) {
  const t = useMessages(editorMessages);
  return (
    <Disclosure summary={t.whenFailed} isOpen={props.onFail !== undefined}>
      <OnFailFields {...props} />
    </Disclosure>
  );
});

/** Why the step is there, and the pictures and documents that go with it. */
export const NotesPart = memo(function NotesPart({ extra, onChange }: PartOf<'extra'>) {
  const t = useMessages(editorMessages);
  const set = (key: string, value: ExtraValue) => onChange({ extra: withEntry(extra, key, value) });
  return (
    <Disclosure summary={t.purposeAndFiles} isOpen={extra?.['purpose'] !== undefined || extra?.['attachments'] !== undefined}>
      <Stack gap={4}>
        <BothField
          id={placeId('extra', 'purpose')}
          label={t.purpose}
          hint={t.purposeHint}
          value={purposeOf({ extra }) ?? undefined}
          isMultiline
          isOptional
          onChange={(purpose) => set('purpose', purpose)}
        />
        <Attachments extra={extra} onChange={(files) => set('attachments', files)} />
      </Stack>
    </Disclosure>
  );
});

export const PlacePart = memo(function PlacePart({ section, repeat, onChange }: PartOf<'repeat'> & { readonly section: ExtraValue }) {
  const t = useMessages(editorMessages);
  return (
    <Disclosure summary={t.sectionAndRepeat} isOpen={repeat !== undefined}>
      <Stack gap={4}>
        <SectionField chosen={section} />
        <RepeatFields repeat={repeat} onChange={onChange} />
      </Stack>
    </Disclosure>
  );
});

interface KindPartProps extends LooksBack {
  readonly step: DraftStep;
  onChange(fields: StepFields): void;
}

const FORMS: ReadonlyMap<string, unknown> = new Map(Object.entries(stepProperties));

/** What only steps of this kind have. A letter in what every kind says is no matter of it. */
export const KindPart = memo(
  function KindPart({ step, earlier, onChange }: KindPartProps) {
    // The registry pairs each kind that has fields with its form, as it does with its input.
    const Form = FORMS.get(step.kind) as StepProperties<StepKind> | undefined;
    if (Form === undefined) return null;
    return (
      <>
        <Form key={step.kind} step={step} earlier={earlier} onChange={onChange} />
        {step.kind === 'measurement' && <LimitStanding step={step} />}
      </>
    );
  },
  (before, now) => before.earlier === now.earlier && before.onChange === now.onChange && isSameBut(SAID_BY_ALL, before.step, now.step),
);

const SAID_BY_ALL: ReadonlySet<string> = new Set(['title', 'instructions', 'showIf', 'onFail', 'repeat', 'extra'] satisfies (keyof DraftStep)[]);

/** Whether two states of a step say the same, a few fields apart. The draft keeps what an act leaves alone, so being the same object is enough. */
function isSameBut(fields: ReadonlySet<string>, before: DraftStep, now: DraftStep): boolean {
  const names = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...names].every((name) => fields.has(name) || Reflect.get(before, name) === Reflect.get(now, name));
}
