import { type Decimal, toDecimal } from '../../../decimal.ts';
import type { DraftStep } from '../../../procedure/draft/index.ts';
import type { Localized } from '../../../text.ts';
import { type Bounds, boundsOf } from '../bounds.ts';
import type { MadeLimit } from '../condition/target.ts';
import { canonical } from '../condition/threshold.ts';
import type { Form } from '../form.ts';
import type { Shown } from '../shown.ts';
import type { Question } from '../survey.ts';
import { NO_UNIT, unitIn } from '../units.ts';
import { baseOf } from './base.ts';

const SOURCE: Localized = { fr: 'Contrainte du formulaire importé', en: 'Constraint of the imported form' };
const NONE: Bounds = { min: null, max: null, strict: [], rest: [] };
/** To be looked at; a form says nothing of how grave a reading is. */
const SEVERITY = 2;

/** `integer`, `decimal` and `range`: a measurement, its constraint as limits. */
export function addNumber(form: Form, question: Question, shown: Shown): void {
  const { row, name, type } = question;
  const isInteger = type === 'integer';
  const tree = form.expression(row.text('constraint'));
  const bounds = tree === null ? NONE : boundsOf(tree, isInteger);
  for (const strict of bounds.strict) form.tell('strict_bound', row.at('constraint'), { value: strict });
  for (const rest of bounds.rest) form.tell('constraint_lost', row.at('constraint'), { value: rest });
  const range = type === 'range' ? rangeOf(form, question) : null;
  const made = bounds.min === null && bounds.max === null && range === null ? (form.limits.get(name) ?? null) : null;
  if (made !== null) form.tell('limit_made', row.at('name'), { value: name, other: `${made.side === 'min' ? '≥' : '≤'} ${made.at}` });
  const min = bounds.min ?? range?.min ?? limitAt(made, 'min');
  const max = bounds.max ?? range?.max ?? limitAt(made, 'max');
  const isLimited = min !== null || max !== null;
  const id = form.idFor(name);
  const message = form.words(row, 'constraint_message');
  const hasMessage = message.fr + message.en !== '';
  if (hasMessage && !isLimited) form.tell('message_lost', row.at('constraint_message'), { value: message.fr || message.en });
  const unit = unitFor(form, question);
  const step: DraftStep = {
    ...{ id, ...baseOf(form, question, shown), kind: 'measurement', unit },
    decimals: isInteger ? 0 : Math.min(6, Math.max(range?.decimals ?? (type === 'range' ? 0 : 2), ...[min, max].map(digits))),
    ...(min === null ? {} : { min }),
    ...(max === null ? {} : { max }),
    ...{ limitKind: 'practice', severityOutside: SEVERITY },
    ...(isLimited ? { limitSource: SOURCE } : {}),
    ...(hasMessage && isLimited ? { onFail: { message } } : {}),
  };
  form.add(step, shown.logic);
  form.units.set(name, unit);
  form.setTarget(name, { kind: 'number', step: id, isInteger, limit: oneSided(min, max) });
}

const limitAt = (made: MadeLimit | null, side: MadeLimit['side']): Decimal | null => (made?.side === side ? toDecimal(made.at) : null);
const digits = (value: Decimal | null): number => value?.split('.')[1]?.length ?? 0;

/** Between two limits "out of range" means both sides: then no comparison says just that. */
function oneSided(min: Decimal | null, max: Decimal | null): MadeLimit | null {
  if (min !== null) return max === null ? { side: 'min', at: min } : null;
  return max === null ? null : { side: 'max', at: max };
}

function unitFor(form: Form, { row }: Question): string {
  const { fr, en } = row.words('label');
  const unit = row.text('unit').slice(0, 16).toWellFormed() || unitIn([fr, en]);
  if (unit === null) form.tell('unit_missing', row.at('label'), { value: fr || en });
  return unit ?? NO_UNIT;
}

interface Range {
  readonly min: Decimal | null;
  readonly max: Decimal | null;
  readonly decimals: number;
}

function rangeOf(form: Form, { row }: Question): Range {
  const given = parametersOf(row.text('parameters'));
  const numbers = ['start', 'end', 'step'].map((key, n) => toDecimal(canonical(given.get(key) ?? ['0', '10', '1'][n] ?? '')));
  const [min = null, max = null, step = null] = numbers;
  if (numbers.includes(null)) form.tell('bad_parameters', row.at('parameters'), { value: row.text('parameters') });
  return { min, max, decimals: Math.max(digits(min), digits(max), digits(step)) };
}

/** `start=1 end=10; step = 0.5`. */
export const parametersOf = (text: string): ReadonlyMap<string, string> =>
  new Map([...text.matchAll(/([A-Za-z][\w-]*)\s*=\s*([^\s;,]+)/g)].map(([, key = '', value = '']) => [key.toLowerCase(), value]));
