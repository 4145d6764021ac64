'use client';

import type { Condition } from '@heliograph/domain';
import type { DraftStep } from '@heliograph/domain/procedure/draft';
import { Segmented, SelectField, Stack, Text } from '@heliograph/ui';
import { useMessages } from '../../../platform/messages.ts';
import { Pair } from '../../procedure/fields/pair.tsx';
import { type Choice, PickField, PickMany } from '../../procedure/fields/pick-fields.tsx';
import { placeId } from '../../procedure/fields/place-id.ts';
import { RowsField } from '../../procedure/fields/rows-field.tsx';
import { useAnswers, useStepTitle } from '../../procedure/fields/step-words.ts';
import { conditionMessages } from './condition-messages.ts';
import { type Asked, partsOf, type ShowIf, showIfOf } from './condition-words.ts';

type Op = Condition['op'];
const ANSWER_OPS = ['eq', 'ne', 'in', 'none_eq'] as const satisfies readonly Op[];
const LIMIT_OPS = ['out_of_range', 'in_range'] as const satisfies readonly Op[];

/** What may be asked of a step's answer. */
const opsOf = (step: DraftStep | undefined): readonly Op[] => (step?.kind === 'measurement' ? LIMIT_OPS : ANSWER_OPS);

interface ConditionBuilderProps {
  readonly showIf: ShowIf | undefined;
  readonly earlier: readonly DraftStep[];
  onChange(showIf: ShowIf | undefined): void;
}

/** When a step appears: chosen from earlier steps, comparisons and their answers, never typed. */
export function ConditionBuilder({ showIf, earlier, onChange }: ConditionBuilderProps) {
  const t = useMessages(conditionMessages);
  const { every, list } = partsOf(showIf);
  const askable = earlier.filter(({ kind }) => kind === 'check' || kind === 'choice' || kind === 'measurement');
  if (askable.length === 0 && list.length === 0) return <Text isSoft>{t.nothingEarlier}</Text>;
  const place = (at: number): readonly (string | number)[] => (list.length > 1 ? ['showIf', every, at] : ['showIf']);
  return (
    <Stack gap={3}>
      {list.length > 1 && (
        <Segmented
          label={t.every}
          value={every}
          options={[
            { value: 'all', label: t.all },
            { value: 'any', label: t.any },
          ]}
          onChange={(next) => onChange(showIfOf(next, list))}
        />
      )}
      <RowsField
        id={placeId('conditions')}
        label={t.conditions}
        rows={list}
        addLabel={t.add}
        make={() => asking(askable.at(-1))}
        onChange={(rows) => onChange(showIfOf(every, rows))}
      >
        {(condition, at, change) => <ConditionFields {...{ condition, at, askable }} place={place(at)} onChange={change} />}
      </RowsField>
    </Stack>
  );
}

/** A condition on a step, as it usually is. */
const asking = (step: DraftStep | undefined): Asked => {
  if (step === undefined) return { op: 'eq' };
  return step.kind === 'measurement' ? { step: step.id, op: 'out_of_range' } : { step: step.id, op: 'eq' };
};

interface FieldsProps {
  readonly condition: Asked;
  readonly at: number;
  readonly askable: readonly DraftStep[];
  readonly place: readonly (string | number)[];
  onChange(condition: Asked): void;
}

function ConditionFields({ condition, at, askable, place, onChange }: FieldsProps) {
  const t = useMessages(conditionMessages);
  const titleOf = useStepTitle();
  const answersOf = useAnswers();
  const asked = askable.find(({ id }) => id === condition.step);
  const setOp = (op: Op) => onChange(withOp(condition, op));
  return (
    <Stack gap={2}>
      <PickField
        id={placeId(...place, 'step')}
        label={t.step(at + 1)}
        value={condition.step}
        options={askable.map((one) => ({ value: one.id, label: titleOf(one) }))}
        onChange={(id) => onChange(id === undefined ? { op: 'eq' } : asking(askable.find((one) => one.id === id)))}
      />
      <Pair>
        <SelectField
          id={placeId(...place, 'op')}
          label={t.op(at + 1)}
          value={condition.op ?? 'eq'}
          options={opsOf(asked).map((value) => ({ value, label: t[`op_${value}`] }))}
          onChange={setOp}
        />
        <ValueField {...{ condition, at, place, onChange }} answers={asked === undefined ? [] : answersOf(asked)} />
      </Pair>
    </Stack>
  );
}

/** The same question with another comparison; an answer already chosen is kept where it still means something. */
function withOp({ step, ...rest }: Asked, op: Op): Asked {
  const values = 'value' in rest && rest.value !== undefined ? [rest.value].flat() : [];
  const base = step === undefined ? {} : { step };
  if (op === 'in') return { ...base, op, value: values };
  if (op === 'in_range' || op === 'out_of_range') return { ...base, op };
  const [value] = values;
  return value === undefined ? { ...base, op } : { ...base, op, value };
}

function ValueField({ condition, at, place, answers, onChange }: Omit<FieldsProps, 'askable'> & { answers: readonly Choice[] }) {
  const t = useMessages(conditionMessages);
  const id = placeId(...place, 'value');
  if (condition.op === 'in_range' || condition.op === 'out_of_range') return null;
  if (condition.op === 'in')
    return (
      <PickMany
        id={id}
        label={t.value(at + 1)}
        values={condition.value ?? []}
        options={answers}
        onChange={(value) => onChange({ ...condition, value })}
      />
    );
  const chosen = 'value' in condition && typeof condition.value === 'string' ? condition.value : undefined;
  const choose = (value: string | undefined) => {
    const { op = 'eq', step } = condition;
    onChange({ ...(step === undefined ? {} : { step }), op: op === 'ne' || op === 'none_eq' ? op : 'eq', ...(value === undefined ? {} : { value }) });
  };
  return <PickField id={id} label={t.value(at + 1)} value={chosen} options={answers} onChange={choose} />;
}
