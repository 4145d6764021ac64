import { toDecimal } from '../decimal.ts';
import { stepBaseSchema } from '../procedure/step-base.ts';
import { isStepKind, stepKinds } from '../step-kinds/index.ts';

/** JSON as it came, snake_case; every reader here is total. */
export type Raw = Readonly<Record<string, unknown>>;
export const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);

export const camel = (key: string): string => key.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
export const snake = (key: string): string => key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Numbers that are quantities: decimals in our content. The others (counts, minutes, severities) stay whole numbers. */
const QUANTITIES = new Set(['min', 'max', 'below', 'above', 'upTo', 'recommendedMin', 'stablePct', 'tolerancePct', 'watchPct', 'peerTolerancePct']);
/** Below these, keys are data (values of a choice, names of inputs), not fields. */
export const KEYED_BY_DATA: ReadonlySet<string> = new Set(['cases', 'inputs', 'formulas']);
/** Fields that carry a kind's definition. On a step of another kind they are refused, not filed under metadata. */
const DEFINITIONS: ReadonlySet<string> = new Set(['measurement', 'photo', 'scan', 'signature', 'options']);

/** Name of the object in which the library keeps a kind's definition; null where its fields stand on the step itself. */
export const definitionObject = (type: unknown): string | null =>
  typeof type === 'string' && type !== 'options' && DEFINITIONS.has(type) ? type : null;

/** Field names in our spelling, quantities as decimals, nulls left out. */
export function translate(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((member) => translate(member));
  if (typeof value === 'number' && QUANTITIES.has(key)) return quantity(value);
  if (!isRaw(value)) return value;
  const rename = KEYED_BY_DATA.has(key) ? (name: string) => name : camel;
  const members = Object.entries(value).filter(([, member]) => member !== null && member !== undefined);
  return Object.fromEntries(members.map(([name, member]) => [rename(name), name === 'extra' ? member : translate(member, rename(name))]));
}

/** Exactly the number the file shows; left as it is, and so refused, where only an exponent could write it. */
const quantity = (value: number): unknown => toDecimal(String(value)) ?? value;

/** Moves fields we do not know into `extra`, untouched. */
export function keepUnknown(raw: Raw, known: readonly string[]): Raw {
  const isKnown = (name: string) => known.includes(camel(name)) || name === 'extra';
  const unknown = Object.entries(raw).filter(([name]) => !isKnown(name));
  if (unknown.length === 0) return raw;
  const kept = Object.entries(raw).filter(([name]) => isKnown(name));
  const extra = { ...(isRaw(raw['extra']) ? raw['extra'] : {}), ...Object.fromEntries(unknown) };
  return { ...Object.fromEntries(kept), extra };
}

/** One step of the library in the shape of our content, before it is checked. */
export function stepFrom(raw: unknown): unknown {
  if (!isRaw(raw)) return raw;
  const { type, order: _, repeat_over: over, repeat_group: group, ...fields } = raw;
  const { known, unknown } = definitionFrom(type, fields);
  const repeat = over === undefined && group === undefined ? {} : { repeat: { over, group } };
  const container = definitionObject(type);
  const base = Object.fromEntries(Object.entries(fields).filter(([name]) => name !== container));
  const foreign = [...DEFINITIONS].filter((name) => name !== container);
  return translate({ ...keepUnknown({ ...base, ...unknown }, [...Object.keys(stepBaseSchema.shape), ...foreign]), ...known, ...repeat, kind: type });
}

/** The fields of a kind's own object: those of its definition, and the rest under the object's name. */
function definitionFrom(type: unknown, fields: Raw): { known: Raw; unknown: Raw } {
  const container = definitionObject(type);
  const definition = container === null ? undefined : fields[container];
  if (container === null || !isRaw(definition) || !isStepKind(container)) return { known: {}, unknown: {} };
  const { extra, ...known } = keepUnknown(definition, Object.keys(stepKinds[container].definition.shape));
  return { known, unknown: extra === undefined ? {} : { [container]: extra } };
}
