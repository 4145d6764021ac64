import { type AssessedPlace, type Evaluation, type ExecutionId, evaluateStep, type OperationId, type ShownVerdict } from '@heliograph/domain';
import type { Entry } from '@heliograph/sync';

/** Heads of the place that the person sees: what a new record there replaces. */
export const headsSeen = ({ register }: Pick<AssessedPlace, 'register'>): OperationId[] => register?.heads.map(({ operation }) => operation.id) ?? [];

/** The verdict as it was shown, to be kept for ever beside the answer (decision 11). */
export function shownVerdict({ outcome, standing, limit, expected, inputs }: Evaluation): ShownVerdict {
  return {
    outcome,
    ...(standing !== null && standing.kind !== 'inside' ? { by: standing.by } : {}),
    ...(limit?.min == null ? {} : { min: limit.min }),
    ...(limit?.max == null ? {} : { max: limit.max }),
    ...(expected === null ? {} : { expected }),
    ...(Object.keys(inputs).length === 0 ? {} : { inputs: { ...inputs } }),
  };
}

/** An answer as an entry of the outbox: with the verdict shown, replacing what was seen, ending the draft. */
export function answerEntry(x: ExecutionId, place: AssessedPlace, response: Record<string, unknown>): Entry {
  const verdict = shownVerdict(evaluateStep(place.step, response, place.context));
  return {
    draft: { k: 'step', x, s: place.address, b: headsSeen(place), p: { kind: place.step.kind, response, verdict } },
    replacesDraft: { x, s: place.address },
  };
}

/** Something at a place that is no answer: skip, refuse, clear. */
export const placeEntry = (x: ExecutionId, place: AssessedPlace, act: { k: 'skip' | 'refuse' | 'clear'; p: Record<string, unknown> }): Entry => ({
  draft: { k: act.k, x, s: place.address, b: headsSeen(place), p: act.p },
});
