import { canonicalJson } from '../canonical.ts';

/** A place that says something else: keys from the outside in; members of a list by what names them, or the whole list. */
export interface FieldChange {
  readonly path: readonly string[];
  /** Plain JSON; undefined where nothing was said. */
  readonly before?: unknown;
  readonly after?: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

/** What is read as one sentence is compared as one: half a condition says nothing. */
const WHOLE: ReadonlySet<string> = new Set(['showIf']);

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

const isSame = (a: unknown, b: unknown): boolean => (a === undefined || b === undefined ? a === b : canonicalJson(a) === canonicalJson(b));

/** Where two values differ, as deep as they have the same shape. */
export function changesOf(before: unknown, after: unknown, path: readonly string[] = []): FieldChange[] {
  if (isSame(before, after)) return [];
  const [a, b] = [membersOf(before), membersOf(after)];
  if (a === null || b === null || WHOLE.has(path.at(-1) ?? '')) return [{ path, before, after }];
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].flatMap((name) => changesOf(a[name], b[name], [...path, name]));
}

/** Fields of an object, or members of a list by their names; null for what is compared as a whole. */
function membersOf(value: unknown): Fields | null {
  if (isFields(value)) return value;
  if (!Array.isArray(value)) return null;
  const named: unknown[] = value;
  const names = named.map(nameOf);
  if (names.length === 0 || names.some((name) => name === null) || new Set(names).size < names.length) return null;
  return Object.fromEntries(named.map((member, at) => [names[at], member]));
}

/** What tells a member of a list from its neighbours: the value of an option, the id of a section, the hash of a file. */
function nameOf(member: unknown): string | null {
  if (!isFields(member)) return null;
  const name = ['value', 'id', 'hash', 'parameter'].map((key) => member[key]).find((found) => typeof found === 'string');
  return typeof name === 'string' ? name : null;
}
