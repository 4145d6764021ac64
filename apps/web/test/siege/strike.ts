import { setTimeout as sleep } from 'node:timers/promises';
import { executionIdSchema, uuidv7 } from '@heliograph/domain';
import { type Company, openCompany, takePicture } from '../round-trip/company.ts';
import { auditAll } from '../round-trip/contract.ts';
import { act, type Day, live, newStory, tap, tick } from '../round-trip/life.ts';
import { comeToRest } from '../round-trip/rest.ts';
import { photoEntry } from '../round-trip/work.ts';
import type { Fleet } from './fleet.ts';

/** Longest time between a call that sets off and the blow, ms: about as long as a call takes. */
const LONGEST_MS = 25;
/** What happens between two blows. The desk's own hands stay off what is copied and put back. */
const DAY: Day = { events: 8, met: () => undefined, without: ['restore', 'clone'] };

/** A company with phones on real processes, some of whose work is already there. */
export async function settle(fleet: Fleet, seed: number): Promise<Company> {
  const company = await openCompany(fleet, seed, () => undefined);
  const x = executionIdSchema.parse(uuidv7(Date.now(), company.world.bytes(10)));
  company.executions.set(company.own.org, [x]);
  company.witness.keepSecret(company.own.org, x);
  await live(company, DAY);
  return company;
}

/** The phones work on and send, a photo among it, while a blow falls at a moment that the seed draws inside of a call. */
export async function under(company: Company, blow: () => Promise<void>): Promise<void> {
  await live(company, DAY);
  const story = newStory(company, () => undefined);
  let isOver = false;
  const falling = blow().finally(() => {
    isOver = true;
  });
  // Awaited below; until then a failure is nobody's.
  falling.catch(() => undefined);
  while (!isOver) {
    const handset = company.world.pick(company.handsets);
    await act(story, 'record', handset);
    await photograph(company);
    tap(handset, handset.tabs);
    await sleep(60);
  }
  await Promise.all(story.recording);
  await falling;
}

/** A new photo on a phone that is open, so that slices are on their way as well. */
async function photograph(company: Company): Promise<void> {
  const { world, handsets, executions, own } = company;
  const places = handsets.flatMap((handset) => handset.tabs.filter(({ person }) => person.plant === own).map((tab) => ({ handset, tab })));
  const [x] = executions.get(own.org) ?? [];
  if (places.length === 0 || x === undefined || world.chance(0.95)) return;
  await tick(company, world.pick(places), [photoEntry(x, await takePicture(company, 40 + world.below(40)))]);
}

/** `kill -9` of one server while a call is on its way to it or being worked on; the other goes on. */
export async function killServer({ world }: Company, { posts }: Fleet): Promise<void> {
  const post = world.pick(posts);
  await post.called();
  await sleep(world.random() * LONGEST_MS);
  await post.kill();
  await post.start();
}

/** `kill -9` of PostgreSQL, all of it, under both servers. */
export async function killDatabase({ world, witness }: Company, { posts, postgres }: Fleet): Promise<void> {
  witness.isDatabaseShaky = true;
  await world.pick(posts).called();
  await sleep(world.random() * LONGEST_MS);
  await postgres.kill();
  await sleep(world.random() * 100);
  await postgres.start();
}

const NEXT_BUILD = { NODE_OPTIONS: `--import ${new URL('./next-build.mjs', import.meta.url).href}` };

/** One server after the other becomes the next build, the first of which migrates under the other's feet; or this one again, on what that left. */
export async function changeBuilds({ witness }: Company, { posts }: Fleet, way: 'forward' | 'back'): Promise<void> {
  // Who meets a migration again and again may be asked to come back: a photo, a sign-in. Nothing worse, and nothing of it is lost.
  witness.isDatabaseShaky = true;
  for (const post of posts) {
    await post.stop();
    await post.start(way === 'forward' ? NEXT_BUILD : {});
  }
}

/** What was promised, against what the tables hold; empty where each promise is kept, once, in its author's name. */
export async function audit(company: Company): Promise<string[]> {
  return auditAll(company, await comeToRest(company));
}
