import * as z from 'zod/mini';
import { type Localized, localizedSchema } from '../../text.ts';
import { changesOf, type FieldChange } from './fields.ts';
import { longestRise } from './longest-rise.ts';

/**
 * A version or a draft as far as a comparison reads it: what its steps are called. Everything else is compared as it stands, so that what a
 * newer app wrote is shown beside the rest.
 */
export const comparableSchema = z.looseObject({ steps: z.array(z.looseObject({ id: z.string(), kind: z.string(), title: localizedSchema })) });

interface ComparableStep {
  readonly id: string;
  readonly kind: string;
  readonly title: Localized;
}
export interface Comparable {
  readonly steps: readonly ComparableStep[];
}

/** Where a step stood in one of the two versions: from 0. */
interface Standing {
  readonly at: number;
  readonly id: string;
  readonly title: Localized;
}

/** One line of a comparison. `moved`: it stands elsewhere among the steps that both versions have. */
export interface StepChange {
  readonly kind: 'same' | 'changed' | 'added' | 'removed';
  readonly moved: boolean;
  readonly before: Standing | null;
  readonly after: Standing | null;
  readonly fields: readonly FieldChange[];
}

export interface Comparison {
  /** What the procedure itself says otherwise. */
  readonly head: readonly FieldChange[];
  /** In the order of the later version; what was removed stands where it was. */
  readonly steps: readonly StepChange[];
}

/** What a later version says otherwise than an earlier one, by step and field. A draft compares like a version. */
export function compareProcedures(before: Comparable, after: Comparable): Comparison {
  const { steps: earlier, ...headBefore } = before;
  const { steps: later, ...headAfter } = after;
  return { head: changesOf(headBefore, headAfter), steps: compareSteps(earlier, later) };
}

type Steps = readonly ComparableStep[];

function compareSteps(before: Steps, after: Steps): StepChange[] {
  const matched = matches(before, after);
  const pairs = after.flatMap((_, at) => matched.get(at) ?? []);
  const unmoved = new Set(longestRise(pairs));
  const gone = before.flatMap((_, at) => (pairs.includes(at) ? [] : [at]));
  const rows: StepChange[] = [];
  const tellGone = (upto: number) => {
    while (gone[0] !== undefined && gone[0] < upto) rows.push(removed(before, gone.shift() ?? 0));
  };
  for (const [at, step] of after.entries()) {
    const from = matched.get(at);
    if (from !== undefined && unmoved.has(from)) tellGone(from);
    const source = from === undefined ? undefined : before[from];
    rows.push(
      from === undefined || source === undefined
        ? { kind: 'added', moved: false, before: null, after: standing(step, at), fields: [] }
        : kept({ source, from }, { step, at }, !unmoved.has(from)),
    );
  }
  tellGone(before.length);
  return rows;
}

const standing = ({ id, title }: ComparableStep, at: number): Standing => ({ at, id, title });

function removed(before: Steps, at: number): StepChange {
  const step = before[at];
  return { kind: 'removed', moved: false, before: step === undefined ? null : standing(step, at), after: null, fields: [] };
}

function kept(
  { source, from }: { source: ComparableStep; from: number },
  { step, at }: { step: ComparableStep; at: number },
  moved: boolean,
): StepChange {
  const fields = changesOf(source, step);
  return { kind: fields.length === 0 ? 'same' : 'changed', moved, before: standing(source, from), after: standing(step, at), fields };
}

/**
 * For each step of the later version, which earlier one it is: the same id with the same name, else the same name and kind, else the same id.
 * A list that was taken in again numbers its steps anew, and would otherwise look rewritten from the first insertion on.
 */
function matches(before: Steps, after: Steps): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const taken = new Set<number>();
  const named = ({ kind, title }: ComparableStep) => `${kind} ${title.fr} ${title.en}`;
  for (const key of [(step: ComparableStep) => `${step.id} ${named(step)}`, named, ({ id }: ComparableStep) => id]) {
    const free = new Map<string, number[]>();
    for (const [at, step] of before.entries()) if (!taken.has(at)) free.set(key(step), [...(free.get(key(step)) ?? []), at]);
    for (const [at, step] of after.entries()) {
      const from = found.has(at) ? undefined : free.get(key(step))?.shift();
      if (from === undefined) continue;
      found.set(at, from);
      taken.add(from);
    }
  }
  return found;
}
