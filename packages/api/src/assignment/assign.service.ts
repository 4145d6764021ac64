import { assignSite, findAsset, findExecution, listMembers, lockSite, type OrgTx, peopleOn, readProcedures, withOrg } from '@heliograph/db';
import {
  type AssetId,
  type ExecutionId,
  isRetired,
  type OperationId,
  type ProcedureHash,
  type Reported,
  refuse,
  type SiteId,
  type UserId,
} from '@heliograph/domain';
import { record } from '../activity/record.ts';
import type { Doer } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { officeLife, refuseWhereOver } from '../execution/office-life.ts';
import { actAs, holdExecution } from '../office/act.ts';
import { type Assignment, readAssignment } from './assignment.service.ts';
import { checkWaiting, standingWork } from './given-again.ts';

type Ports = Pick<Deps, 'db' | 'now' | 'sync' | 'readings'>;

export interface CreateAssignment {
  /** The execution that everybody it is given to opens. */
  readonly id: ExecutionId;
  readonly procedure: ProcedureHash;
  readonly site: SiteId;
  readonly asset?: AssetId | undefined;
  readonly people: readonly UserId[];
  readonly day: string;
  readonly note?: string | undefined;
  readonly reported?: Reported | undefined;
  /** Assigns the site, too, to technicians who are not on it. */
  readonly openSite: boolean;
  /** The id names work that this server has forgotten: whatever is there under it meanwhile is another's doing, and is left as it is. */
  readonly isAgain?: boolean | undefined;
  readonly operation?: OperationId | undefined;
}

/**
 * Gives a procedure on a site or an asset to people for a day: the execution exists from now on, and reaches their phones at the next contact.
 * The same id again answers what is there; given again, only where that is exactly this.
 * @throws AppError NOT_FOUND `what`; CONFLICT `retired`, `inactive`, `not_on_site`, `given_meanwhile`, `waiting_otherwise`
 */
export const createAssignment = (deps: Ports, doer: Doer, wish: CreateAssignment): Promise<Assignment> =>
  withOrg(deps.db, doer, async (tx) => {
    const { id, procedure, site, asset, people, day, note, reported } = wish;
    // Before the counter that an opened site takes: a phone that delivers takes the two in this order.
    await holdExecution(tx, id);
    if ((await findExecution(tx, doer, id)) !== undefined) return standingWork(tx, deps, { actor: doer, wish });
    const { timeZone } = await checkPlace(tx, doer, wish);
    const { isPinned } = await checkWaiting(tx, wish);
    await checkProcedure(tx, procedure, isPinned);
    await checkPeople(tx, doer, wish);
    const where = { procedure, site, ...(asset === undefined ? {} : { asset }) };
    const what = { day, users: [...new Set(people)], ...(note === undefined ? {} : { note }), ...(reported === undefined ? {} : { reported }) };
    await actAs(deps, tx, { actor: doer, zone: timeZone, acts: [{ k: 'plan', x: id, id: wish.operation, p: { ...where, ...what } }] });
    await record(tx, doer, { action: 'execution.assign', subject: { kind: 'execution', id }, details: { day, people: what.users } });
    return readAssignment(tx, deps, { actor: doer, id });
  });

async function checkPlace(tx: OrgTx, doer: Doer, { site, asset }: CreateAssignment) {
  // Held, so that it is not retired meanwhile.
  const place = (await lockSite(tx, doer, site)) ?? refuse('NOT_FOUND', { what: 'site' });
  if (isRetired(place)) refuse('CONFLICT', { reason: 'retired', what: 'site' });
  if (asset === undefined) return place;
  const found = await findAsset(tx, doer, asset);
  if (found?.site !== site) return refuse('NOT_FOUND', { what: 'asset' });
  return isRetired(found) ? refuse('CONFLICT', { reason: 'retired', what: 'asset' }) : place;
}

/** @param isPinned the work was begun with it already, and goes on with it also where it was retired since */
async function checkProcedure(tx: OrgTx, hash: ProcedureHash, isPinned: boolean): Promise<void> {
  const [version] = await readProcedures(tx, [hash]);
  if (version === undefined) refuse('NOT_FOUND', { what: 'procedure' });
  if (version?.withdrawn && !isPinned) refuse('CONFLICT', { reason: 'retired', what: 'procedure' });
}

/** @throws AppError NOT_FOUND `what`; CONFLICT `inactive`, `not_on_site` */
export async function checkPeople(
  tx: OrgTx,
  doer: Doer,
  { site, people, openSite }: Pick<CreateAssignment, 'site' | 'people' | 'openSite'>,
): Promise<void> {
  const members = new Map((await listMembers(tx)).map((member) => [member.user, member]));
  if (people.some((user) => !members.has(user))) refuse('NOT_FOUND', { what: 'person' });
  const away = people.filter((user) => members.get(user)?.status !== 'active');
  if (away.length > 0) refuse('CONFLICT', { reason: 'inactive', people: away });
  const technicians = people.filter((user) => members.get(user)?.role === 'technician');
  const on = await peopleOn(tx, site, technicians);
  const missing = technicians.filter((user) => !on.has(user));
  // Work on a site that their phone does not hold could not be done there; and a site opens more than one piece of work, so it is asked.
  if (missing.length > 0 && !openSite) refuse('CONFLICT', { reason: 'not_on_site', people: missing });
  for (const user of missing) {
    await assignSite(tx, { user, site });
    await record(tx, doer, { action: 'site.assign', subject: { kind: 'site', id: site }, details: { person: user } });
  }
}

export interface WithdrawAssignment {
  readonly id: ExecutionId;
  readonly reason: string;
  /** Only these; left out: the work itself. */
  readonly people?: readonly UserId[] | undefined;
  readonly operation?: OperationId | undefined;
}

/**
 * Takes work back, or people off it. What was recorded meanwhile still arrives, with a mark; nothing of it is lost.
 * @throws AppError NOT_FOUND; CONFLICT `closed`, `not_on_it`
 */
export const withdrawAssignment = (deps: Ports, doer: Doer, { id, reason, people, operation }: WithdrawAssignment): Promise<Assignment> =>
  withOrg(deps.db, doer, async (tx) => {
    const { state, seen, timeZone, isRepeated } = await officeLife(tx, doer, { id, operation });
    if (isRepeated) return readAssignment(tx, deps, { actor: doer, id });
    if (state.plan === null) refuse('NOT_FOUND');
    refuseWhereOver(state);
    const strangers = (people ?? []).filter((user) => !state.assigned.includes(user));
    if (strangers.length > 0) refuse('CONFLICT', { reason: 'not_on_it', people: strangers });
    const one =
      people === undefined
        ? ({ k: 'cancel', x: id, id: operation, b: seen, p: { reason } } as const)
        : ({ k: 'unassign', x: id, id: operation, p: { users: [...people], reason } } as const);
    await actAs(deps, tx, { actor: doer, zone: timeZone, acts: [one] });
    const details = { reason, ...(people === undefined ? {} : { people }) };
    await record(tx, doer, { action: 'execution.cancel', subject: { kind: 'execution', id }, details });
    return readAssignment(tx, deps, { actor: doer, id });
  });
