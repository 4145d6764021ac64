import type { DeviceId, UserId } from '@heliograph/domain';
import type { Position } from '@heliograph/sync';
import type { DeviceRow, Seen } from '@heliograph/sync/server';
import { sql } from 'kysely';
import type { OrgTx } from '../database.ts';

/** Makes the device's row or locks it. What somebody else's session says about itself leaves no trace in it. */
export async function lockDevice(
  tx: OrgTx,
  { device, user }: { device: DeviceId; user: UserId },
  { build, pending, lost }: Seen,
): Promise<DeviceRow> {
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value));
  const own = sql<boolean>`device.user_id = excluded.user_id`;
  const row = await tx
    .insertInto('device')
    .values({ orgId: tx.org, deviceId: device, userId: user, seenAt: new Date(), build, pending: json(pending), lost: json(lost) })
    .onConflict((conflict) =>
      conflict.columns(['orgId', 'deviceId']).doUpdateSet({
        seenAt: sql`case when ${own} then excluded.seen_at else device.seen_at end`,
        build: sql`case when ${own} then excluded.build else device.build end`,
        pending: sql`case when ${own} then excluded.pending else device.pending end`,
        // Told once, and kept: the phone forgets it when it is heard.
        lost: sql`case when ${own} then coalesce(excluded.lost, device.lost) else device.lost end`,
        // Whoever wrote it off was mistaken.
        dismissedAt: sql`case when ${own} then null else device.dismissed_at end`,
      }),
    )
    .returning(['userId', 'lastI', 'lastId'])
    .executeTakeFirstOrThrow();
  return { user: row.userId, position: { i: row.lastI, id: row.lastId } };
}

export async function moveDevice(tx: OrgTx, device: DeviceId, { i, id }: Position): Promise<void> {
  await tx.updateTable('device').set({ lastI: i, lastId: id }).where('orgId', '=', tx.org).where('deviceId', '=', device).execute();
}
