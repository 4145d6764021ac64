import { perform, type Stage, toggleScope } from './actions.ts';
import { Auditor, type Covered } from './auditor.ts';
import { ORGANISATIONS, PEOPLE, PLAN, PLANNED } from './cast.ts';
import { type Action, drawAction, drawFaults, type Mood, moodOf, noFaults } from './faults.ts';
import { checkInvariants, isQuiet } from './invariants.ts';
import { MemoryServer } from './memory-server.ts';
import type { Net } from './network.ts';
import { emptyOrganisation } from './organisation-data.ts';
import { createHandset, sendPhotos, sync } from './phone-actor.ts';
import { createWorld, type World } from './world.ts';

export interface Run {
  readonly seed: number;
  readonly mood: Mood;
  readonly violations: readonly string[];
  /** Operations that were ticked. */
  readonly operations: number;
  readonly covered: ReadonlyMap<Covered, number>;
}

export interface RunOptions {
  /** Events before everything heals; fewer of them give the shortest failing prefix. */
  readonly events?: number;
  readonly mood?: Mood;
  /** Lets all continuations that are due run. */
  settle(): Promise<void>;
}

/** Events of one life before everything heals. */
export const EVENTS = 220;
/** Rounds in which everybody must come to rest once the troubles end, with pages of a single row: the bound of invariant I8. */
const ROUNDS = 120;

/** One life of a small company, decided by its seed: people, phones, one server, and everything that can go wrong. */
export async function simulate(seed: number, { events = EVENTS, mood = moodOf(seed), settle }: RunOptions): Promise<Run> {
  const world = createWorld(seed, settle);
  const stage = openStage(world, mood);
  const { net } = stage;
  for (let n = 0, at = 0; n < events; n++) {
    at += world.below(14);
    const action: Action = drawAction(world, net.faults.weights);
    world.after(at, () => perform(action, stage));
  }
  await world.run();
  await heal(stage);
  checkInvariants(net, stage.handsets, { isOrderKept: mood === 'scope' || mood === 'waiting' });
  return { seed, mood, violations: net.auditor.violations, operations: net.auditor.saved.size, covered: net.auditor.covered };
}

function openStage(world: World, mood: Mood): Stage {
  const server = new MemoryServer(world, PLAN);
  const auditor = new Auditor();
  const net: Net = { world, server, auditor, sessions: new Set(PEOPLE.map(({ user }) => user)), blobs: new Map(), faults: drawFaults(world, mood) };
  for (const org of ORGANISATIONS) server.organisations.set(org, planned(org));
  const [first, second, third, stranger] = PEOPLE;
  if (first === undefined || second === undefined || third === undefined || stranger === undefined) throw new Error('four people');
  // One phone is shared by two people; the third one is the stranger's.
  const handsets = [createHandset(0, [first, second]), createHandset(1, [second]), createHandset(2, [third]), createHandset(3, [stranger])];
  const running = (work: Promise<void>) => {
    work.catch((error: unknown) => auditor.violate('bug', error instanceof Error ? (error.stack ?? error.message) : String(error)));
  };
  for (const person of PEOPLE) for (let n = 0; n < 3; n++) running(toggleScope(net, person));
  return { net, handsets, backups: [], running };
}

function planned(org: (typeof ORGANISATIONS)[number]) {
  const data = emptyOrganisation(`inc${org.slice(-1)}`);
  for (const x of PLANNED.get(org) ?? [])
    data.subjects.set(x, { x, procedure: PLAN.procedure, site: PLAN.openSite, asset: null, status: 'planned', head: 0 });
  return data;
}

/** The troubles end, everybody signs in and opens the app until nothing waits anywhere. */
async function heal(stage: Stage): Promise<void> {
  const { net, handsets, running } = stage;
  net.faults = noFaults(net.faults);
  for (const { user } of PEOPLE) net.sessions.add(user);
  for (const handset of handsets) handset.busy.clear();
  for (let round = 0; round < ROUNDS; round++) {
    for (const handset of handsets)
      for (const at of handset.accounts.keys()) {
        handset.current = at;
        running(sync(net, handset, 0));
        await net.world.run();
        running(sendPhotos(net, handset));
        await net.world.run();
      }
    if (round > 2 && handsets.every(({ accounts }) => accounts.every((account) => isQuiet(net, account)))) return;
  }
}
