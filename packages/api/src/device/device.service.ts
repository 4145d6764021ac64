import { listDevices, readOrg } from '@heliograph/db';
import type { Actor } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';

/** Phones and browsers of the organisation: when each was last heard of and what it said was still on it. */
export const devicesOf = ({ db }: Pick<Deps, 'db'>, actor: Actor) => readOrg(db, actor, (tx) => listDevices(tx));
