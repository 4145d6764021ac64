import { type AssessedPlace, type ExecutionId, evaluateStep, type OperationId, PAUSE, shownVerdict } from '@heliograph/domain';
import type { Entry } from '@heliograph/sync';
import type { OpenExecution } from './use-execution.ts';

/** Heads of the place that the person sees: what a new record there replaces. */
export const headsSeen = ({ register }: Pick<AssessedPlace, 'register'>): OperationId[] => register?.heads.map(({ operation }) => operation.id) ?? [];

/** Heads of a register that is no step's: of the execution's life or of its pauses. */
export const headsOf = ({ state }: Pick<OpenExecution, 'state'>, register: string): OperationId[] =>
  state.registers.get(register)?.heads.map(({ operation }) => operation.id) ?? [];

interface Given {
  readonly response: Record<string, unknown>;
  /** Why the run is parked, where this answer parks it. */
  readonly reason: string;
}

/**
 * An answer as entries of the outbox: with the verdict shown, replacing what was seen, ending the draft.
 * An option that parks the run ("return after dark") is recorded together with the pause it means.
 */
export function answerEntries(execution: OpenExecution, place: AssessedPlace, { response, reason }: Given): Entry[] {
  const { x } = execution;
  const evaluation = evaluateStep(place.step, response, place.context);
  const p = { kind: place.step.kind, response, verdict: shownVerdict(evaluation) };
  const answer: Entry = { draft: { k: 'step', x, s: place.address, b: headsSeen(place), p }, replacesDraft: { x, s: place.address } };
  if (!evaluation.suspends) return [answer];
  return [answer, { draft: { k: 'suspend', x, b: headsOf(execution, PAUSE), p: { reason } } }];
}

/** The honest way past a step: skipped or refused, with the reason. */
export const placeEntry = (x: ExecutionId, place: AssessedPlace, act: { k: 'skip' | 'refuse'; p: Record<string, unknown> }): Entry => ({
  draft: { k: act.k, x, s: place.address, b: headsSeen(place), p: act.p },
});

/** The answer that is seen is taken back, and with it what was typed over it. */
export const clearEntry = (x: ExecutionId, place: AssessedPlace): Entry => ({
  draft: { k: 'clear', x, s: place.address, b: headsSeen(place), p: {} },
  replacesDraft: { x, s: place.address },
});
