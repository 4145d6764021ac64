import { type Envelope, registerOf } from '@heliograph/domain';
import type { Auditor } from './auditor.ts';
import type { Net } from './network.ts';
import { crewsIn, type PlannedWork, plansIn } from './office.ts';
import type { OrganisationData } from './organisation-data.ts';
import { logOf, timesStored } from './organisation-data.ts';
import { type Account, type Handset, headsIn, waitingPhotos } from './phone-actor.ts';

/** Everything sent, everything pulled, both sides of one mind about the past. */
export function isQuiet(net: Net, account: Account): boolean {
  const { outbox, cache, person } = account;
  const data = net.server.data(person.org);
  const { meta } = outbox.disk;
  if (meta === undefined) return false;
  const isSent = [...outbox.disk.ops.values()].every(({ i }) => i <= meta.acked.i) && waitingPhotos(account).length === 0;
  const isPulled = cache.disk.meta?.building === null && Number(cache.disk.meta.cursor?.split('.')[0]) === data.seq;
  return isSent && isPulled && meta.inc === data.incarnation;
}

function whatWaits(net: Net, account: Account): string {
  const { meta, ops } = account.outbox.disk;
  const data = net.server.data(account.person.org);
  const unsent = [...ops.values()].filter(({ i }) => i > (meta?.acked.i ?? 0)).length;
  const cursor = account.cache.disk.meta?.cursor?.split('.')[0];
  return `${unsent} operations, ${waitingPhotos(account).length} photos, at ${cursor} of ${data.seq}, ${meta?.inc} of ${data.incarnation}`;
}

/** The invariants of sync.md 3.20, judged on what the tables and the disks hold after everybody has synchronised. */
export function checkInvariants(net: Net, handsets: readonly Handset[], { isOrderKept }: { isOrderKept: boolean }): void {
  const { auditor, server } = net;
  for (const data of server.organisations.values()) {
    checkOnce(auditor, data);
    checkNothingHidden(auditor, data);
    checkCrews(auditor, data);
    if (isOrderKept) checkOrder(auditor, data);
  }
  checkSaved(net, idsOn(handsets));
  checkArrival(net);
  for (const { accounts, number } of handsets) for (const account of accounts) checkReplica(net, account, number);
}

/** Everything that any phone still keeps, whoever was told that it is gone. */
const idsOn = (handsets: readonly Handset[]): ReadonlySet<string> =>
  new Set(
    handsets
      .flatMap(({ accounts }) => accounts)
      .flatMap(({ outbox: { disk } }) => [...[...disk.ops.values()].map(({ id }) => id), ...disk.past.keys()]),
  );

function checkSaved({ auditor, server }: Net, held: ReadonlySet<string>): void {
  for (const [id, { person }] of auditor.saved) {
    const stored = server.data(person.org).operations.filter((one) => one.id === id);
    if (stored.length === 0 && (!auditor.destroyed.has(id) || held.has(id)))
      auditor.violate(
        'I1-durability',
        `${id} was ticked and is nowhere on the server${auditor.destroyed.has(id) ? ', though a phone still keeps it' : ''}`,
      );
    for (const { actor } of stored) if (actor !== person.user) auditor.violate('I7-author', `${id} recorded by ${person.user}, stored as ${actor}`);
  }
  for (const [sha, { org }] of auditor.photos) {
    const photo = server.data(org).photos.get(sha);
    // Named by a stored operation, on a phone that still has it whole, and yet not here: an attachment was lost on the way.
    if (photo !== undefined && !photo.isStored && !auditor.destroyedPhotos.has(sha) && !auditor.damagedPhotos.has(sha))
      auditor.violate('I9-photo', sha.slice(0, 8));
  }
}

/** Withdrawn, or moved off the site, with work unsent: it arrives and is applied, with a mark; it is never refused as somebody else's. */
function checkArrival({ auditor, server }: Net): void {
  for (const data of server.organisations.values()) {
    const plans = new Map(plansIn(data).map((plan) => [plan.id, plan]));
    const given = new Set([...plans.values()].flatMap(placesGiven));
    if (given.size > 0) auditor.cover('work_given');
    /** In the order in which the server stored it: what a restore forgot was not given before what came from phones after it. */
    const before = new Set<string>();
    for (const { id, actor, x, code, envelope, flags, state } of data.operations) {
      const plan = plans.get(id);
      for (const place of plan === undefined ? [] : placesGiven(plan)) before.add(place);
      const isGiven = (auditor.restores > 0 ? before : given).has(`${actor} ${x}`);
      const isRefused = state !== 'applied' && (code === 'not_yours' || code === 'unknown_execution' || code === 'follows_held');
      const isStart = envelope?.k === 'start';
      if (isRefused && ((isGiven && auditor.given.has(`${actor} ${x}`)) || isStart))
        auditor.violate('I11-arrives', `${id} ${envelope?.k} is ${state}: ${code}`);
      if (isGiven && flags.some((flag) => flag === 'after_cancel' || flag === 'after_removal')) auditor.cover('withdrawn_while_done');
      if (isStart && !isGiven && flags.includes('after_removal')) auditor.cover('started_after_moving');
    }
  }
}

const placesGiven = ({ x, users }: PlannedWork): string[] => users.map((user) => `${user} ${x}`);

/** Work that was moved to others is on the phones of those who have it now, and on nobody's who lost it; what these still sent says so. */
function checkCrews(auditor: Auditor, data: OrganisationData): void {
  const crews = crewsIn(data, ({ operation: { id, k, x }, actor, flags }, place) => {
    if (k === 'plan') auditor.cover('reassigned');
    // Who came by beginning it may have been let in or not, as the site was open to them: either is right.
    if (place !== 'on' && place !== 'off') return;
    const isMarked = flags.includes('after_removal');
    if (isMarked !== (place === 'off')) auditor.violate('I11-marked', `${id} (${k}) of ${actor}, who was ${place} ${x}, is ${flags}`);
    if (isMarked) auditor.cover('moved_while_done');
  });
  for (const [x, crew] of crews)
    for (const [user, place] of crew) {
      const isIn = data.scope.get(`${user} ${x}`)?.removed === null;
      if (place !== 'came' && isIn !== (place === 'on'))
        auditor.violate('I11-crew', `${user} is ${place} ${x} and ${isIn ? '' : 'not '}in its scope`);
    }
}

function checkOnce(auditor: Auditor, data: OrganisationData): void {
  for (const [id, times] of timesStored(data)) if (times > 1) auditor.violate('I2-once', `${id} stored ${times} times`);
}

/**
 * Order of the ticks of one person on one phone, while nothing was restored or copied: of all that was applied when it came; and of what belongs to
 * one piece of work also where some of it had to wait for the beginning of that work, or for its author to be let in.
 */
function checkOrder(auditor: Auditor, data: OrganisationData): void {
  const last = new Map<string, number>();
  const begun = new Map<string, number>();
  const waited = new Set<string>(data.operations.flatMap(({ id, hasWaited }) => (hasWaited ? [id] : [])));
  for (const { id, k, x } of logOf(data)) {
    const tick = auditor.saved.get(id);
    if (tick === undefined) continue;
    if (waited.has(id)) auditor.cover('let_in_later');
    const outbox = `${tick.phone} ${tick.person.user}`;
    const work = `${outbox} ${x}`;
    if (k === 'start') begun.set(work, tick.order);
    // Recorded before its own beginning, it waited for it: for a while, or only inside of one batch.
    const isLate = waited.has(id) || (begun.get(work) ?? 0) > tick.order;
    for (const line of [...(isLate ? [] : [outbox]), work]) {
      if ((last.get(line) ?? 0) > tick.order) auditor.violate('I4-order', `${id} (${k}) came after a later one of ${line}`);
      // What was recorded before the beginning of its work cannot come before it.
      if (line === outbox || k !== 'start') last.set(line, tick.order);
    }
  }
}

/** Every value is a head or was named by another operation; the server's folded rows say the same as a fold of the log, in any order. */
function checkNothingHidden(auditor: Auditor, data: OrganisationData): void {
  const registers = new Map<string, Envelope[]>();
  for (const { q, a: _a, t: _t, f: _f, ...row } of logOf(data)) {
    const s = registerOf(row);
    if (s === null) continue;
    const key = `${row.x} ${s}`;
    registers.set(key, [...(registers.get(key) ?? []), { i: q, ...row }]);
  }
  for (const [key, operations] of registers) {
    const s = key.split(' ')[1] ?? '';
    const heads = [...headsIn(operations, s)].sort();
    const backwards = [...headsIn([...operations].reverse(), s)].sort();
    const rows = [...(data.states.get(key)?.register.heads ?? [])].map(({ id }) => id).sort();
    if (heads.join() !== backwards.join() || heads.join() !== rows.join()) auditor.violate('I3-fold', `${key}: ${heads} / ${backwards} / ${rows}`);
    const isEmptied = operations.some(({ id, k, b }) => k === 'clear' && heads.includes(id) && (b?.length ?? 0) > 0);
    if (isEmptied) auditor.cover(heads.length === 1 ? 'emptied' : 'emptied_beside');
    if (heads.length === 2) auditor.cover('two_heads');
    if (heads.length > 2) auditor.cover('three_heads');
    for (const { id } of operations)
      if (!heads.includes(id) && !operations.some(({ b }) => b?.includes(id))) auditor.violate('I5-hidden', `${id} is neither shown nor replaced`);
  }
}

/**
 * What the server did not apply, every phone that still holds it knows. A server restored twice may have judged the same operation in two ways,
 * and is believed at the position it shares with the phone: such lives are left out.
 */
function checkToldOfAsides({ auditor, server }: Net, { person, outbox }: Account, number: number): void {
  if (auditor.covered.has('incarnation')) return;
  const { ops, past, asides } = outbox.disk;
  const held = new Set<string>([...[...ops.values()].map(({ id }) => id), ...past.keys()]);
  for (const { id, seq } of server.data(person.org).operations) {
    if (seq === null && held.has(id) && !asides.has(id)) auditor.violate('I1-aside', `phone ${number}: ${id} was set aside in silence`);
    if (seq !== null && asides.has(id)) auditor.violate('I1-aside-stale', `phone ${number}: ${id} is applied and still set aside`);
  }
}

function checkReplica(net: Net, account: Account, number: number): void {
  const { auditor, server } = net;
  const { person, cache } = account;
  const data = server.data(person.org);
  if (!isQuiet(net, account))
    return auditor.violate('I8-progress', `phone ${number}, ${person.user}: not quiet after everything healed (${whatWaits(net, account)})`);
  checkToldOfAsides(net, account, number);
  const inside = new Set(
    [...data.scope.values()].filter(({ user, removed }) => user === person.user && removed === null).map(({ x }) => x as string),
  );
  const want = new Map<string, string[]>();
  for (const row of logOf(data)) if (inside.has(row.x)) want.set(row.x, [...(want.get(row.x) ?? []), `${row.q} ${row.id}`]);
  const shown = cache.disk.meta?.shown ?? 0;
  const got = new Map<string, string[]>();
  const forgotten = new Set<string>(cache.disk.meta?.forgotten?.map(({ x }) => x));
  if (forgotten.size > 0) auditor.cover('forgotten_kept');
  if (forgotten.size > 0 && auditor.restores === 0)
    auditor.violate('I3-forgotten', `phone ${number}: nothing was restored, and yet it was forgotten`);
  const rows = [...cache.disk.log.values()].filter(({ generation }) => generation === shown).map(({ row }) => row);
  for (const row of rows.sort((a, b) => a.q - b.q)) got.set(row.x, [...(got.get(row.x) ?? []), `${row.q} ${row.id}`]);
  for (const x of new Set([...want.keys(), ...got.keys()]))
    if (want.get(x)?.join() !== got.get(x)?.join() && (want.has(x) || !forgotten.has(x)))
      auditor.violate('I3-replica', `phone ${number}, ${person.user}, ${x}: ${got.get(x)?.length ?? 0} rows of ${want.get(x)?.length ?? 0}`);
  const shelf = [...cache.disk.refs.values()].flatMap(({ generation, row }) => (generation === shown ? [`${row.kind} ${row.id} ${row.q}`] : []));
  const published = data.refs.map(({ kind, id, q }) => `${kind} ${id} ${q}`);
  if (shelf.join() !== published.join()) auditor.violate('I3-refs', `phone ${number}, ${person.user}: ${shelf} of ${published}`);
}
