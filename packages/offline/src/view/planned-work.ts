import type { ExecutionId, LifeStatus, UserId } from '@heliograph/domain';
import type { Readable } from './readable.ts';
import type { ExecutionSummary, PlannedDetails } from './summary.ts';

/** Work that the office gave this person and that nobody has begun, or that was taken back before anybody could. */
export interface PlannedWork extends PlannedDetails {
  readonly x: ExecutionId;
  readonly status: LifeStatus;
  /** Who else it is given to. */
  readonly colleagues: readonly UserId[];
  /** Said as long as the work is in scope, so that it does not just vanish. */
  readonly withdrawn: ExecutionSummary['withdrawn'];
}

/** The planned part of the executions on this phone, the earliest day first: from the device, with or without a network. */
export function plannedWork(
  executions: Readable<readonly ExecutionSummary[] | undefined>,
  user: UserId,
): Readable<readonly PlannedWork[] | undefined> {
  let made: { readonly from: readonly ExecutionSummary[]; readonly work: readonly PlannedWork[] } | null = null;
  return {
    subscribe: executions.subscribe,
    get: () => {
      const from = executions.get();
      if (from === undefined) return undefined;
      if (made?.from !== from) made = { from, work: workOf(from, user) };
      return made.work;
    },
  };
}

function workOf(executions: readonly ExecutionSummary[], user: UserId): PlannedWork[] {
  const mine = executions.flatMap(({ x, plan, status, start, assigned, withdrawn }) => {
    const isOpen = status === 'planned' && assigned.includes(user);
    const isTakenBack = status === 'cancelled' && start === null && assigned.includes(user);
    if (plan === null || !(isOpen || isTakenBack)) return [];
    return [{ ...plan, x, status, colleagues: assigned.filter((one) => one !== user), withdrawn }];
  });
  return mine.sort((a, b) => (a.day === b.day ? a.plannedAt - b.plannedAt : a.day < b.day ? -1 : 1));
}
