'use client';

import {
  type Decimal,
  type EvaluationContext,
  evaluateStep,
  type FormulaInput,
  formulas,
  limitsOf,
  parseDecimal,
  stepSchema,
  toNumber,
} from '@heliograph/domain';
import type { DraftStepOf } from '@heliograph/domain/procedure/draft';
import { Disclosure, LimitBand, Stack, StateMark, Text, TextField } from '@heliograph/ui';
import { useState } from 'react';
import { useFormat } from '../../../platform/format.ts';
import { useMessages } from '../../../platform/messages.ts';
import { useLanguage } from '../../../platform/preferences.ts';
import { Pair } from '../../procedure/fields/pair.tsx';
import { placeId } from '../../procedure/fields/place-id.ts';
import { useVerdictWords } from '../verdict-words.ts';
import { formulaMessages } from './formula-messages.ts';

type Values = Readonly<Record<string, string>>;
const READING = 'reading';
const TONES = { pass: 'conform', watch: 'watch', fail: 'out', none: undefined } as const;

/** Values in, limit out, by the functions the phone uses: what an author believes of a formula is tried before a technician relies on it. */
export function FormulaTrial({ step }: { step: DraftStepOf<'measurement'> }) {
  const t = useMessages(formulaMessages);
  const [values, setValues] = useState<Values>({});
  const name = step.expected?.formula;
  if (name === undefined) return null;
  const inputs: Readonly<Record<string, FormulaInput>> = formulas[name].inputs;
  const field = (key: string, label: string) => (
    <TextField
      key={key}
      id={placeId('trial', key)}
      label={label}
      inputMode="decimal"
      autoComplete="off"
      value={values[key] ?? ''}
      onChange={(text) => setValues({ ...values, [key]: text })}
    />
  );
  return (
    <Disclosure summary={t.trial}>
      <Stack gap={3}>
        <Pair>{Object.entries(inputs).map(([input, { unit, fallback }]) => field(input, t.trialInput(t.inputName(input), unit, fallback)))}</Pair>
        {field(READING, t.trialReading(step.unit ?? ''))}
        <Outcome step={step} values={values} />
      </Stack>
    </Disclosure>
  );
}

function Outcome({ step, values }: { step: DraftStepOf<'measurement'>; values: Values }) {
  const t = useMessages(formulaMessages);
  const language = useLanguage();
  const format = useFormat();
  const words = useVerdictWords();
  const tried = tryable(step);
  if (tried === null) return <Text isSoft>{t.trialUnfinished}</Text>;
  const read = (key: string): Decimal | null => {
    const parsed = parseDecimal(values[key] ?? '', language);
    return parsed.kind === 'decimal' ? parsed.value : null;
  };
  const context = contextOf(read);
  const { limit, watch, expected } = limitsOf(tried, context);
  const reading = read(READING);
  const verdict = reading === null ? null : evaluateStep(tried, { value: reading, unit: tried.unit }, context);
  const withUnit = (value: Decimal) => format.reading(value, tried.unit);
  const number = (value: Decimal | null | undefined) => (value == null ? null : toNumber(value));
  if (expected === null) return <Text isSoft>{t.trialMissing}</Text>;
  return (
    <Stack gap={2}>
      <div role="status">
        <Text>{t.trialResult(withUnit(expected), limit?.min == null ? '' : withUnit(limit.min), limit?.max == null ? '' : withUnit(limit.max))}</Text>
      </div>
      <LimitBand
        min={number(limit?.min)}
        max={number(limit?.max)}
        watchMin={number(watch.min)}
        watchMax={number(watch.max)}
        value={number(reading)}
        standing={verdict === null ? undefined : TONES[verdict.outcome]}
        description={t.trial}
      />
      {verdict !== null && <StateMark {...words(verdict, withUnit)} />}
    </Stack>
  );
}

const PREFIX = 'try-';

/** The step as a version would hold it, its formula asking the panel's fields; null while the step is not finished. */
function tryable(step: DraftStepOf<'measurement'>) {
  const name = step.expected?.formula;
  if (name === undefined) return null;
  const inputs = Object.fromEntries(Object.keys(formulas[name].inputs).map((input) => [input, PREFIX + input]));
  const { limitsBy: _, computed: __, showIf: ___, ...rest } = step;
  const parsed = stepSchema.safeParse({ ...rest, title: { fr: '', en: '' }, expected: { ...step.expected, inputs } });
  return parsed.success && parsed.data.kind === 'measurement' ? parsed.data : null;
}

const contextOf = (read: (key: string) => Decimal | null): EvaluationContext => ({
  asset: null,
  numberOf: (id) => read(id.slice(PREFIX.length)),
  valueOf: () => null,
  conditionOf: () => null,
  peersOf: () => [],
  isConfirmed: () => false,
});
