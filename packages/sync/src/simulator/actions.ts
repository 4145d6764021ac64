import type { OrganisationId } from '@heliograph/domain';
import { revisitHeld } from '../server/index.ts';
import { ORGANISATIONS, PEOPLE, type Person, PLANNED, senderOf } from './cast.ts';
import type { Action } from './faults.ts';
import { abandon, failOver, freeze, handOver, publish, update } from './fleet.ts';
import { copyDisk, type Drive, emptyCacheDisk, emptyOutboxDisk, type OutboxDisk } from './memory-phone.ts';
import { type Net, serverPorts } from './network.ts';
import { moveAway, planWork, reassignWork, withdrawWork } from './office.ts';
import { copyOrganisation, type OrganisationData } from './organisation-data.ts';
import { type Account, createHandset, type Handset, kill, record, sendPhotos, sync } from './phone-actor.ts';

export interface Stage {
  readonly net: Net;
  readonly handsets: Handset[];
  readonly backups: { org: OrganisationId; data: OrganisationData; blobs: ReadonlyMap<string, number[]> }[];
  /** What a person's action left running; awaited by nobody, as in life. */
  readonly running: (work: Promise<void>) => void;
}

const MOST_HANDSETS = 7;

/** One random event. Those that a dead app began are simply never heard of again. */
export function perform(action: Action, stage: Stage): void {
  const { net, handsets, running } = stage;
  const { world } = net;
  const handset = world.pick(handsets);
  switch (action) {
    case 'record':
      return running(record(net, handset));
    case 'sync':
      return running(sync(net, handset));
    case 'photos':
      return running(sendPhotos(net, handset));
    case 'kill':
      return kill(net, handset);
    case 'power':
      return losePower(net, handset);
    case 'switch':
      handset.current = world.below(handset.accounts.length);
      return;
    case 'session':
      return toggleSession(net, world.pick(PEOPLE));
    case 'scope':
      return running(toggleScope(net, world.pick(PEOPLE)));
    case 'backup':
      return backUp(stage, world.pick(ORGANISATIONS));
    case 'restore':
      return restore(stage);
    case 'snapshot':
      return backUpPhone(handset);
    case 'rollback':
      return rollBackPhone(net, handset);
    case 'clone':
      return clonePhone(stage, handset);
    case 'wipe':
      return wipe(net, handset);
    case 'crash':
      return net.server.crash();
    case 'clock':
      handset.skew = world.pick([0, 3_600_000, -86_400_000 * 3, 86_400_000 * 3650, -86_400_000 * 3650]);
      return;
    case 'plan':
    case 'withdraw':
    case 'reassign':
    case 'move':
    case 'publish':
    case 'revisit':
      return running(AT_THE_OFFICE[action](net, world.pick(PEOPLE)));
    case 'update':
      return update(net, handset);
    case 'freeze':
      return freeze(net, handset);
    case 'failover':
      return failOver(net, world.pick(PEOPLE));
    case 'abandon':
      return running(abandon(net, handset));
    case 'handover':
      return running(handOver(net, handset, handsets));
    case 'heal':
      return;
  }
}

/** What happens there about somebody. */
const AT_THE_OFFICE = {
  plan: planWork,
  withdraw: withdrawWork,
  reassign: reassignWork,
  move: moveAway,
  publish,
  // The server looks again at what waits of theirs.
  revisit: async (net: Net, person: Person): Promise<void> => {
    await revisitHeld(serverPorts(net), senderOf(person));
  },
};

/** The battery is pulled: strict commits stay, the relaxed cache may fall back to nothing. A flipped bit in a photo is found now and then. */
function losePower(net: Net, handset: Handset): void {
  kill(net, handset);
  for (const { cache, outbox } of handset.accounts) {
    if (net.world.chance(0.5)) cache.disk = emptyCacheDisk();
    if (net.world.chance(net.faults.flip)) flipBit(net, outbox);
  }
}

function flipBit({ auditor }: Net, outbox: Drive<OutboxDisk>): void {
  const [first] = outbox.disk.slices;
  if (first === undefined) return;
  auditor.damagedPhotos.add(first[0].split(' ')[0] ?? '');
  const bytes = new Uint8Array(first[1].slice(0));
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  outbox.disk = { ...copyDisk(outbox.disk), slices: new Map(outbox.disk.slices).set(first[0], bytes.buffer) };
}

function toggleSession({ sessions }: Net, { user }: Person): void {
  if (!sessions.delete(user)) sessions.add(user);
}

/** The office moves somebody onto an execution or off it. Takes a number of the same counter as everything else. */
export function toggleScope({ server, world, auditor }: Net, { org, user }: Person): Promise<void> {
  const x = world.pick(PLANNED.get(org) ?? []);
  const key = `${user} ${x}`;
  return server.office(org, (data, seq) => {
    const row = data.scope.get(key);
    const isIn = row !== undefined && row.removed === null;
    if (!isIn && data.operations.some((one) => one.x === (x as string))) auditor.cover('joined_late');
    data.scope.set(key, isIn ? { ...row, removed: seq } : { user, x, added: seq, removed: null });
  });
}

function backUp({ net, backups }: Stage, org: OrganisationId): void {
  backups.push({ org, data: copyOrganisation(net.server.data(org)), blobs: new Map(net.blobs) });
}

/** Somebody restores last night's dump and tells nobody. */
function restore({ net, backups }: Stage): void {
  if (backups.length === 0) return;
  const { org, data, blobs } = net.world.pick(backups);
  net.server.crash();
  net.auditor.restores++;
  net.auditor.restoredUnder.set(org, data.incarnation);
  net.server.organisations.set(org, copyOrganisation(data));
  for (const [key, bytes] of blobs) net.blobs.set(key, bytes);
}

const idsOn = ({ outbox: { disk } }: Account) =>
  [...disk.ops.values(), ...[...disk.past.values()].map(({ operation }) => operation)].map(({ id }) => id);

/** What only this phone held is gone for good: the auditor must know, the engines cannot help it. */
function destroy({ auditor }: Net, account: Account, gone: { before: Set<string>; photosBefore: Set<string> }): void {
  const kept = new Set<string>(idsOn(account));
  for (const id of auditor.saved.keys()) if (gone.before.has(id) && !kept.has(id)) auditor.destroyed.add(id);
  for (const sha of auditor.photos.keys()) if (gone.photosBefore.has(sha) && !account.outbox.disk.photos.has(sha)) auditor.destroyedPhotos.add(sha);
}

function replaceDisks(net: Net, account: Account, disks: { outbox: OutboxDisk; cache: ReturnType<typeof emptyCacheDisk> }): void {
  const gone = { before: new Set<string>(idsOn(account)), photosBefore: new Set<string>(account.outbox.disk.photos.keys()) };
  account.outbox.disk = copyDisk(disks.outbox);
  account.cache.disk = copyDisk(disks.cache);
  destroy(net, account, gone);
}

function backUpPhone(handset: Handset): void {
  handset.snapshot = handset.accounts.map(({ outbox, cache }) => ({ outbox: copyDisk(outbox.disk), cache: copyDisk(cache.disk) }));
}

/** The phone is restored from its own older backup. */
function rollBackPhone(net: Net, handset: Handset): void {
  const { snapshot } = handset;
  if (snapshot === null) return;
  kill(net, handset);
  handset.accounts.forEach((account, at) => {
    const disks = snapshot[at];
    if (disks !== undefined) replaceDisks(net, account, disks);
  });
}

/** A second phone is set up from the first one's backup: two installations, one identity, diverging numbers (H21). */
function clonePhone({ net, handsets }: Stage, handset: Handset): void {
  const { snapshot } = handset;
  if (snapshot === null || handsets.length >= MOST_HANDSETS) return;
  const copy = createHandset(
    handsets.length,
    handset.accounts.map(({ person }) => person),
  );
  copy.accounts.forEach((account, at) => {
    const disks = snapshot[at];
    if (disks === undefined) return;
    account.outbox.disk = copyDisk(disks.outbox);
    account.cache.disk = copyDisk(disks.cache);
    account.own.push(...(handset.accounts[at]?.own ?? []));
  });
  handsets.push(copy);
  net.auditor.cover('clone_divergence');
}

/** Storage is cleared by the system or by a thumb. */
function wipe(net: Net, handset: Handset): void {
  kill(net, handset);
  for (const account of handset.accounts) replaceDisks(net, account, { outbox: emptyOutboxDisk(), cache: emptyCacheDisk() });
}
