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
import { accessOf, heldStarts, lockSubjects, maySite, stepIdsOf, subjectsOf } from './subjects.ts';
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
    heldStarts: (ids) => heldStarts(tx, ids),
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
    write: (sender, batch) =>
      writeBatch(tx, { sender, batch }, (rows) =>
        insertOperations(tx, { actor: sender.user, device: sending?.device ?? null, deliveredBy: sender.handedInBy ?? null }, rows),
      ),
    settle: (sender, batch) => writeBatch(tx, { sender, batch }, (rows) => settleOperations(tx, rows)),
    held: (user) => heldOperations(tx, user),
    moveDevice: (device, position) => moveDevice(tx, device, position),
    attempt: (work) => attempt(tx, work),
  };
}

/** Everything that one batch changes, whichever way its operations come into their table. */
async function writeBatch(
  tx: OrgTx,
  { sender, batch }: { sender: Sender; batch: Batch },
  writeOperations: (rows: Batch['operations']) => Promise<void>,
): Promise<void> {
  await writeSubjects(tx, sender, batch);
  await writeOperations(batch.operations);
  await writeStates(tx, batch.states);
  await enterScope(tx, batch.entered);
  await leaveScope(tx, batch.left);
  await expectPhotos(tx, sender, batch.photos);
  await writeTips(tx, sender, batch);
}
