'use client';

import { type Decimal, evaluateStep, limitsOf, parseDecimal, questionAbout, roundDecimal, toNumber, typedDecimal } from '@heliograph/domain';
import { Button, Cluster, LimitBand, Notice, NumberField, Stack, StateMark, Text } from '@heliograph/ui';
import { useEffect, useState } from 'react';
import { useFormat } from '../../../platform/format.ts';
import { useIntoSight } from '../../../platform/into-sight.ts';
import { useMessages } from '../../../platform/messages.ts';
import { useLanguage } from '../../../platform/preferences.ts';
import { unitOf } from '../../../platform/unit.ts';
import sight from '../into-sight.module.css';
import { executionMessages } from '../messages.ts';
import { useDraft, useEmptied } from '../use-draft.ts';
import { useVerdictWords } from '../verdict-words.ts';
import { Asked, type Picking } from './asked.tsx';
import { computedReading } from './computed-reading.ts';
import { LimitSource } from './limit-source.tsx';
import type { StepInputProps } from './types.ts';

/** Typing pauses this long before a reading is judged: nothing turns red under a finger. */
const PAUSE_MS = 600;
const TONES = { pass: 'conform', watch: 'watch', fail: 'out', none: undefined } as const;

export function MeasurementStep(props: StepInputProps<'measurement'>) {
  const { execution, step, place, response, isLocked, onAnswer, onClear, setCommit } = props;
  const t = useMessages(executionMessages);
  const language = useLanguage();
  const format = useFormat();
  const computed = computedReading(step, place.context);
  const draft = useDraft(execution.x, place.address, response === null ? '' : typedDecimal(response.value, language));
  const emptied = useEmptied(place, onClear);
  const [isJudged, setJudged] = useJudged(draft.text, response !== null);
  const [accepted, setAccepted] = useState<string | null>(response === null ? null : draft.text);
  const typed = parseDecimal(draft.text, language);
  const reading = typed.kind === 'decimal' ? typed.value : null;
  const question = reading === null || accepted === draft.text ? null : questionAbout(step, reading, place.context);

  const save = (value: Decimal, isComputed = false) =>
    draft.settle(typedDecimal(value, language), () => onAnswer({ value, unit: step.unit, ...(isComputed ? { computed: true } : {}) }));
  const commit = async () => {
    setJudged(true);
    if (isLocked || (reading !== null && reading === response?.value)) return true;
    if (typed.kind === 'empty') return emptied.takeBack();
    if (reading === null || question !== null) return false;
    return save(reading);
  };
  useEffect(() => {
    setCommit(commit);
  });
  const accept = (value: Decimal) => {
    const text = typedDecimal(value, language);
    setAccepted(text);
    draft.type(text);
    void save(value);
  };

  const evaluation = reading === null ? null : evaluateStep(step, { value: reading, unit: step.unit }, place.context);
  // What is still asked about is neither in nor out of limits.
  const isSettled = isJudged && question === null;
  const unit = unitOf(step, language);
  const withUnit = (value: Decimal) => format.reading(value, unit);
  return (
    <Stack gap={4}>
      <NumberField
        label={t.value}
        isLabelHidden
        value={draft.text}
        onChange={(text) => {
          setJudged(false);
          draft.type(text);
          emptied.notice(text);
        }}
        onCommit={() => void commit()}
        unit={unit}
        isInteger={step.decimals === 0}
        {...(mayBeNegative(step.unit) ? { signLabel: t.sign } : {})}
        disabled={isLocked}
        tone={isSettled && evaluation !== null ? TONES[evaluation.outcome] : undefined}
        error={isJudged ? problemOf(typed, t) : undefined}
      />
      {typed.kind === 'ambiguous' && isJudged && <Readings title={t.ambiguous} readings={typed.readings} withUnit={withUnit} onPick={accept} />}
      {isJudged && reading !== null && question !== null && <Asked question={question} reading={reading} withUnit={withUnit} onPick={accept} />}
      <Band step={step} place={place} reading={isSettled ? reading : null} withUnit={withUnit} />
      {isSettled && evaluation !== null && (evaluation.outcome !== 'none' || reading === response?.value) && (
        <Verdict evaluation={evaluation} withUnit={withUnit} recorded={response?.value ?? ''} />
      )}
      {computed !== null && (
        <Cluster gap={3} align="center" justify="between">
          <Text>{t.computed(withUnit(roundDecimal(computed, step.decimals)))}</Text>
          {reading !== computed && !isLocked && (
            <Button kind="quiet" icon="calculator" onClick={() => accept(computed)}>
              {t.useComputed}
            </Button>
          )}
        </Cluster>
      )}
      {step.instrument !== undefined && (
        <Text kind="small" isSoft>
          {t.instrument(step.instrument[language])}
        </Text>
      )}
      <LimitSource step={step} place={place} />
    </Stack>
  );
}

/** Whether what is typed may be judged: once typing rests, or at once where it is said so. */
function useJudged(text: string, isAnswered: boolean) {
  const judged = useState(isAnswered);
  const [, setJudged] = judged;
  useEffect(() => {
    if (text === '') return;
    const timer = setTimeout(() => setJudged(true), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, setJudged]);
  return judged;
}

const mayBeNegative = (unit: string): boolean => ['°C', 'V', '°', '%', 'K', 'A'].includes(unit);

function problemOf(typed: ReturnType<typeof parseDecimal>, t: { invalidNumber: string; numberTooLong: string }): string | undefined {
  if (typed.kind !== 'invalid') return undefined;
  return typed.reason === 'too_long' ? t.numberTooLong : t.invalidNumber;
}

function Readings({ title, readings, withUnit, onPick }: Picking & { title: string; readings: readonly Decimal[] }) {
  return (
    <Notice tone="watch" title={title} isLive>
      <Stack gap={2}>
        {readings.map((value) => (
          <Button key={value} kind="action" isWide onClick={() => onPick(value)}>
            {withUnit(value)}
          </Button>
        ))}
      </Stack>
    </Notice>
  );
}

interface VerdictProps {
  readonly evaluation: ReturnType<typeof evaluateStep>;
  /** The value on the disk: on a small phone the word that it is recorded, and its undo, would stand over what it came to. */
  readonly recorded: string;
  withUnit(value: Decimal): string;
}

function Verdict({ evaluation, recorded, withUnit }: VerdictProps) {
  const words = useVerdictWords();
  const { mark, label } = words(evaluation, withUnit);
  const place = useIntoSight(recorded, 'nearest');
  return (
    <div ref={place} role="status" className={sight.clear}>
      <StateMark mark={mark} label={label} size="large" />
    </div>
  );
}

function Band({
  step,
  place,
  reading,
  withUnit,
}: Pick<StepInputProps<'measurement'>, 'step' | 'place'> & { reading: Decimal | null; withUnit(value: Decimal): string }) {
  const t = useMessages(executionMessages);
  const { limit, watch, expected } = limitsOf(step, place.context);
  const evaluation = reading === null ? null : evaluateStep(step, { value: reading, unit: step.unit }, place.context);
  const number = (value: Decimal | null | undefined) => (value == null ? null : toNumber(value));
  const labels = [limit?.min == null ? '' : t.limitMin(withUnit(limit.min)), limit?.max == null ? '' : t.limitMax(withUnit(limit.max))]
    .filter(Boolean)
    .join(', ');
  return (
    <Stack gap={1}>
      {expected !== null && <Text isSoft>{t.expected(withUnit(expected))}</Text>}
      {limit === null && step.expected !== undefined && (
        <Text kind="small" isSoft>
          {t.missingInput}
        </Text>
      )}
      {limit !== null && (
        <LimitBand
          min={number(limit.min)}
          max={number(limit.max)}
          watchMin={number(watch.min)}
          watchMax={number(watch.max)}
          value={number(reading)}
          minLabel={limit.min === null ? undefined : t.limitMin(withUnit(limit.min))}
          maxLabel={limit.max === null ? undefined : t.limitMax(withUnit(limit.max))}
          standing={evaluation === null ? undefined : TONES[evaluation.outcome]}
          description={reading === null ? labels : t.bandWords(withUnit(reading), labels)}
        />
      )}
    </Stack>
  );
}
