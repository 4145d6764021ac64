import {
  addToRegister,
  type Envelope,
  type ExecutionId,
  emptyRegister,
  executionIdSchema,
  type OperationId,
  photoHashSchema,
  registerOf,
  uuidv7,
} from '@heliograph/domain';
import { type Entry, type OperationDraft, openPhone, type Phone, Unrecordable, uploadPhotos } from '../phone/index.ts';
import { type Person, PLAN, PLANNED, STEPS } from './cast.ts';
import { mixHash } from './hash.ts';
import {
  type CacheDisk,
  type Drive,
  emptyCacheDisk,
  emptyOutboxDisk,
  type Machine,
  memoryCache,
  memoryOutbox,
  type OutboxDisk,
  SimulatedAbort,
} from './memory-phone.ts';
import { POISON } from './memory-server.ts';
import { EPOCH, type Net, simulatedPhotoTransport, simulatedTransport } from './network.ts';

/** What one person has on one phone: two databases, and the apps (tabs) that have them open. */
export interface Account {
  readonly person: Person;
  readonly outbox: Drive<OutboxDisk>;
  readonly cache: Drive<CacheDisk>;
  tabs: (Phone | null)[];
  /** Executions this person started on this phone without a plan. */
  readonly own: ExecutionId[];
}

/** One phone in somebody's pocket. */
export interface Handset {
  readonly number: number;
  readonly accounts: Account[];
  current: number;
  /** Raised when the app is killed; what belonged to an earlier one never resumes. */
  generation: number;
  /** Error of its clock, ms. */
  skew: number;
  readonly busy: Set<string>;
  snapshot: { outbox: OutboxDisk; cache: CacheDisk }[] | null;
  /** Which build of the app it runs: an update begins it again. */
  build: number;
  /** Until when the system keeps the app frozen. */
  frozenUntil: number;
}

const TABS = 2;
export const SLICE = 16;
const drive = <D>(disk: D): Drive<D> => ({ disk, turn: Promise.resolve() });

export function createHandset(number: number, people: readonly Person[]): Handset {
  const accounts = people.map((person) => ({
    person,
    outbox: drive(emptyOutboxDisk()),
    cache: drive(emptyCacheDisk()),
    tabs: Array(TABS).fill(null),
    own: [],
  }));
  return { number, accounts, current: 0, generation: 0, skew: 0, busy: new Set(), snapshot: null, build: 1, frozenUntil: 0 };
}

export function currentAccount(handset: Handset): Account {
  const account = handset.accounts[handset.current];
  if (account === undefined) throw new Error('a phone has at least one person');
  return account;
}

/** The app dies: nothing it had begun goes on. What reached the disk stays. */
export function kill({ auditor }: Net, handset: Handset): void {
  const isUntold = ({ outbox }: Account) => [...outbox.disk.ops.values()].some(({ id }) => !auditor.saved.has(id));
  if (handset.accounts.some(isUntold)) auditor.cover('kill_between_commit_and_tick');
  handset.generation++;
  handset.busy.clear();
  for (const account of handset.accounts) {
    account.tabs = Array(TABS).fill(null);
    account.outbox.turn = Promise.resolve();
    account.cache.turn = Promise.resolve();
  }
}

/** The phone under its app: dead with the app, slow while it is frozen. */
export function machineOf(net: Net, handset: Handset): Machine {
  const { world } = net;
  const { generation } = handset;
  const asleep = () => Math.max(0, handset.frozenUntil - world.now());
  return {
    world: { ...world, delay: (ticks, isAlive) => world.delay(ticks + asleep(), isAlive) },
    isAlive: () => handset.generation === generation,
    breaks: () => world.chance(net.faults.abort),
  };
}

export async function tabOf(net: Net, handset: Handset, { account, tab }: { account: Account; tab: number }): Promise<Phone> {
  const open = account.tabs[tab];
  if (open !== null && open !== undefined) return open;
  const { world } = net;
  const { generation } = handset;
  const machine = machineOf(net, handset);
  const phone = await openPhone({
    owner: account.person,
    outbox: memoryOutbox(account.outbox, machine),
    cache: memoryCache(account.cache, machine),
    transport: simulatedTransport(net, account.person, machine.isAlive),
    clock: { now: () => EPOCH + world.now() * 1000 + handset.skew, zone: () => 60, monotonic: () => world.now() * 1000 },
    random: { bytes: world.bytes },
    build: `simulated ${handset.build}`,
    session: generation + 1,
    want: net.faults.page,
  });
  account.tabs[tab] = phone;
  return phone;
}

/** Runs one thing a person does. A transaction that the disk refused is not a bug: no tick was shown. */
export async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof SimulatedAbort) && !(error instanceof Unrecordable)) throw error;
  }
}

export function record(net: Net, handset: Handset): Promise<void> {
  const account = currentAccount(handset);
  return attempt(async () => {
    const phone = await tabOf(net, handset, { account, tab: net.world.below(TABS) });
    const entries = await inventEntries(net, { account, phone });
    const operations = await phone.record(entries);
    net.auditor.promiseSaved(operations, account.person, handset.number);
    for (const { photo } of entries) if (photo !== undefined) net.auditor.photos.set(photo.record.sha, account.person);
  });
}

async function inventEntries(net: Net, { account, phone }: { account: Account; phone: Phone }): Promise<Entry[]> {
  const { world } = net;
  if (world.chance(0.06)) {
    const x = executionIdSchema.parse(uuidv7(EPOCH + world.now() * 1000, world.bytes(10)));
    account.own.push(x);
    return [
      { draft: { k: 'start', x, p: { procedure: PLAN.procedure, site: PLAN.openSite, roles: ['technician'] } } },
      ...(await inventStep(net, phone, x)),
    ];
  }
  const given = givenTo(account);
  if (given.length > 0 && world.chance(0.55)) return inventGivenWork(net, { account, phone }, world.pick(given));
  const x = world.pick([...(PLANNED.get(account.person.org) ?? []), ...account.own]);
  return world.chance(0.1) ? inventPhoto(net, x) : inventStep(net, phone, x);
}

/** Work that the office gave this person, as far as this phone has heard of it. */
function givenTo({ cache: { disk }, person }: Account): ExecutionId[] {
  const rows = [...disk.log.values()].filter(({ generation }) => generation === disk.meta?.shown);
  const mine = rows.filter(({ row }) => row.k === 'plan' && Array.isArray(row.p['users']) && row.p['users'].includes(person.user));
  return mine.map(({ row }) => executionIdSchema.parse(row.x));
}

/** Begins it where this phone has not heard that it is begun; goes on with it else. */
async function inventGivenWork(net: Net, { account, phone }: { account: Account; phone: Phone }, x: ExecutionId): Promise<Entry[]> {
  net.auditor.given.add(`${account.person.user} ${x}`);
  const isBegun = (await phone.localLog(x)).some(({ operation }) => operation.k === 'start');
  const start = { k: 'start', x, p: { procedure: PLAN.procedure, site: PLAN.openSite, roles: ['technician'] } };
  return [...(isBegun ? [] : [{ draft: start }]), ...(await inventStep(net, phone, x))];
}

async function inventStep({ world }: Net, phone: Phone, x: ExecutionId): Promise<Entry[]> {
  const s = world.pick(STEPS);
  const heads = await headsSeen(phone, x, s);
  const step = (value: string): OperationDraft => ({ k: 'step', x, s, b: heads, p: { kind: 'measurement', response: { value } } });
  const dice = world.random();
  if (dice < 0.03) return [{ draft: { ...step('1'), s: 'gone' } }];
  if (dice < 0.06) return [{ draft: { ...step('1'), k: 'torque_of_next_year', p: { newer: true } } }];
  if (dice < 0.09) return [{ draft: { ...step('1'), p: { kind: 'text', response: { text: POISON } } } }];
  if (dice < 0.17) return [{ draft: { k: 'comment', x, p: { text: 'seen' } } }];
  if (dice < 0.21) return [{ draft: { k: 'clear', x, s, b: heads, p: {} } }];
  if (dice < 0.24) return [{ draft: { k: 'complete', x, b: await headsSeen(phone, x, '~life'), p: {} } }];
  const burst = world.chance(0.25) ? 2 : 1;
  return Array.from({ length: burst }, () => ({ draft: step(String(world.below(50))) }));
}

async function headsSeen(phone: Phone, x: ExecutionId, register: string): Promise<readonly OperationId[]> {
  const log = await phone.localLog(x);
  return headsIn(
    log.map(({ operation }) => operation),
    register,
  );
}

export function headsIn(operations: readonly Envelope[], register: string): readonly OperationId[] {
  const own = operations.filter((operation) => registerOf(operation) === register);
  return own
    .reduce((folded, operation) => addToRegister(folded, { id: operation.id }, operation.b), emptyRegister as Parameters<typeof addToRegister>[0])
    .heads.map(({ id }) => id);
}

function inventPhoto({ world }: Net, x: ExecutionId): Entry[] {
  const bytes = world.bytes(20 + world.below(60));
  const sha = photoHashSchema.parse(mixHash(bytes));
  const slices = Array.from({ length: Math.ceil(bytes.length / SLICE) }, (_, n) => bytes.slice(n * SLICE, (n + 1) * SLICE).buffer);
  const p = { sha, size: bytes.length, mime: 'image/jpeg', width: 4, height: 3, taken: EPOCH };
  const record = { sha, size: bytes.length, mime: 'image/jpeg', slices: slices.length, sent: 0, state: 'waiting', at: EPOCH } as const;
  return [{ draft: { k: 'photo', x, s: world.pick(STEPS), p }, photo: { record, slices } }];
}

/** One exchange in one of the tabs; both may run at once. */
export async function sync(net: Net, handset: Handset, tab = net.world.below(TABS)): Promise<void> {
  const account = currentAccount(handset);
  const key = `${handset.current} ${tab}`;
  if (handset.busy.has(key)) return;
  const { generation } = handset;
  handset.busy.add(key);
  await attempt(async () => {
    const phone = await tabOf(net, handset, { account, tab });
    const before = account.outbox.disk.meta?.dev;
    const outcome = await phone.exchange();
    if (outcome.kind === 'stale') net.auditor.cover('stale_discarded');
    if (before !== undefined && account.outbox.disk.meta?.dev !== before) net.auditor.cover('rehomed');
    if ((account.cache.disk.meta?.leaving.length ?? 0) > 0) net.auditor.cover('drop_with_work');
    auditSent(net, account);
  });
  if (handset.generation === generation) handset.busy.delete(key);
}

function auditSent(net: Net, { outbox: { disk }, person }: Account): void {
  const { meta } = disk;
  if (meta === undefined) return;
  const ids = [...disk.ops.values()].filter(({ i }) => i <= meta.acked.i).map(({ id }) => id);
  net.auditor.promiseSent(net.server, { person, ids, inc: meta.inc });
}

export async function sendPhotos(net: Net, handset: Handset): Promise<void> {
  const account = currentAccount(handset);
  const machine = machineOf(net, handset);
  if (account.outbox.disk.meta === undefined) return;
  const before = new Set(waitingPhotos(account));
  const { restores } = net.auditor;
  await attempt(async () => {
    await uploadPhotos({
      outbox: memoryOutbox(account.outbox, machine),
      transport: simulatedPhotoTransport(net, account.person, machine.isAlive),
      hasher: { sha256: async (bytes) => mixHash(new Uint8Array(bytes)) },
      sliceBytes: () => SLICE,
      now: () => EPOCH,
    });
  });
  for (const photo of account.outbox.disk.photos.values()) {
    if (photo.state === 'damaged') net.auditor.cover('photo_damaged');
    // What was confirmed before a restore is gone with it; the next exchange asks for it again.
    if (photo.state === 'stored' && before.has(photo.sha) && restores === net.auditor.restores)
      net.auditor.promiseDelivered(net.server, account.person, photo.sha);
  }
}

export const waitingPhotos = ({ outbox }: Account) =>
  [...outbox.disk.photos.values()].filter(({ state }) => state === 'waiting').map(({ sha }) => sha);
