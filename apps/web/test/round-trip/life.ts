import { setTimeout as sleep } from 'node:timers/promises';
import { joinExecution, leaveExecution, withOrg } from '@heliograph/db';
import type { ExecutionId } from '@heliograph/domain';
import type { Entry } from '@heliograph/sync';
import { copyBrowser } from './browser.ts';
import { type Company, type Handset, kill, makeHandset, openTab, type Recorded, signIn, type Tab } from './company.ts';
import { ashore } from './wire.ts';
import type { Met } from './witness.ts';
import { invent } from './work.ts';

/** A page gives an answer up after this long, ms: short, or a run would mostly wait. */
export const GRACE = 1500;
const MOST_HANDSETS = 7;

/** What happens, and how often. */
export const ACTS = {
  record: 0.52,
  tap: 0.1,
  kill: 0.07,
  tab: 0.05,
  person: 0.06,
  session: 0.06,
  network: 0.05,
  crew: 0.06,
  clone: 0.015,
  restore: 0.015,
} as const;
type Act = keyof typeof ACTS;

export interface Day {
  readonly events: number;
  readonly met: (what: Met) => void;
  /** What does not happen on this day. */
  readonly without?: readonly Act[];
}

export interface Story {
  readonly company: Company;
  readonly met: (what: Met) => void;
  readonly recording: Promise<void>[];
  backUp: { restore(): Promise<void> } | null;
}

export const newStory = (company: Company, met: (what: Met) => void): Story => ({ company, met, recording: [], backUp: null });

/** A day of a small company: a number of things happen, drawn from the seed, while the phones send whenever they see fit. */
export async function live(company: Company, { events, met, without = [] }: Day): Promise<void> {
  const { world, handsets } = company;
  const story = newStory(company, met);
  for (let at = 0; at < events; at++) {
    const drawn = drawAct(world.random());
    await act(story, without.includes(drawn) ? 'record' : drawn, world.pick(handsets));
    await sleep(world.below(10));
  }
  await Promise.all(story.recording);
}

export async function act(story: Story, what: Act, handset: Handset): Promise<void> {
  const { company, met } = story;
  switch (what) {
    case 'record':
      return record(story, handset);
    case 'tap':
      return tap(handset, [await tabOf(company, handset)]);
    case 'kill':
      met('killed');
      return kill(handset);
    case 'tab':
      if (handset.tabs.length === 1) met('second_tab');
      if (handset.tabs.length < 3) await openTab(company, handset, GRACE);
      return;
    case 'person':
      return changePerson(company);
    case 'session':
      return toggleSession(company, handset);
    case 'network':
      handset.terminal.isOffline = !handset.terminal.isOffline;
      return;
    case 'crew':
      return moveCrew(company);
    case 'clone':
      return clone(story, handset);
    case 'restore':
      return backUpOrRestore(story);
  }
}

export function drawAct(dice: number): Act {
  let left = dice;
  for (const [name, share] of Object.entries(ACTS)) {
    left -= share;
    // The keys of the table are its acts.
    if (left < 0) return name as Act;
  }
  return 'record';
}

/** A page of whoever holds the phone. A phone that is taken out again is signed in. */
async function tabOf(company: Company, handset: Handset): Promise<Tab> {
  const own = handset.tabs.filter(({ person }) => person === handset.current);
  if (own.length > 0) return company.world.pick(own);
  if (handset.terminal.cookie === null) await signIn(company, handset);
  return openTab(company, handset, GRACE);
}

/** Ticks come when they come: the next thing happens meanwhile, and the app may be killed in between. */
async function record({ company, met, recording }: Story, handset: Handset): Promise<void> {
  const tab = await tabOf(company, handset);
  const entries = await handset.browser.run(() => invent(company, tab, met));
  const ticked = tick(company, { handset, tab }, entries);
  // Looked at when all is over.
  ticked.catch(() => undefined);
  recording.push(ticked);
  if (company.world.chance(0.7)) await ticked;
}

/** Records on a page and, once it is ticked, holds everybody to it. */
export async function tick({ recorded, witness }: Company, { handset, tab }: Place, entries: readonly Entry[]): Promise<void> {
  const { person, field } = tab;
  for (const operation of await handset.browser.run(() => field.record(entries))) {
    recorded.set(operation.id, { person, handset, operation });
    witness.keepSecret(person.plant.org, operation.id);
  }
}

interface Place {
  readonly handset: Handset;
  readonly tab: Tab;
}

/** The shared phone changes hands; now and then the first one's page stays open under the other one's cookie. */
async function changePerson(company: Company): Promise<void> {
  const handset = company.world.pick(company.handsets.filter(({ people }) => people.length > 1));
  const other = handset.people.find((person) => person !== handset.current);
  if (other === undefined) return;
  if (company.world.chance(0.4)) kill(handset);
  handset.current = other;
  await signIn(company, handset);
  await openTab(company, handset, GRACE);
}

async function toggleSession(company: Company, handset: Handset): Promise<void> {
  const { cookie } = handset.terminal;
  if (cookie !== null && company.world.chance(0.5)) return company.backend.signOut(cookie);
  await signIn(company, handset);
  tap(handset, handset.tabs);
}

export const tap = ({ browser }: Handset, tabs: readonly Tab[]): void => browser.run(() => tabs.forEach(({ field }) => field.sender.wake('tap')));

/** The office puts somebody on an execution, or takes them off. */
async function moveCrew({ backend, world, own, people, executions }: Company): Promise<void> {
  const known = executions.get(own.org) ?? [];
  if (known.length === 0) return;
  const place: { user: Recorded['person']['sender']['user']; execution: ExecutionId } = {
    user: world.pick(people.slice(0, 3)).sender.user,
    execution: world.pick(known),
  };
  await withOrg(backend.db, own, async (tx) => {
    const row = await tx.selectFrom('execution').select('status').where('orgId', '=', tx.org).where('executionId', '=', place.execution).execute();
    if (row.length > 0) await (world.chance(0.6) ? joinExecution : leaveExecution)(tx, place);
  });
}

/** A second phone is set up from this one's backup, and both go on. */
async function clone({ company, met }: Story, handset: Handset): Promise<void> {
  if (company.handsets.length >= MOST_HANDSETS) return;
  met('cloned');
  company.isPastMixed = true;
  const copy = makeHandset(handset.number * 10 + company.handsets.length, handset.people, await copyBrowser(handset.browser));
  copy.current = handset.current;
  company.handsets.push(copy);
}

/** Somebody restores an older backup and tells nobody. */
async function backUpOrRestore(story: Story): Promise<void> {
  const { company, met } = story;
  const { backend, own, net } = company;
  if (story.backUp === null) {
    story.backUp = (await backend.backUp?.(own.org)) ?? null;
    return;
  }
  met('restored');
  company.isPastMixed = true;
  // The servers are stopped for it: what was on its way has arrived or is lost.
  for (const { terminal } of company.handsets) terminal.isOffline = true;
  await ashore(net);
  await story.backUp.restore();
  for (const { terminal } of company.handsets) terminal.isOffline = false;
  story.backUp = null;
}
