import { findExecution, readOrg } from '@heliograph/db';
import { assetTree, type ExecutionId, executionIdSchema, type Payload, type ProcedureContent, procedureHash } from '@heliograph/domain';
import { exchange } from '@heliograph/sync/server';
import type { Actor } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { sha256 } from '../office/sha256.ts';
import { receiveSlice } from '../photo/photo.service.ts';
import { zoneOffset } from '../zone.ts';
import type { DemoOrganisation, DemoPerson } from './cast.ts';
import type { Chapter, Review } from './chapters.ts';
import { fieldPhone, newPocket, type Pocket } from './field-phone.ts';
import { act, addressNamed, basisOf, carryOut, type Hand, type Job } from './field-worker.ts';
import { namedId } from './ids.ts';
import { at } from './plants.ts';

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];

export interface Stage {
  readonly deps: Deps;
  readonly organisation: DemoOrganisation;
  /** The library, by slug. */
  readonly library: ReadonlyMap<string, ProcedureContent>;
  /** What each person carries through the whole story. */
  readonly pockets: Map<string, Pocket>;
}

/** Plays one chapter through the real exchange and the real photo door. One that was played already is left alone. */
export async function tell(stage: Stage, chapter: Chapter): Promise<void> {
  const x = executionIdSchema.parse(namedId(`execution ${chapter.key}`));
  const office = actorOf(stage, chapter.office);
  if ((await readOrg(stage.deps.db, office, (tx) => findExecution(tx, office, x))) !== undefined) return;
  const job = begin(stage, chapter, x);
  const lead = handOf(stage, chapter.lead, job);
  await workDay(chapter, { job, lead });
  await send(lead);
  await deliverPhotos(stage, lead, job.photos.slice(0, job.photos.length - (chapter.unsentPhotos ?? 0)));
  await meanwhile(stage, chapter, job);
  await decide(stage, chapter, job);
}

const actorOf = ({ organisation }: Stage, { user, role }: DemoPerson): Actor => ({ org: organisation.org, user, role, deliverOnly: false });

function pocketOf({ organisation, pockets }: Stage, { user }: DemoPerson): Pocket {
  const whose = `${organisation.org} ${user}`;
  const pocket = pockets.get(whose) ?? newPocket();
  pockets.set(whose, pocket);
  return pocket;
}

/** A person with a phone of their own. What they send arrives soon after they recorded it, in the evening of that day. */
function handOf(stage: Stage, person: DemoPerson, job: Job): Hand {
  const ports = { ...stage.deps.sync, now: () => Math.min(job.at + 5 * MINUTE, stage.deps.now()) };
  return {
    person,
    phone: fieldPhone({
      user: person.user,
      pocket: pocketOf(stage, person),
      exchange: (request) => exchange(ports, actorOf(stage, person), request),
      zone: (at) => zoneOffset(stage.organisation.timeZone, at),
    }),
  };
}

function begin({ deps, organisation, library }: Stage, { plant, code, procedure, daysAgo, hour }: Chapter, x: ExecutionId): Job {
  const content = library.get(procedure);
  if (content === undefined) throw new Error(`the library has no ${procedure}`);
  const today = Math.floor(deps.now() / DAY) * DAY;
  const start = today - daysAgo * DAY + hour * HOUR;
  const local = start - zoneOffset(organisation.timeZone, start) * MINUTE;
  // Work of today began early enough to have happened.
  const begun = Math.min(local, deps.now() - 3 * HOUR);
  return { x, content, tree: assetTree(plant.assets), asset: at(plant, code), language: organisation.language, notebook: [], photos: [], at: begun };
}

interface Day {
  readonly job: Job;
  readonly lead: Hand;
}

async function workDay({ plant, second, script, ending }: Chapter, { job, lead }: Day): Promise<void> {
  const roles: Payload<'start'>['roles'] = ['technician', 'team_lead', 'lockout_officer'];
  act(job, lead, { k: 'start', p: { procedure: await procedureHash(job.content, sha256), site: plant.site.id, asset: job.asset.id, roles } });
  if (second !== undefined) act(job, lead, { k: 'second', p: { user: second.user, name: second.name } });
  await carryOut(job, lead, script);
  if (ending.kind === 'suspend') act(job, lead, { k: 'suspend', p: { reason: ending.reason } });
  if (ending.kind === 'refuse') act(job, lead, { k: 'refuse', s: ending.step, p: { reason: ending.reason } });
  if (ending.kind === 'complete') act(job, lead, { k: 'complete', p: { basis: basisOf(job) } });
}

/** A colleague on another phone, who had not seen what was recorded: both values stand. */
async function meanwhile(stage: Stage, { plant, meanwhile: other }: Chapter, job: Job): Promise<void> {
  if (other === undefined) return;
  const hand = handOf(stage, other.by, job);
  act(job, hand, {
    k: 'start',
    p: { procedure: await procedureHash(job.content, sha256), site: plant.site.id, asset: job.asset.id, roles: ['technician'] },
  });
  for (const [address, answer] of Object.entries(other.answers))
    act(job, hand, { k: 'step', s: address, isBlind: true, p: { kind: String(answer['kind']), response: { ...Object(answer['response']) } } });
  await send(hand);
}

/** What the office made of it, the morning after. */
async function decide(stage: Stage, { ending, office }: Chapter, job: Job): Promise<void> {
  if (ending.kind !== 'cancel' && !(ending.kind === 'complete' && ending.review !== undefined)) return;
  job.at = Math.min(job.at + 20 * HOUR, stage.deps.now() - HOUR);
  const hand = handOf(stage, office, job);
  if (ending.kind === 'cancel') act(job, hand, { k: 'cancel', p: { reason: ending.reason } });
  else if (ending.review !== undefined) await review(stage, { job, lead: hand }, ending.review);
  await send(hand);
  if (ending.kind === 'complete' && ending.reopen !== undefined) {
    act(job, hand, { k: 'reopen', p: { reason: ending.reopen } });
    await send(hand);
  }
}

async function review(stage: Stage, { job, lead }: Day, { outcome, note, step }: Review): Promise<void> {
  const actor = actorOf(stage, lead.person);
  const execution = await readOrg(stage.deps.db, actor, (tx) => findExecution(tx, actor, job.x));
  const about = step === undefined ? {} : { step: addressNamed(job, step) };
  act(job, lead, { k: 'review', p: { outcome, note, seen: execution?.head ?? 0, ...about } });
}

async function send({ phone }: Hand): Promise<void> {
  const answer = await phone.send();
  if (answer.kind !== 'ok' || (answer.aside ?? []).length > 0)
    throw new Error(`the story was refused: ${JSON.stringify(answer.kind === 'ok' ? answer.aside : answer.kind)}`);
}

const SLICE = 262_144;

async function deliverPhotos(stage: Stage, { person }: Hand, photos: Job['photos']): Promise<void> {
  const actor = actorOf(stage, person);
  await Promise.all(
    photos.map(async ({ sha, bytes }) => {
      for (let from = 0; from < bytes.byteLength; from += SLICE)
        await receiveSlice(stage.deps, actor, { sha, at: from, total: bytes.byteLength, bytes: bytes.subarray(from, from + SLICE) });
    }),
  );
}
