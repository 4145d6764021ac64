import { type Condition, conditionsOf } from '../../condition/condition.ts';
import type { KnownStep } from '../content.ts';
import { answersOf } from './conditions.ts';
import { type Problem, problem } from './problem.ts';

/** What is known of the answers on one way to a step: for each step asked, the answers that are still possible. */
type Way = ReadonlyMap<string, ReadonlySet<string>>;

/** Ways followed at most: branches of branches multiply, and a step that has so many can be reached. */
const MOST_WAYS = 64;

/** Steps that nobody will ever see: on every way to them, two conditions exclude each other. Required ones say so more loudly. */
export function checkReach(steps: readonly KnownStep[]): Problem[] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const known = new Map<string, readonly Way[]>();
  return steps.flatMap((step, at) =>
    step.showIf === undefined || waysTo(step, byId, known).length > 0
      ? []
      : [problem(['steps', at, 'showIf'], step.required ? 'required_unreachable' : 'unreachable', step.id)],
  );
}

type Known = Map<string, readonly Way[]>;

function waysTo(step: KnownStep, byId: ReadonlyMap<string, KnownStep>, known: Known): readonly Way[] {
  const found = known.get(step.id);
  if (found !== undefined) return found;
  // A circle has a finding of its own; here it must only come to an end.
  known.set(step.id, [new Map()]);
  const ways = branchesOf(step).flatMap((conditions) => along(step, conditions, { byId, known }));
  known.set(step.id, ways.length > MOST_WAYS ? [new Map()] : ways);
  return known.get(step.id) ?? [];
}

/** Each of them alone is enough to show the step. */
function branchesOf({ showIf }: KnownStep): readonly (readonly Condition[])[] {
  if (showIf === undefined) return [[]];
  return 'any' in showIf ? showIf.any.map((condition) => [condition]) : [conditionsOf(showIf)];
}

interface Ground {
  readonly byId: ReadonlyMap<string, KnownStep>;
  readonly known: Known;
}

/** Every way on which all of the conditions hold. */
function along(step: KnownStep, conditions: readonly Condition[], { byId, known }: Ground): readonly Way[] {
  return conditions.reduce<readonly Way[]>(
    (ways, condition) => {
      const asked = byId.get(condition.step);
      if (asked === undefined) return ways;
      const answers = answersMeeting(condition, asked);
      const before = waysTo(asked, byId, known);
      // Many items are asked, and each may answer otherwise: only whether one can answer so is told.
      const isMany = asked.repeat !== undefined && asked.repeat.over !== step.repeat?.over;
      if (isMany) return answers.size === 0 || before.length === 0 ? [] : ways;
      return ways
        .flatMap((way) => before.flatMap((other) => joined(joined(way, other), new Map([[asked.id, answers]])) ?? []))
        .slice(0, MOST_WAYS + 1);
    },
    [new Map()],
  );
}

/** Both ways at once; null where they exclude each other. */
function joined(a: Way | null, b: Way): Way | null {
  if (a === null) return null;
  const both = new Map(a);
  for (const [id, answers] of b) {
    const before = both.get(id);
    const left = before === undefined ? answers : new Set([...answers].filter((answer) => before.has(answer)));
    if (left.size === 0) return null;
    both.set(id, left);
  }
  return both;
}

/** An answer of whatever kind, where a step's answers are not a short list: such a condition has a finding of its own. */
const ANY: ReadonlySet<string> = new Set(['*']);

/** The answers of a step for which a condition holds. */
function answersMeeting(condition: Condition, asked: KnownStep): ReadonlySet<string> {
  if (!('value' in condition)) return isLimited(asked) ? new Set([condition.op]) : new Set();
  const possible = asked.kind === 'check' && asked.holdPoint ? ['ok', 'fail'] : answersOf(asked);
  if (possible === null) return ANY;
  const named = [condition.value].flat();
  const isExcluded = condition.op === 'ne' || condition.op === 'none_eq';
  return new Set(possible.filter((answer) => named.includes(answer) !== isExcluded));
}

/** A reading without any limit is neither inside nor outside. */
const isLimited = (step: KnownStep): boolean =>
  step.kind !== 'measurement' || [step.min, step.max, step.expected, step.limitsBy, step.watch].some((limit) => limit !== undefined);
