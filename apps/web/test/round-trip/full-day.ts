import { joinExecution, leaveExecution, withOrg } from '@heliograph/db';
import { foldExecution } from '@heliograph/domain';
import { type Handset, signIn, takePicture, until } from './company.ts';
import { comesTo, type Desk, type Plan } from './desk.ts';
import { act, tap } from './life.ts';
import { calm, TROUBLES } from './weather.ts';
import type { Due } from './wire.ts';
import { photoEntry } from './work.ts';

/**
 * A day on which each trouble and each outcome comes to pass, one after the other, in weather that is fair otherwise. What the drawn days
 * meet depends on how fast the machine is; this one meets all of it on any.
 */
export async function liveFully(plan: Plan): Promise<void> {
  const [first, second, third, shared] = plan.company.handsets;
  if (!first || !second || !third || !shared) throw new Error('four phones');
  plan.company.net.weather = calm;
  await troubles(plan, first);
  await setAside(plan, first);
  await withoutNetwork(plan, first);
  await signedOut(plan, first);
  await twoAnswers(plan, [first, second]);
  await killedBetweenSlices(plan, second);
  await twoTabs(plan, second);
  await onAndOffTheCrew(plan, third);
  await otherHands(plan, shared);
}

/** A phone is copied, and so is the server where it can be: from here on orders of different pasts meet. */
export async function mixPasts(plan: Plan): Promise<void> {
  const { company, story, open, send, comment } = plan;
  const [first] = company.handsets;
  if (first === undefined) throw new Error('a phone');
  company.net.weather = calm;
  const original = await open(first);
  await act(story, 'clone', first);
  for (const copy of company.handsets.slice(-1)) for (const desk of [original, await open(copy)]) await send(desk, comment());
  // Once the rows are copied, the next time they are put back.
  for (const _ of ['copied', 'put back']) {
    await act(story, 'restore', first);
    await send(original, comment());
  }
}

/** Each befalls an exchange, then a slice of a photo. */
async function troubles({ company, x, open, send, befall, comment, answer }: Plan, handset: Handset): Promise<void> {
  const { procedure, site } = company.own;
  const desk = await open(handset);
  await send(desk, { draft: { k: 'start', x, p: { procedure, site, roles: ['technician'] } } }, answer('1'));
  for (const trouble of TROUBLES) await befall(desk, [{ method: 'POST', trouble }], comment());
  const photo = await takePicture(company, 100);
  const due = TROUBLES.map((trouble): Due => ({ method: 'PATCH', trouble }));
  await befall(desk, due, photoEntry(x, photo));
}

/** What the server does not apply, it says again when its first answer is lost. */
async function setAside({ company: { album }, x, open, befall, comment, answer }: Plan, handset: Handset): Promise<void> {
  const unknownStep = { draft: { ...answer('1').draft, s: 'gone' } };
  const newerKind = { draft: { k: 'hologram', x, p: {} } };
  const noPhotos = album.filter(({ isPhoto }) => !isPhoto).map((photo) => photoEntry(x, photo));
  await befall(await open(handset), [{ method: 'POST', trouble: 'lost_answer' }], unknownStep, comment(), newerKind, ...noPhotos);
}

async function withoutNetwork({ company: { net }, open, work, send, comment }: Plan, handset: Handset): Promise<void> {
  const desk = await open(handset);
  handset.terminal.isOffline = true;
  await work(desk, comment());
  await comesTo('retrying', desk);
  handset.terminal.isOffline = false;
  net.weather = { ...calm, largestBatch: 1 };
  await send(desk, comment(), comment());
  net.weather = calm;
}

async function signedOut({ company, open, work, send, comment }: Plan, handset: Handset): Promise<void> {
  const desk = await open(handset);
  await company.backend.signOut(handset.terminal.cookie ?? '');
  await work(desk, comment());
  await comesTo('stopped', desk);
  await signIn(company, handset);
  await send(desk, comment());
}

/** Two phones answer one step, neither having heard of the other's answer. */
async function twoAnswers({ story, x, open, work, send, comment, answer }: Plan, handsets: readonly Handset[]): Promise<void> {
  const desks: Desk[] = [];
  for (const handset of handsets) desks.push(await open(handset));
  for (const { terminal } of handsets) terminal.isOffline = true;
  for (const [at, desk] of desks.entries()) await work(desk, answer(String(at)));
  for (const { terminal } of handsets) terminal.isOffline = false;
  for (const desk of [...desks, ...desks]) await send(desk, comment());
  for (const { tab } of desks) {
    const { registers } = foldExecution(await tab.field.phone.localLog(x));
    if ((registers.get('s01')?.heads.length ?? 0) > 1) story.met('two_heads');
  }
}

/** Killed while a slice of one photo is on its way and another photo waits; only the server knows then how far the first one came. */
async function killedBetweenSlices({ company, story, x, open, work, send }: Plan, handset: Handset): Promise<void> {
  const desk = await open(handset);
  const { due } = handset.terminal;
  due.push({ method: 'PATCH', trouble: 'sent_twice' }, { method: 'PATCH', trouble: 'lost_answer' }, { method: 'PATCH', trouble: 'black_hole' });
  await work(desk, photoEntry(x, await takePicture(company, 56)), photoEntry(x, await takePicture(company, 60)));
  await until('the third slice to be on its way', () => {
    if (desk.tab.field.sender.state.get().kind === 'retrying') tap(handset, handset.tabs);
    return due.length === 0;
  });
  await act(story, 'kill', handset);
  await send(await open(handset));
}

async function twoTabs({ story, open, work, send, comment, answer }: Plan, handset: Handset): Promise<void> {
  await open(handset);
  await act(story, 'tab', handset);
  const desks = handset.tabs.map((tab) => ({ handset, tab }));
  await Promise.all(desks.map((desk) => work(desk, comment(), answer('7'))));
  for (const desk of desks) await send(desk);
}

async function onAndOffTheCrew({ company: { backend, own }, x, open, send }: Plan, handset: Handset): Promise<void> {
  const desk = await open(handset);
  const { user } = handset.current.sender;
  for (const move of [joinExecution, leaveExecution]) {
    await withOrg(backend.db, own, (tx) => move(tx, { user, execution: x }));
    await send(desk);
  }
}

/** One person's page is still open when another has signed in. */
async function otherHands({ company, open, work, comment }: Plan, handset: Handset): Promise<void> {
  const desk = await open(handset);
  handset.current = handset.people.find((person) => person !== handset.current) ?? handset.current;
  await signIn(company, handset);
  await work(desk, comment());
  await comesTo('stopped', desk);
}
