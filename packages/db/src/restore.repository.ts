import type { OrgTx } from './database.ts';

/** That an older database was brought back, as the first phone proved it. */
export interface Restore {
  /** When it was noticed, ms. */
  readonly at: number;
  /** As it was written then. */
  readonly details: Readonly<Record<string, unknown>>;
}

/** The latest restore noticed since `since` (ms). */
export async function findRestore(tx: OrgTx, since: number): Promise<Restore | null> {
  const row = await tx
    .selectFrom('activity')
    .select(['at', 'details'])
    .where('orgId', '=', tx.org)
    .where('action', '=', 'server.restore')
    .where('at', '>=', new Date(since))
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : { at: row.at.getTime(), details: row.details };
}

/** Records that came after a number of the log and were made before a moment (ms): what phones brought that was older, and how many people's it is. */
export async function countLateRecords(
  tx: OrgTx,
  { after, before }: { after: number; before: number },
): Promise<{ records: number; people: number }> {
  const { count } = tx.fn;
  const found = await tx
    .selectFrom('operation')
    .select([count<number>('opId').as('records'), count<number>('actorId').distinct().as('people')])
    .where('orgId', '=', tx.org)
    .where('seq', '>', after)
    .where('deviceId', 'is not', null)
    .where('deviceAt', '<', before)
    .executeTakeFirstOrThrow();
  return { records: Number(found.records), people: Number(found.people) };
}
