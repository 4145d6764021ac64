import type { DeviceId, UserId } from '@heliograph/domain';
import type { Lost } from '@heliograph/sync';
import { sql } from 'kysely';
import type { OrgTx } from './database.ts';

/** An outbox as the server last heard of it. */
export interface Device {
  readonly device: DeviceId;
  readonly user: UserId;
  readonly name: string;
  readonly build: string;
  /** ms */
  readonly seenAt: number;
  /** What it said was still waiting on it; as it came. */
  readonly pending: unknown;
  /** Operations delivered. */
  readonly delivered: number;
  /** Work that was on it and is gone. */
  readonly lost: Lost | null;
  /** When somebody at the desk wrote it off; null while it counts. */
  readonly dismissedAt: number | null;
}

/** Devices, last heard of first. */
export async function listDevices(tx: OrgTx): Promise<Device[]> {
  const rows = await tx
    .selectFrom('device')
    .innerJoin('member', (join) => join.onRef('member.orgId', '=', 'device.orgId').onRef('member.userId', '=', 'device.userId'))
    .select(['device.deviceId as device', 'device.userId as user', 'member.name', 'device.build', 'device.seenAt', 'device.pending'])
    .select(['device.lastI as delivered', 'device.lost', 'device.dismissedAt'])
    .where('device.orgId', '=', tx.org)
    .orderBy('device.seenAt', 'desc')
    .orderBy('device.deviceId')
    .execute();
  return rows.map(({ seenAt, dismissedAt, ...row }) => ({ ...row, seenAt: seenAt.getTime(), dismissedAt: dismissedAt?.getTime() ?? null }));
}

/**
 * An outbox that its phone found gone: what waited in it is told as lost by the one that took its place, and alarms nobody a second time.
 * A loss of its own that nobody has read yet stays. Of its owner's alone.
 */
export async function closeGoneOutbox(tx: OrgTx, { device, user }: Pick<Device, 'device' | 'user'>, at: number): Promise<void> {
  await tx
    .updateTable('device')
    .set({ pending: null, dismissedAt: sql<Date | null>`case when device.lost is null then ${new Date(at)} else device.dismissed_at end` })
    .where('orgId', '=', tx.org)
    .where('deviceId', '=', device)
    .where('userId', '=', user)
    .execute();
}

/** Writes a phone off: what it said was waiting alarms nobody any more, until it is heard of again. Its loss has been read. */
export async function dismissDevice(tx: OrgTx, device: DeviceId, at: number): Promise<void> {
  await tx
    .updateTable('device')
    .set({ dismissedAt: new Date(at), lost: null })
    .where('orgId', '=', tx.org)
    .where('deviceId', '=', device)
    .execute();
}
