import { setTimeout as sleep } from 'node:timers/promises';
import { readOrg } from '@heliograph/db';
import type { Envelope, ExecutionId, ExecutionState } from '@heliograph/domain';
import { type AsideRecord, type LogRow, ownOperations, type PhotoRecord } from '@heliograph/sync';
import { type Company, type Handset, kill, openTab, type Person, signIn, type Tab, until } from './company.ts';
import { calm } from './weather.ts';
import { ashore } from './wire.ts';

/** What one person's phone holds and shows at the end of the day. */
export interface PhoneAtRest {
  readonly handset: Handset;
  readonly person: Person;
  /** Everything it recorded and still keeps, under this identity and earlier ones. */
  readonly kept: readonly Envelope[];
  /** What its person recorded and the server did not refuse. */
  readonly own: readonly Envelope[];
  readonly asides: readonly AsideRecord[];
  readonly photos: readonly PhotoRecord[];
  readonly logs: ReadonlyMap<ExecutionId, readonly LogRow[]>;
  /** Those among them that a restored server does not give this person any more (decision 39). */
  readonly forgotten: ReadonlySet<ExecutionId>;
  /** What the screens show of each. */
  readonly shown: ReadonlyMap<ExecutionId, ExecutionState>;
}

const PATIENT = 15_000;
/** Rounds in which everybody must come to rest once the troubles end: the bound of invariant I8. */
const ROUNDS = 8;
const TRIES = 60;
/** A page with many photos sends for a while where every picture is made by a process of its own, ms. */
const SENDING = 90_000;

/** The troubles end; everybody takes out every phone, signs in and lets it send, until nothing waits and nothing is new anywhere. */
export async function comeToRest(company: Company): Promise<PhoneAtRest[]> {
  const { net, handsets } = company;
  net.weather = calm;
  for (const { terminal } of handsets) terminal.isOffline = false;
  for (const handset of handsets) kill(handset);
  await ashore(net);
  const jars: Jars = new Map();
  for (let round = 0; round < ROUNDS; round++) {
    const before = await headsOf(company);
    const phones: PhoneAtRest[] = [];
    for (const handset of handsets) for (const person of handset.people) phones.push(await visit(company, { handset, person, jars }));
    if (round > 0 && before === (await headsOf(company))) return phones;
  }
  throw new Error(`I8-progress: not at rest after ${ROUNDS} rounds`);
}

async function headsOf({ backend, own, foreign }: Company): Promise<string> {
  const read = ({ org }: { org: typeof own.org }) =>
    readOrg(backend.db, { org }, (tx) => tx.selectFrom('orgClock').select('seq').where('orgId', '=', org).executeTakeFirstOrThrow());
  return `${(await read(own)).seq} ${(await read(foreign)).seq}`;
}

/** Cookies of this evening, by phone and person. */
type Jars = Map<string, string | null>;

interface Visit {
  readonly handset: Handset;
  readonly person: Person;
  readonly jars: Jars;
}

async function visit(company: Company, { handset, person, jars }: Visit): Promise<PhoneAtRest> {
  handset.current = person;
  const jar = `${handset.number} ${person.name}`;
  if (!jars.has(jar)) await signIn(company, handset);
  handset.terminal.cookie = jars.get(jar) ?? handset.terminal.cookie;
  jars.set(jar, handset.terminal.cookie);
  const tab = await openTab(company, handset, PATIENT);
  try {
    await handset.browser.run(() => drain(company, tab));
    return await handset.browser.run(() => look(handset, tab));
  } finally {
    kill(handset);
  }
}

/** Until a page has sent all it has. It sends by itself when it opens and when something is recorded; after trouble the person asks again. */
export async function drain({ backend }: Company, { field, person }: Tab): Promise<void> {
  const { sender, phone } = field;
  const askAgain = (): void => {
    backend.passSecond();
    sender.wake('tap');
  };
  for (let tries = 0; tries < TRIES; tries++) {
    if (tries > 0) askAgain();
    await until(`${person.name} to have sent`, () => !sender.isAsking.get(), SENDING);
    const state = sender.state.get();
    if (state.kind === 'stopped') throw new Error(`${person.name} stopped: ${state.why}`);
    const waiting = await phone.waiting();
    if (state.kind === 'resting' && waiting?.ops === 0 && waiting.photos === 0) return;
    await sleep(50);
  }
  throw new Error(
    `I8-progress: ${person.name} still has ${JSON.stringify(await phone.waiting())} and ${JSON.stringify(await field.view.outbox.read((tx) => tx.photos()))}`,
  );
}

async function look(handset: Handset, { field, person }: Tab): Promise<PhoneAtRest> {
  const { outbox, cache } = field.view;
  const disk = await outbox.read(async (tx) => ({
    kept: [...(await tx.past()), ...(await tx.opsFrom(1, Number.MAX_SAFE_INTEGER))],
    own: await ownOperations(tx),
    asides: await tx.asides(),
    photos: await tx.photos(),
  }));
  const { logs, forgotten } = await cache.read(async (tx) => {
    const meta = await tx.meta();
    const generation = meta?.shown ?? 0;
    const found = new Map<ExecutionId, readonly LogRow[]>();
    for (const x of await tx.executions(generation)) found.set(x, await tx.log(generation, x));
    return { logs: found, forgotten: new Set(meta?.forgotten?.map(({ x }) => x)) };
  });
  const shown = new Map<ExecutionId, ExecutionState>();
  for (const x of logs.keys()) shown.set(x, await screenOf(field, x));
  return { handset, person, ...disk, logs, forgotten, shown };
}

/** What a screen of this execution shows, once it shows something. */
async function screenOf({ view }: Tab['field'], x: ExecutionId): Promise<ExecutionState> {
  const screen = view.execution(x);
  const leave = screen.subscribe(() => undefined);
  await until(`execution ${x} to be shown`, () => screen.get() !== undefined);
  leave();
  const state = screen.get();
  if (state === undefined) throw new Error('shown, then not');
  return state;
}
