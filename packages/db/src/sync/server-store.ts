import type { DeviceId, SiteId, UserId } from '@heliograph/domain';
import type { Batch, Sender, ServerStore, ServerTx, SiteAccess } from '@heliograph/sync/server';
import type { Database } from '../database/handle.ts';
import { type OrgTx, readOrg, withOrg } from '../database.ts';
import { yielding } from '../yielding.ts';
import { attempt } from './attempt.ts';
import { renewIncarnation } from './changed-past.ts';
import { advance, incarnationOf, markOf } from './counter.ts';
import { lockDevice, moveDevice } from './device.ts';
import { enterScope, expectPhotos, leaveScope, writeSubjects } from './executions.ts';
import { heldOperations, insertOperations, settleOperations, storedStates } from './operations.ts';
import { serverSnapshot } from './snapshot.ts';
import { readStates, writeStates } from './step-states.ts';
import { accessOf, lockSubjects, maySite, stepIdsOf, subjectsOf, waitsOn } from './subjects.ts';
import { tipStandings, writeTips } from './tips.ts';

/** The server engine's store over this database. */
export const serverStore = (db: Database): ServerStore => ({
  write: (org, work) => yielding(() => withOrg(db, { org }, (tx) => work(serverTx(tx)))),
  read: (org, work) => readOrg(db, { org }, (tx) => work(serverSnapshot(tx))),
});

/** One write transaction. READ COMMITTED is meant: each statement must see what the holder of the lock before it has committed. */
export function serverTx(tx: OrgTx): ServerTx {
  // The outbox that this transaction locked is the one its operations came from.
  let sending: { device: DeviceId; user: UserId } | null = null;
  // Every start asks for its site.
  const sites = new Map<SiteId, Promise<SiteAccess>>();
  return {
    lockDevice: (device, user, seen) => {
      sending = { device, user };
      return lockDevice(tx, { device, user }, seen);
    },
    incarnation: () => incarnationOf(tx),
    renewIncarnation: (from, next) => renewIncarnation(tx, { from, next, noticedBy: sending?.user ?? null }),
    markOf: (seq) => markOf(tx, seq),
    lockSubjects: (ids) => lockSubjects(tx, ids),
    subjects: (ids) => subjectsOf(tx, ids),
    waitsOn: (ids) => waitsOn(tx, ids),
    stored: (ids) => storedStates(tx, ids),
    tips: (ids) => tipStandings(tx, ids),
    access: (user, ids) => accessOf(tx, user, ids),
    maySite: (sender, site) => {
      const known = sites.get(site) ?? maySite(tx, sender, site);
      sites.set(site, known);
      return known;
    },
    steps: (procedures) => stepIdsOf(tx, procedures),
    states: (keys) => readStates(tx, keys),
    advance: (n, mark) => advance(tx, n, mark),
    write: (sender, batch) => writeBatch(tx, { sender, batch, device: sending?.device ?? null }),
    held: (user, about) => heldOperations(tx, user, about),
    moveDevice: (device, position) => moveDevice(tx, device, position),
    attempt: (work) => attempt(tx, work),
  };
}

interface Writing {
  readonly sender: Sender;
  readonly batch: Batch;
  /** The phone that its new operations come from. */
  readonly device: DeviceId | null;
}

/** Everything that one batch changes. */
async function writeBatch(tx: OrgTx, { sender, batch, device }: Writing): Promise<void> {
  // What an execution or a tip is, the operation that makes it says, whenever it came.
  const whole = { ...batch, operations: [...batch.settled, ...batch.operations] };
  await writeSubjects(tx, sender, whole);
  await settleOperations(tx, batch.settled);
  await insertOperations(tx, { actor: sender.user, device, deliveredBy: sender.handedInBy ?? null }, batch.operations);
  await writeStates(tx, batch.states);
  await enterScope(tx, batch.entered);
  await leaveScope(tx, batch.left);
  await expectPhotos(tx, sender, batch.photos);
  await writeTips(tx, sender, whole);
}
