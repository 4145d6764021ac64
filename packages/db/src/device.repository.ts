import type { DeviceId, UserId } from '@heliograph/domain';
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
}

/** Devices, last heard of first. */
export async function listDevices(tx: OrgTx): Promise<Device[]> {
  const rows = await tx
    .selectFrom('device')
    .innerJoin('member', (join) => join.onRef('member.orgId', '=', 'device.orgId').onRef('member.userId', '=', 'device.userId'))
    .select([
      'device.deviceId as device',
      'device.userId as user',
      'member.name',
      'device.build',
      'device.seenAt',
      'device.pending',
      'device.lastI as delivered',
    ])
    .where('device.orgId', '=', tx.org)
    .orderBy('device.seenAt', 'desc')
    .orderBy('device.deviceId')
    .execute();
  return rows.map(({ seenAt, ...row }) => ({ ...row, seenAt: seenAt.getTime() }));
}
