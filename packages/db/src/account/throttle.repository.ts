import { sql } from 'kysely';
import type { LookupTx } from '../database.ts';

export interface Strike {
  /** Attempts in this window, this one included. */
  readonly count: number;
  /** Still blocked until then, ms; the attempt was not counted. Null when it may go on. */
  readonly blockedUntil: number | null;
}

/**
 * Counts an attempt before it is made, so that a hundred at once are a hundred. A window that ended `windowMs` after its start and
 * after its last block begins anew.
 */
export async function strike(tx: LookupTx, key: string, { now, windowMs }: { now: number; windowMs: number }): Promise<Strike> {
  const at = new Date(now);
  const isOver = sql<boolean>`greatest(throttle.window_start, coalesce(throttle.blocked_until, throttle.window_start)) <= ${new Date(now - windowMs)}`;
  const counted = await tx
    .insertInto('throttle')
    .values({ key, count: 1, windowStart: at, blockedUntil: null })
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet({
          count: sql`case when ${isOver} then 1 else throttle.count + 1 end`,
          windowStart: sql`case when ${isOver} then ${at} else throttle.window_start end`,
          blockedUntil: null,
        })
        .where((row) => row.or([row('throttle.blockedUntil', 'is', null), row('throttle.blockedUntil', '<=', at)])),
    )
    .returning('count')
    .executeTakeFirst();
  if (counted !== undefined) return { count: counted.count, blockedUntil: null };
  const { count, blockedUntil } = await tx.selectFrom('throttle').select(['count', 'blockedUntil']).where('key', '=', key).executeTakeFirstOrThrow();
  return { count, blockedUntil: blockedUntil?.getTime() ?? null };
}

export async function block(tx: LookupTx, key: string, until: number): Promise<void> {
  await tx
    .updateTable('throttle')
    .set({ blockedUntil: new Date(until) })
    .where('key', '=', key)
    .execute();
}

/** An attempt that succeeded was no failure: it is taken off again. */
export async function forgive(tx: LookupTx, key: string): Promise<void> {
  await tx.updateTable('throttle').set({ count: sql`greatest(count - 1, 0)`, blockedUntil: null }).where('key', '=', key).execute();
}

export async function forget(tx: LookupTx, key: string): Promise<void> {
  await tx.deleteFrom('throttle').where('key', '=', key).execute();
}

/** Rows that no longer say anything. */
export async function deleteOldThrottles(tx: LookupTx, before: number): Promise<void> {
  const at = new Date(before);
  await tx
    .deleteFrom('throttle')
    .where('windowStart', '<', at)
    .where((row) => row.or([row('blockedUntil', 'is', null), row('blockedUntil', '<', at)]))
    .execute();
}
