import type { ExecutionSummary, PlannedWork } from '@heliograph/offline';

/** Given work by when it is to be done, each list in its own order. */
export interface Given {
  /** What should have been done, then what is for today. */
  readonly due: readonly DueWork[];
  readonly coming: readonly PlannedWork[];
}

export interface DueWork {
  readonly work: PlannedWork;
  readonly isLate: boolean;
}

/** @param todayAt the day it is now where the work is done */
export function sortGiven(planned: readonly PlannedWork[], todayAt: (work: PlannedWork) => string): Given {
  const open = planned.filter(({ status }) => status === 'planned');
  const isComing = (work: PlannedWork) => work.day > todayAt(work);
  return {
    due: open.filter((work) => !isComing(work)).map((work) => ({ work, isLate: work.day < todayAt(work) })),
    coming: open.filter(isComing),
  };
}

/** Long enough for a weekend; what was taken back then goes from the screen, and stays in the record. */
const TOLD_MS = 3 * 86_400_000;

/** Work that the office took back lately, or gave to others after this person had begun it; the latest first. */
export function takenBack(executions: readonly ExecutionSummary[], user: ExecutionSummary['startedBy'], now: number): readonly ExecutionSummary[] {
  const isMine = ({ crew, assigned }: ExecutionSummary) => user !== null && (crew.includes(user) || assigned.includes(user));
  const atOf = ({ withdrawn, takenOff }: ExecutionSummary) => withdrawn?.at ?? takenOff?.at ?? 0;
  return executions.filter((one) => atOf(one) > now - TOLD_MS && isMine(one)).sort((a, b) => atOf(b) - atOf(a));
}
