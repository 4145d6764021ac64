import { closeGoneOutbox, type Device, dismissDevice, listDevices, type OrgTx, readOrg, readSettings, withOrg } from '@heliograph/db';
import { type PhoneStanding, pendingWorkSchema, phoneStanding, refuse, waitingSince } from '@heliograph/domain';
import type { ExchangeRequest, Lost } from '@heliograph/sync';
import { record } from '../activity/record.ts';
import type { Actor, Doer } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { type HeldWorks, heldWork } from './held.service.ts';
import { type RestoreNotice, restoreNotice } from './restore.service.ts';

type Ports = Pick<Deps, 'db' | 'keys' | 'now'>;

/** One outbox as the office sees it. Its id stays with the server and the phone: people are told a name that leads nowhere. */
export interface Phone extends Pick<Device, 'user' | 'name' | 'build' | 'seenAt' | 'delivered'> {
  readonly handle: string;
  readonly lost: Omit<Lost, 'dev'> | null;
  readonly standing: PhoneStanding;
  /** Records and photos that it said were still waiting. */
  readonly pending: { readonly records: number; readonly photos: number };
  /** When the oldest of that was recorded, ms; null where nothing waits. */
  readonly since: number | null;
}

export interface Fleet {
  readonly phones: readonly Phone[];
  /** How long work may wait before it alarms, hours. */
  readonly alarmHours: number;
}

const handleOf = ({ keys }: Pick<Ports, 'keys'>, { org }: Pick<Actor, 'org'>, device: string): string => keys.handle(`${org} ${device}`);

/** With work that came from phones and waits here. */
export interface OpenedFleet extends Fleet, HeldWorks {
  readonly restore: RestoreNotice | null;
}

/**
 * Phones and browsers of the organisation: when each was last heard of, what is still on it, which ask for somebody; whether the server went back, and
 * what came and waits for the desk.
 */
export const openFleet = (ports: Ports & Pick<Deps, 'readings'>, actor: Actor): Promise<OpenedFleet> =>
  readOrg(ports.db, actor, async (tx) => {
    const fleet = await fleetOf(ports, tx, actor);
    return { ...fleet, restore: await restoreNotice(tx, fleet.phones, ports.now()), ...(await heldWork(tx, ports.readings)) };
  });

/** The phones alone, inside a transaction. */
export async function fleetOf(ports: Pick<Ports, 'keys' | 'now'>, tx: OrgTx, actor: Actor): Promise<Fleet> {
  const { unsentAlarmHours } = await readSettings(tx);
  const limit = { now: ports.now(), alarmHours: unsentAlarmHours };
  const phones = (await listDevices(tx)).map((device) => phoneOf(device, handleOf(ports, actor, device.device), limit));
  return { phones, alarmHours: unsentAlarmHours };
}

function phoneOf(device: Device, handle: string, { now, alarmHours }: { now: number; alarmHours: number }): Phone {
  const { user, name, build, seenAt, delivered, lost, dismissedAt } = device;
  // As an app of any age wrote it.
  const pending = pendingWorkSchema.safeParse(device.pending).data ?? null;
  const standing = phoneStanding({ seenAt, pending, isLost: lost !== null, isDismissed: dismissedAt !== null }, now, alarmHours);
  return {
    ...{ handle, user, name, build, seenAt, delivered, standing },
    lost: lost && { ops: lost.ops, photos: lost.photos, at: lost.at },
    pending: { records: pending?.ops ?? 0, photos: pending?.photos ?? 0 },
    since: pending === null || pending.ops + pending.photos === 0 ? null : waitingSince({ seenAt, pending }),
  };
}

/** What a phone says is gone is its to tell from now on, and no longer the outbox's that it was in. Told again, it changes nothing. */
export async function hearOfLoss(
  ports: Pick<Ports, 'db' | 'now'>,
  actor: Actor,
  { dev, lost }: Pick<ExchangeRequest, 'dev' | 'lost'>,
): Promise<void> {
  const gone = lost?.dev;
  if (gone === undefined || gone === dev) return;
  await withOrg(ports.db, actor, (tx) => closeGoneOutbox(tx, { device: gone, user: actor.user }, ports.now()));
}

/** Writes a phone off until it is heard of again: it is broken, or was given back, and alarms nobody any more. @throws AppError NOT_FOUND */
export const dismissPhone = (ports: Ports, doer: Doer, handle: string): Promise<{ readonly handle: string }> =>
  withOrg(ports.db, doer, async (tx) => {
    const found = (await listDevices(tx)).find(({ device }) => handleOf(ports, doer, device) === handle) ?? refuse('NOT_FOUND');
    await dismissDevice(tx, found.device, ports.now());
    const details = { name: found.name, ...(found.lost === null ? {} : { records: found.lost.ops, photos: found.lost.photos }) };
    await record(tx, doer, { action: 'device.dismiss', subject: { kind: 'person', id: found.user }, details });
    return { handle };
  });
