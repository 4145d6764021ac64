'use client';

import { type ConditionField, conditionFields, SKIES, typedDecimal } from '@heliograph/domain';
import { Button, Cluster, Notice, NumberField, SelectField, Stack } from '@heliograph/ui';
import { useFormat } from '../../../platform/format.ts';
import { useMessages } from '../../../platform/messages.ts';
import { useLanguage } from '../../../platform/preferences.ts';
import { executionMessages } from '../messages.ts';
import type { OpenExecution } from '../use-execution.ts';
import type { CardProblem } from './card-form.ts';
import { useConditionsWords } from './conditions-words.ts';
import { conditionsMessages } from './messages.ts';
import { filledBy } from './site-readings.ts';
import type { ConditionsForm } from './use-conditions-form.ts';

interface FieldsProps {
  readonly execution: OpenExecution;
  readonly card: ConditionsForm;
}

/** The readings of the card, and the sky. */
export function ReadingFields({ execution, card }: FieldsProps) {
  const t = useMessages(conditionsMessages);
  const words = useConditionsWords(execution);
  const { sky } = card.form;
  const skies = sky === '' || SKIES.some((one) => one === sky) ? SKIES : [...SKIES, sky];
  return (
    <Stack gap={5}>
      {conditionFields.map((field) => (
        <ReadingField key={field.key} field={field} execution={execution} card={card} />
      ))}
      <SelectField
        label={t.sky}
        options={[{ value: '', label: t.sky_none }, ...skies.map((one) => ({ value: one, label: words.sky(one) }))]}
        value={sky}
        onChange={(chosen) => card.change({ sky: chosen })}
      />
    </Stack>
  );
}

function ReadingField({ field, execution, card }: FieldsProps & { field: ConditionField }) {
  const t = useMessages(conditionsMessages);
  const words = useMessages(executionMessages);
  const language = useLanguage();
  const format = useFormat();
  const problem = card.read?.kind === 'problems' ? card.read.fields.get(field.key) : undefined;
  const filled = filledBy(field, execution.assessment.places);
  const places = execution.assessment.places;
  const hint = filled?.from == null ? undefined : t.fromStep(places.indexOf(filled.from) + 1, format.reading(filled.value, field.unit));
  return (
    <Stack gap={2}>
      <NumberField
        id={`conditions-${field.key}`}
        label={field.label[language]}
        hint={hint}
        unit={field.unit}
        isInteger={field.decimals === 0}
        value={card.form[field.key]}
        onChange={(text) => card.change({ [field.key]: text })}
        {...(field.unit === '°C' ? { signLabel: words.sign } : {})}
        error={errorOf(problem, words)}
      />
      {problem !== undefined && <Asked problem={problem} field={field} card={card} />}
    </Stack>
  );
}

const errorOf = (problem: CardProblem | undefined, words: { invalidNumber: string; numberTooLong: string }): string | undefined =>
  problem?.kind === 'not_a_number' ? words.invalidNumber : problem?.kind === 'too_long' ? words.numberTooLong : undefined;

/** What cannot be decided without the person. */
function Asked({ problem, field, card }: { problem: CardProblem; field: ConditionField; card: ConditionsForm }) {
  const t = useMessages(conditionsMessages);
  const words = useMessages(executionMessages);
  const language = useLanguage();
  const format = useFormat();
  if (problem.kind === 'unbelievable') {
    const value = format.reading(problem.value, field.unit);
    return (
      <Notice tone="watch" title={t.unbelievable(value)} isLive action={<Button onClick={() => card.mean(field.key)}>{t.keep(value)}</Button>} />
    );
  }
  if (problem.kind !== 'ambiguous') return null;
  return (
    <Notice tone="watch" title={words.ambiguous} isLive>
      <Cluster gap={2}>
        {problem.readings.map((value) => (
          <Button key={value} onClick={() => card.change({ [field.key]: typedDecimal(value, language) })}>
            {format.reading(value, field.unit)}
          </Button>
        ))}
      </Cluster>
    </Notice>
  );
}
