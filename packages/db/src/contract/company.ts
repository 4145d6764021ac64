import { setImmediate as turn } from 'node:timers/promises';
import { AppError, addToRegister, type Envelope, type ExecutionId, emptyRegister, type OperationId, registerOf } from '@heliograph/domain';
import { exchangeAnswerSchema, exchangeRequestSchema, type OperationDraft, openPhone, type Phone, type Transport } from '@heliograph/sync';
import { exchange, type Sender, type ServerPorts } from '@heliograph/sync/server';
// biome-ignore lint/style/noRestrictedImports: a contract of both engines over this database needs the other half too.
import { createWorld, memoryCache, memoryOutbox } from '@heliograph/sync/simulator';
import { withOrg } from '../database.ts';
import { joinExecution, leaveExecution } from '../scope.repository.ts';
import { newId, type Planted, plantOrganisation, testPorts } from '../testing/index.ts';
import { dump, restore } from './backup.ts';
import type { UnderTest } from './store-under-test.ts';

type World = ReturnType<typeof createWorld>;
type OutboxDrive = Parameters<typeof memoryOutbox>[0];
type CacheDrive = Parameters<typeof memoryCache>[0];

/** One person's phone: two databases, and two tabs of the real engine over them. */
export interface Handset {
  readonly sender: Sender;
  readonly outbox: OutboxDrive;
  readonly cache: CacheDrive;
  tabs: Phone[];
}

export interface Company {
  readonly under: UnderTest;
  readonly plant: Planted;
  readonly ports: ServerPorts;
  readonly world: World;
  readonly handsets: Handset[];
  readonly executions: ExecutionId[];
  /** Every operation that a phone ticked. */
  readonly ticked: Map<OperationId, Sender>;
  /** What went wrong on purpose, counted: a calm run proves little. */
  readonly troubles: Record<Trouble, number>;
  isCalm: boolean;
}
export type Trouble = 'lost_request' | 'lost_answer' | 'at_once' | 'clone' | 'restore' | 'cut_off' | 'left';

const EPOCH = Date.UTC(2026, 5, 21);

/** Three technicians' phones (two are one person's) and a server: the real engines, and one of our databases in between. */
export async function openCompany(under: UnderTest, seed: number): Promise<Company> {
  const plant = await plantOrganisation(under.db, `Company ${seed}`);
  const troubles = { lost_request: 0, lost_answer: 0, at_once: 0, clone: 0, restore: 0, cut_off: 0, left: 0 };
  // Draws come from the seed; nothing waits for virtual time, the database has its own.
  const world: World = { ...createWorld(seed, async () => undefined), delay: () => turn(), after: () => undefined };
  const base = { under, plant, ports: testPorts(under.db), world, executions: [], ticked: new Map(), troubles, isCalm: false };
  const company: Company = { ...base, handsets: [] };
  for (const sender of [plant.technician, plant.technician, plant.colleague]) company.handsets.push(await openHandset(company, sender));
  return company;
}

/** @param from a disk to begin with: a phone that was restored from another one's backup */
async function openHandset(company: Company, sender: Sender, from?: Handset): Promise<Handset> {
  const outbox = { disk: from === undefined ? blank('outbox') : copyOf(from.outbox.disk), turn: Promise.resolve() };
  const cache = { disk: from === undefined ? blank('cache') : copyOf(from.cache.disk), turn: Promise.resolve() };
  const handset: Handset = { sender, outbox, cache, tabs: [] };
  const machine = { world: company.world, isAlive: () => true, breaks: () => false };
  for (const session of [1, 2]) {
    const stores = { outbox: memoryOutbox(outbox, machine), cache: memoryCache(cache, machine) };
    const clock = { now: () => EPOCH + company.ticked.size * 1000, zone: () => 120, monotonic: () => 0 };
    const transport = faulty(company, sender);
    handset.tabs.push(
      await openPhone({ ...{ owner: sender, ...stores, transport, clock, session }, random: company.world, build: 'test', want: 15 }),
    );
  }
  return handset;
}

// The simulated disks are plain maps; their shape is the simulator's own.
const blank = <K extends 'outbox' | 'cache'>(kind: K): K extends 'outbox' ? OutboxDrive['disk'] : CacheDrive['disk'] => {
  const names = kind === 'outbox' ? ['ops', 'past', 'asides', 'photos', 'slices', 'drafts'] : ['log', 'refs'];
  return { meta: undefined, ...Object.fromEntries(names.map((name) => [name, new Map()])) } as never;
};
const copyOf = <D extends object>(disk: D): D =>
  Object.fromEntries(Object.entries(disk).map(([name, value]) => [name, value instanceof Map ? new Map(value) : value])) as D;

/** The network and the server's process in the moods of a bad day. */
function faulty(company: Company, sender: Sender): Transport {
  const { ports, world, troubles } = company;
  const unknown = { kind: 'unknown', retryAfterMs: null } as const;
  return {
    exchange: async (request) => {
      if (!company.isCalm && world.chance(0.1)) {
        troubles.lost_request++;
        return unknown;
      }
      try {
        // Through JSON, as on the wire.
        const wire: unknown = JSON.parse(JSON.stringify(request));
        const answer = await exchange(ports, sender, exchangeRequestSchema.parse(wire));
        if (!company.isCalm && world.chance(0.15)) {
          troubles.lost_answer++;
          return unknown;
        }
        return { kind: 'answer', answer: exchangeAnswerSchema.parse(JSON.parse(JSON.stringify(answer))) };
      } catch (error) {
        if (!isAway(error)) throw error;
        troubles.cut_off++;
        return unknown;
      }
    },
  };
}

const isAway = (error: unknown): boolean => error instanceof AppError && error.code === 'UNAVAILABLE';

/** A number of things happen, drawn from the seed; then the troubles end and everybody comes to rest. */
export async function live(company: Company, events: number): Promise<void> {
  const { world, under } = company;
  let backup: string | null = null;
  for (let at = 0; at < events; at++) {
    const handset = world.pick(company.handsets);
    const dice = world.random();
    if (dice < 0.45) await work(company, handset);
    else if (dice < 0.75) await world.pick(handset.tabs).exchange();
    else if (dice < 0.85) await allAtOnce(company, world.chance(0.5) ? [handset] : company.handsets);
    else if (dice < 0.92) await moveCrew(company);
    else if (dice < 0.95) await copyPhone(company, handset);
    else if (dice < 0.97) backup ??= await dump(under);
    else if (backup !== null) {
      await restore(under, backup);
      backup = null;
      company.troubles.restore++;
    }
  }
  company.isCalm = true;
  await comeToRest(company);
}

/** Every tab of these phones sends at the same moment; now and then the server's connections are cut under them. */
async function allAtOnce({ troubles, under, world }: Company, handsets: readonly Handset[]): Promise<void> {
  troubles.at_once++;
  const cut = world.chance(0.3) ? under.cutOff() : Promise.resolve();
  await Promise.all([...handsets.flatMap(({ tabs }) => tabs.map((tab) => tab.exchange())), cut]);
}

async function work({ world, plant, executions, ticked }: Company, { sender, tabs }: Handset): Promise<void> {
  const phone = world.pick(tabs);
  const isNew = executions.length === 0 || world.chance(0.12);
  const x = isNew ? newId<ExecutionId>() : world.pick(executions);
  if (isNew) executions.push(x);
  const start: OperationDraft = { k: 'start', x, p: { procedure: plant.procedure, site: plant.site, roles: ['technician'] } };
  const s = world.pick(plant.steps.slice(0, 4));
  const seen = headsIn(
    (await phone.localLog(x)).map(({ operation }) => operation),
    s,
  );
  const step: OperationDraft = { k: 'step', x, s, b: seen, p: { kind: 'measurement', response: { value: String(world.below(9)) } } };
  const odd: OperationDraft = world.chance(0.5) ? { ...step, k: 'hologram' } : { ...step, s: 'gone' };
  const drafts = isNew || world.chance(0.2) ? [start, step] : [world.chance(0.1) ? odd : step];
  for (const { id } of await phone.record(drafts.map((draft) => ({ draft })))) ticked.set(id, sender);
}

export function headsIn(operations: readonly Envelope[], register: string): OperationId[] {
  const own = operations.filter((operation) => registerOf(operation) === register);
  let folded: { heads: readonly { id: OperationId }[]; replaced: readonly OperationId[] } = emptyRegister;
  for (const { id, b } of own) folded = addToRegister(folded, { id }, b);
  return folded.heads.map(({ id }) => id);
}

/** The office takes somebody off an execution, or puts them on. */
async function moveCrew({ under, plant, world, troubles }: Company): Promise<void> {
  const rows = await under.sql<{ x: ExecutionId }>(`select execution_id as x from execution where org_id = '${plant.org}' order by 1`);
  if (rows.length === 0) return;
  const place = { user: world.pick([plant.technician, plant.colleague]).user, execution: world.pick(rows).x };
  const move = world.chance(0.5) ? leaveExecution : joinExecution;
  try {
    await withOrg(under.db, plant, (tx) => move(tx, place));
    troubles.left++;
  } catch (error) {
    if (!isAway(error)) throw error;
  }
}

/** A phone is replaced by a copy of itself, and the old one goes on too. */
async function copyPhone(company: Company, handset: Handset): Promise<void> {
  if (company.handsets.length >= 5) return;
  company.troubles.clone++;
  company.handsets.push(await openHandset(company, handset.sender, handset));
}

const ROUNDS = 60;

/** Two rounds with nothing new for anybody: in the first, a later phone may still have sent what an earlier one has not pulled. */
async function comeToRest({ handsets }: Company): Promise<void> {
  let quiet = 0;
  for (let round = 0; round < ROUNDS && quiet < 2; round++) {
    const outcomes = [];
    for (const { tabs } of handsets) for (const tab of tabs) outcomes.push(await tab.exchange());
    quiet = outcomes.every(({ kind }) => kind === 'idle') ? quiet + 1 : 0;
  }
  if (quiet < 2) throw new Error('not at rest after everything healed');
}
