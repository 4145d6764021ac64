import type { ExecutionId, ProcedureHash, SiteId, UserId } from '@heliograph/domain';
import type { Sender, SiteAccess, Subject } from '@heliograph/sync/server';
import { sql } from 'kysely';
import type { OrgTx } from '../database.ts';

/**
 * Locks subjects in sorted order, those not seen before included (decision 19).
 * The lock row is one of its own: a subject can be locked before it exists, and the execution is read by a later statement, hence as the
 * previous holder left it.
 */
export async function lockSubjects(tx: OrgTx, ids: readonly ExecutionId[]): Promise<void> {
  if (ids.length === 0) return;
  const sorted = [...ids].sort();
  await sql`insert into subject (org_id, id) select ${tx.org}::uuid, id from unnest(${sorted}::uuid[]) as id order by id on conflict do nothing`.execute(
    tx,
  );
  await tx.selectFrom('subject').select('id').where('orgId', '=', tx.org).where('id', '=', anyOf(sorted)).orderBy('id').forUpdate().execute();
}

/** The executions among these subjects. */
export async function subjectsOf(tx: OrgTx, ids: readonly ExecutionId[]): Promise<Map<ExecutionId, Subject>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('execution')
    .select(['executionId as x', 'procedureHash as procedure', 'siteId as site', 'assetId as asset', 'status', 'headSeq as head'])
    .where('orgId', '=', tx.org)
    .where('executionId', '=', anyOf(ids))
    .execute();
  return new Map(rows.map((row) => [row.x, row]));
}

/** Whose operations wait on these subjects, and whether a `start` is among them. */
export async function waitsOn(tx: OrgTx, ids: readonly ExecutionId[]): Promise<{ x: ExecutionId; user: UserId; isStart: boolean }[]> {
  const rows = await tx
    .selectFrom('operation')
    .select(['executionId as x', 'actorId as user'])
    .select(sql<boolean>`coalesce(bool_or(kind = 'start'), false)`.as('isStart'))
    .where('orgId', '=', tx.org)
    .where('executionId', '=', anyOf(ids))
    .where('seq', 'is', null)
    .where('state', '=', 'held')
    .groupBy(['executionId', 'actorId'])
    .execute();
  return rows.flatMap(({ x, ...row }) => (x === null ? [] : [{ x, ...row }]));
}

/** Executions the person is on, and those only removed from. */
export async function accessOf(tx: OrgTx, user: UserId, ids: readonly ExecutionId[]): Promise<Map<ExecutionId, 'in' | 'removed'>> {
  const rows = await tx
    .selectFrom('scope')
    .select(['executionId', 'removedSeq'])
    .where('orgId', '=', tx.org)
    .where('userId', '=', user)
    .where('executionId', '=', anyOf(ids))
    .execute();
  return new Map(rows.map(({ executionId, removedSeq }) => [executionId, removedSeq === null ? 'in' : 'removed']));
}

/**
 * Whether the person may begin work on the site: any site for the office, the assigned ones for a technician. One that was theirs, or was in use,
 * stays good for what was recorded before it was taken away (sync.md 3.16: judged on *ever in scope*).
 */
export async function maySite(tx: OrgTx, { user, role }: Sender, site: SiteId): Promise<SiteAccess> {
  const found = await tx
    .selectFrom('site')
    .leftJoin('siteScope as mine', (join) =>
      join.onRef('mine.orgId', '=', 'site.orgId').onRef('mine.siteId', '=', 'site.id').on('mine.userId', '=', user),
    )
    .select(['site.removedAt', 'mine.addedSeq', 'mine.removedSeq'])
    .where('site.orgId', '=', tx.org)
    .where('site.id', '=', site)
    .executeTakeFirst();
  if (found === undefined || (role === 'technician' && found.addedSeq === null)) return 'none';
  return found.removedAt === null && (role !== 'technician' || found.removedSeq === null) ? 'open' : 'removed';
}

/** Step ids of these published versions; none of those that the organisation does not have. */
export async function stepIdsOf(tx: OrgTx, procedures: readonly ProcedureHash[]): Promise<Map<ProcedureHash, ReadonlySet<string>>> {
  if (procedures.length === 0) return new Map();
  const rows = await tx
    .selectFrom('procedureVersion')
    .select(['hash', 'stepIds'])
    .where('orgId', '=', tx.org)
    .where('hash', '=', sql<ProcedureHash>`any(${procedures}::text[])`)
    .execute();
  return new Map(rows.map(({ hash, stepIds }) => [hash, new Set(stepIds)]));
}

/** For `=`: one array parameter instead of a thousand, so that the statement stays the same whatever the number. */
export const anyOf = <Id extends string>(ids: readonly Id[]) => sql<Id>`any(${ids}::uuid[])`;
