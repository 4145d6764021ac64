import type * as z from 'zod/mini';
import type { ProblemCode } from '../procedure/check/problem.ts';
import { stepBaseSchema } from '../procedure/step-base.ts';
import { definitionObject, isRaw, KEYED_BY_DATA, snake } from './translate.ts';

/** Why a library is refused: the place in the file, and what stands there. */
export interface ImportProblem {
  /** `procedures[3].steps[5].show_if.op` */
  readonly path: string;
  readonly code: ProblemCode | 'malformed' | 'missing' | 'out_of_order' | 'unknown_field' | 'wrong_type';
  readonly found: string;
}

type Path = readonly PropertyKey[];

export const write = (path: Path): string =>
  path.map((key, at) => (typeof key === 'number' ? `[${key}]` : `${at === 0 ? '' : '.'}${String(key)}`)).join('');

/** The same place in the file: fields as the library spells them, a kind's own fields inside their object. */
export function sourcePath(path: Path, raw: unknown): Path {
  const [list, at, field, ...rest] = path;
  if (list !== 'steps' || typeof at !== 'number' || field === undefined) return spelled(path);
  return ['steps', at, ...stepField(String(field), spelled(rest), typeOf(raw, at))];
}

function stepField(field: string, rest: Path, type: unknown): Path {
  if (field === 'kind') return ['type'];
  if (field === 'order') return ['order'];
  if (field === 'repeat') return [rest[0] === 'group' ? 'repeat_group' : 'repeat_over'];
  const container = definitionObject(type);
  const isOwn = container !== null && !Object.hasOwn(stepBaseSchema.shape, field) && definitionObject(field) === null;
  return [...(isOwn ? [container] : []), snake(field), ...rest];
}

/** Keys below `cases` and `inputs` are the file's own words. */
export const spelled = (path: Path): Path =>
  path.map((key, at) => (typeof key === 'string' && !KEYED_BY_DATA.has(String(path[at - 1])) ? snake(key) : key));

function typeOf(raw: unknown, at: number): unknown {
  const steps = isRaw(raw) ? raw['steps'] : undefined;
  const step: unknown = Array.isArray(steps) ? steps[at] : undefined;
  return isRaw(step) ? step['type'] : undefined;
}

export interface Misfit {
  readonly path: Path;
  readonly code: ImportProblem['code'];
  readonly found: string;
}

/** A schema's complaints one by one. Of a union's alternatives, the one that went deepest before it failed is what was meant. */
export function misfits(issues: readonly z.core.$ZodIssue[], at: Path = []): Misfit[] {
  return issues.flatMap((issue) => {
    const path = [...at, ...issue.path];
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ path: [...path, key], code: 'unknown_field' as const, found: snake(key) }));
    if (issue.code === 'invalid_union' && issue.errors.length > 0) return misfits(meant(issue.errors), path);
    return [{ path, ...complaint(issue) }];
  });
}

function meant(alternatives: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] {
  const depth = (issues: readonly z.core.$ZodIssue[]) => Math.max(...issues.map((issue) => misfits([issue])[0]?.path.length ?? 0));
  return alternatives.toSorted((a, b) => depth(b) - depth(a) || a.length - b.length)[0] ?? [];
}

function complaint({ code, input, ...issue }: z.core.$ZodIssue): Omit<Misfit, 'path'> {
  const found = 'discriminator' in issue && issue.discriminator !== undefined && isRaw(input) ? input[issue.discriminator] : input;
  if (found === undefined) return { code: 'missing', found: '' };
  if (code === 'invalid_type') return { code: 'wrong_type', found: shown(found) };
  const isUnknown = code === 'invalid_union' || code === 'invalid_value' || code === 'invalid_key';
  return { code: isUnknown ? 'unknown_value' : 'malformed', found: shown(found) };
}

const shown = (input: unknown): string => (JSON.stringify(input) ?? '').slice(0, 80);
