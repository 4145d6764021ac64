import type { IsShown } from '../condition/visibility.ts';
import { type Decimal, toDecimal } from '../decimal.ts';
import type { SiteCondition } from '../measurement/definition.ts';
import type { Step } from '../procedure/content.ts';
import type { EvaluationContext } from '../step-kinds/define.ts';
import type { AssessInput } from './assess.ts';
import type { RegisterView } from './fold.ts';
import { addressOf, type Item, type ItemsOf } from './places.ts';

/** The response that stands; one of a newer version is not read as if it were ours. */
export function responseIn(register: Pick<RegisterView, 'effective'> | null): unknown {
  const operation = register?.effective?.operation;
  return operation?.k === 'step' && operation.v === 1 ? (operation.p['response'] ?? null) : null;
}

interface Sight {
  readonly input: AssessInput;
  readonly steps: ReadonlyMap<string, Step>;
  readonly items: ItemsOf;
  readonly isShown: IsShown;
}

/**
 * What an evaluation may look at: answers at the same item, the asset in hand, the site's conditions. Answers are read, not evaluated
 * (neighbours would ask for each other's verdict), and those of hidden steps do not count.
 */
export function contexts({ input, steps, items, isShown }: Sight): (where: { step: Step; item: Item | null }) => EvaluationContext {
  const textAt = (step: Step, key: string | null): string | null =>
    isShown(step, key) ? textOf(responseIn(input.state.registers.get(addressOf(step.id, key)) ?? null)) : null;
  const readings = new Map<string, Readings>();
  const readingsOf = (id: string): Readings => {
    const known = readings.get(id) ?? readAll(steps.get(id), { items, textAt });
    readings.set(id, known);
    return known;
  };
  const fillers = [...steps.values()].flatMap((step) =>
    step.kind === 'measurement' && step.fills !== undefined ? [{ step, name: step.fills }] : [],
  );
  /** The step last in order that says it; one that repeats says it of its item, not of the site. */
  const readingFor = (name: SiteCondition, asking: Step): Decimal | null => {
    const said = fillers.filter((filler) => filler.name === name && filler.step !== asking && filler.step.repeat === undefined);
    return said.reduce<Decimal | null>((known, filler) => toDecimal(textAt(filler.step, null) ?? '') ?? known, null);
  };
  return ({ step, item }) => {
    const answerOf = (id: string): string | null => {
      const other = steps.get(id);
      if (other === undefined || other.id === step.id) return null;
      const isShared = other.repeat !== undefined && other.repeat.over === step.repeat?.over;
      return textAt(other, isShared ? (item?.key ?? null) : null);
    };
    return {
      asset: item?.asset ?? input.asset,
      numberOf: (id) => toDecimal(answerOf(id) ?? ''),
      valueOf: answerOf,
      conditionOf: (name) => input.state.conditions?.[CONDITION_FIELDS[name]] ?? readingFor(name, step),
      peersOf: (id) => without(readingsOf(id), item?.key),
      isConfirmed: (id) => input.confirmed.has(id),
    };
  };
}

/** The readings of a repeated step in the order of its items, and which of them is whose. */
interface Readings {
  readonly values: readonly Decimal[];
  readonly place: ReadonlyMap<string, number>;
}

function readAll(step: Step | undefined, { items, textAt }: { items: ItemsOf; textAt: (step: Step, key: string) => string | null }): Readings {
  const values: Decimal[] = [];
  const place = new Map<string, number>();
  if (step?.repeat === undefined) return { values, place };
  for (const key of items(step.repeat.over).keys()) {
    const value = toDecimal(textAt(step, key) ?? '');
    if (value !== null) place.set(key, values.push(value) - 1);
  }
  return { values, place };
}

function without({ values, place }: Readings, key: string | undefined): readonly Decimal[] {
  const own = key === undefined ? undefined : place.get(key);
  return own === undefined ? values : values.toSpliced(own, 1);
}

const CONDITION_FIELDS = {
  irradiance: 'irradiance',
  module_temperature: 'moduleTemperature',
  air_temperature: 'airTemperature',
  wind: 'wind',
} as const satisfies Record<SiteCondition, string>;

export function textOf(response: unknown): string | null {
  const value = typeof response === 'object' && response !== null && 'value' in response ? response.value : null;
  return typeof value === 'string' ? value : null;
}
