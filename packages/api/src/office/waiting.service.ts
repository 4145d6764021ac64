import { countHeld, countWaiting, readOrg, type Waiting } from '@heliograph/db';
import { isAlarm } from '@heliograph/domain';
import type { Actor } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { fleetOf } from '../device/device.service.ts';

/** What waits for a person at the desk; among it, how many phones ask for somebody and how much of what they sent waits here. */
export interface WaitingAtDesk extends Waiting {
  readonly phones: number;
}

/** For the rail, which shows it on every screen. */
export const waitingFor = (ports: Pick<Deps, 'db' | 'keys' | 'now'>, actor: Actor): Promise<WaitingAtDesk> =>
  readOrg(ports.db, actor, async (tx) => {
    const { phones } = await fleetOf(ports, tx, actor);
    const alarms = phones.filter(({ standing }) => isAlarm(standing)).length;
    return { ...(await countWaiting(tx, actor.user)), phones: alarms + (await countHeld(tx)) };
  });
