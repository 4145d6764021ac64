import { isDeepStrictEqual } from 'node:util';
import { findExecution, withOrg } from '@heliograph/db';
import { type ExecutionId, type ExecutionState, type OperationId, type Payload, PLAN, type Reported, refuse, type UserId } from '@heliograph/domain';
import { record } from '../activity/record.ts';
import type { Doer } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { officeLife, refuseWhereOver } from '../execution/office-life.ts';
import { actAs, type OfficeAct } from '../office/act.ts';
import { checkPeople } from './assign.service.ts';
import { type Assignment, readAssignment } from './assignment.service.ts';

export interface ChangeAssignment {
  readonly id: ExecutionId;
  /** All who are on it from now on. */
  readonly people: readonly UserId[];
  readonly day: string;
  /** Left out: none. */
  readonly note?: string | undefined;
  /** Null: none. Left out: as it is. */
  readonly reported?: Reported | null | undefined;
  /** Position of its latest operation that the desk saw. */
  readonly seen: number;
  readonly openSite: boolean;
  readonly operation?: OperationId | undefined;
}

/**
 * Gives work that was given already to other people, for another day, with another note or other words of what was reported: the same execution, with what is recorded in it. Who comes
 * to it finds it on the phone at the next contact; what somebody taken off still sends arrives, with a mark.
 * @throws AppError NOT_FOUND `what`; CONFLICT `closed`, `changed`, `inactive`, `not_on_site`
 */
export const changeAssignment = (deps: Pick<Deps, 'db' | 'now' | 'sync' | 'readings'>, doer: Doer, wish: ChangeAssignment): Promise<Assignment> =>
  withOrg(deps.db, doer, async (tx) => {
    const { id, people, seen, openSite, operation } = wish;
    const { site } = (await findExecution(tx, doer, id)) ?? refuse('NOT_FOUND');
    const { state, timeZone, isRepeated } = await officeLife(tx, doer, { id, operation });
    if (isRepeated) return readAssignment(tx, deps, { actor: doer, id });
    refuseWhereOver(state);
    if (isGivenAnewSince(state, seen)) refuse('CONFLICT', { reason: 'changed' });
    const [first, ...rest] = actsOf(state, wish);
    if (first === undefined) return readAssignment(tx, deps, { actor: doer, id });
    await checkPeople(tx, doer, { site, people: people.filter((user) => !state.assigned.includes(user)), openSite });
    await actAs(deps, tx, { actor: doer, zone: timeZone, acts: [{ ...first, id: operation }, ...rest] });
    await record(tx, doer, { action: 'execution.assign', subject: { kind: 'execution', id }, details: { day: wish.day, people: [...people] } });
    return readAssignment(tx, deps, { actor: doer, id });
  });

const GIVING: ReadonlySet<string> = new Set(['plan', 'assign', 'unassign']);

/** What technicians record meanwhile changes nothing of who is asked for what. */
const isGivenAnewSince = ({ history }: ExecutionState, seen: number): boolean =>
  history.some(({ seq, operation }) => GIVING.has(operation.k) && (seq ?? 0) > seen);

/** What makes of the work as it is given the work as it is wished; nothing where they are the same. */
function actsOf(
  { plan, assigned, registers }: ExecutionState,
  { id, people, day, note, ...wish }: ChangeAssignment,
): OfficeAct<'plan' | 'unassign'>[] {
  if (plan === null) return refuse('NOT_FOUND');
  const { procedure, site, asset } = plan.p;
  const reported = wish.reported === undefined ? plan.p.reported : (wish.reported ?? undefined);
  const wished: Payload<'plan'> = {
    ...{ procedure, site, day, users: [...new Set(people)] },
    ...(asset === undefined ? {} : { asset }),
    ...(reported === undefined ? {} : { reported }),
    ...(note === undefined ? {} : { note }),
  };
  const isSaid = note === plan.p.note && isDeepStrictEqual(reported, plan.p.reported);
  const isMoved = day !== plan.p.day || !isSaid || people.some((user) => !assigned.includes(user));
  const leaving = assigned.filter((user) => !people.includes(user));
  const seen = registers.get(PLAN)?.heads.map((head) => head.operation.id) ?? [];
  return [
    ...(isMoved ? [{ k: 'plan', x: id, b: seen, p: wished } as const] : []),
    ...(leaving.length > 0 ? [{ k: 'unassign', x: id, p: { users: leaving } } as const] : []),
  ];
}
