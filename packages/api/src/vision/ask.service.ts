import { createHash } from 'node:crypto';
import {
  announcePhoto,
  askAnalysisAgain,
  executionExists,
  findAnalysis,
  findAsset,
  findExecution,
  findPhoto,
  findSite,
  insertAnalysis,
  lockAnalysis,
  maySeePhoto,
  type OrgTx,
  readTaste,
  stopAnalysis,
  withOrg,
} from '@heliograph/db';
import { refuse } from '@heliograph/domain';
import { type AnalysisId, type AnalysisView, type AskedAnalysis, mayAskAgain, mayBeStopped } from '@heliograph/domain/vision';
import { record } from '../activity/record.ts';
import type { Actor, Doer } from '../auth/actor.ts';
import { limitAnalyses } from '../auth/throttle.ts';
import type { Deps } from '../deps.ts';
import { analysisOf } from './analysis.service.ts';
import { type LookPorts, wake } from './take-up.service.ts';
import { hasSay } from './views.ts';

export type AskPorts = LookPorts & Pick<Deps, 'analyses' | 'hub' | 'log'>;

/**
 * Asks what a photo shows. Nobody waits for the model: the answer says how it stands, and it goes on by itself once the photo is here.
 * @throws AppError NOT_FOUND where the photo, or what it is said to belong to, is not the asker's to see; TOO_MANY with `retryAfter`
 */
export async function analyze(deps: AskPorts, actor: Actor, asked: AskedAnalysis): Promise<AnalysisView> {
  const isKnown = await withOrg(deps.db, actor, (tx) => findAnalysis(tx, actor, asked.id));
  if (isKnown === undefined) {
    await limitAnalyses(deps, `${actor.org} ${actor.user}`);
    const isHeld = await holdsPhoto(deps, actor, asked);
    await withOrg(deps.db, actor, (tx) => keep(tx, deps, { actor, asked, isHeld }));
    wake(deps, actor.org);
  }
  return analysisOf(deps, actor, asked.id);
}

/** Whether the asker has shown that they hold the bytes of a photo that is here. */
async function holdsPhoto(
  { photos }: Pick<Deps, 'photos'>,
  { org, user }: Actor,
  { id, photo: { sha }, possession }: AskedAnalysis,
): Promise<boolean> {
  if (possession === undefined) return false;
  const bytes = await photos.read({ org, sha, by: user });
  if (bytes === null || bytes.length === 0) return false;
  return createHash('sha256').update(id).update(bytes).digest('hex') === possession;
}

interface Keeping {
  readonly actor: Actor;
  readonly asked: AskedAnalysis;
  readonly isHeld: boolean;
}

async function keep(tx: OrgTx, { now }: Pick<Deps, 'now'>, { actor, asked, isHeld }: Keeping): Promise<void> {
  const { id, execution = null, step = null, asset = null, site = null } = asked;
  if (asset !== null && (await findAsset(tx, actor, asset)) === undefined) refuse('NOT_FOUND', { reason: 'asset' });
  if (site !== null && (await findSite(tx, actor, site)) === undefined) refuse('NOT_FOUND', { reason: 'site' });
  // One that is not here yet may still be on the phone; one that is here is the asker's to see.
  if (execution !== null && (await findExecution(tx, actor, execution)) === undefined && (await executionExists(tx, execution)))
    refuse('NOT_FOUND', { reason: 'execution' });
  const language = (await readTaste(tx, actor.user)).language ?? asked.language;
  const { announced, ...standing } = await photoFor(tx, actor, { asked, isHeld });
  const isNew = await insertAnalysis(tx, {
    ...{ id, photo: asked.photo.sha, announced, author: actor.user, language, execution, step, asset, site },
    ...{ askedAt: now(), ...standing },
  });
  // Of two requests with one id the first is kept; an id that somebody else has used is nobody's business.
  if (!isNew && (await findAnalysis(tx, actor, id)) === undefined) refuse('NOT_FOUND');
}

/** A photo that is known must be the asker's to see, or in their hands: its hash alone opens nothing. One that is not is expected from now on. */
async function photoFor(
  tx: OrgTx,
  actor: Actor,
  {
    asked: {
      photo: { sha, size },
    },
    isHeld,
  }: Omit<Keeping, 'actor'>,
) {
  const announced = await announcePhoto(tx, { sha, size });
  if (announced) return { announced, state: 'waiting', problem: null } as const;
  const photo = await findPhoto(tx, sha);
  // Of bytes that were no photo nothing is kept, so nobody can show that they hold them: they are told, and wait for nothing.
  const mayKnow = isHeld || photo?.state === 'refused' || (await maySeePhoto(tx, actor, sha));
  if (photo === undefined || !mayKnow) return refuse('NOT_FOUND', { reason: 'photo' });
  return { announced: isHeld, ...standingOf(photo.state) };
}

function standingOf(photo: 'wanted' | 'stored' | 'refused') {
  switch (photo) {
    case 'wanted':
      return { state: 'waiting', problem: null } as const;
    case 'stored':
      return { state: 'queued', problem: null } as const;
    case 'refused':
      return { state: 'failed', problem: 'photo' } as const;
  }
}

/** Asks once more where nothing came of it, on the account of who asked first: they themselves, or whoever has to decide. @throws AppError NOT_FOUND, NOT_ALLOWED, CONFLICT `state`, `photo` */
export async function askAgain(deps: AskPorts, actor: Actor, id: AnalysisId): Promise<AnalysisView> {
  await limitAnalyses(deps, `${actor.org} ${actor.user}`);
  await withOrg(deps.db, actor, async (tx) => {
    const row = (await lockAnalysis(tx, actor, id)) ?? refuse('NOT_FOUND');
    if (!hasSay(row, actor)) refuse('NOT_ALLOWED');
    const { state, photo } = row;
    if (!mayAskAgain(state)) refuse('CONFLICT', { reason: 'state', state });
    const { state: bytes } = (await findPhoto(tx, photo)) ?? refuse('NOT_FOUND');
    if (bytes === 'refused') refuse('CONFLICT', { reason: 'photo' });
    await askAnalysisAgain(tx, id, bytes === 'stored' ? 'queued' : 'waiting');
  });
  wake(deps, actor.org);
  return analysisOf(deps, actor, id);
}

/** Gives up an analysis before a model was asked: its photo may never come. An act, on record. @throws AppError NOT_FOUND, NOT_ALLOWED, CONFLICT `state` */
export async function stopAsking(deps: Pick<Deps, 'db'>, doer: Doer, id: AnalysisId): Promise<AnalysisView> {
  await withOrg(deps.db, doer, async (tx) => {
    const row = (await lockAnalysis(tx, doer, id)) ?? refuse('NOT_FOUND');
    if (!hasSay(row, doer)) refuse('NOT_ALLOWED');
    if (!mayBeStopped(row.state)) refuse('CONFLICT', { reason: 'state', state: row.state });
    await stopAnalysis(tx, id);
    await record(tx, doer, { action: 'analysis.stop', subject: { kind: 'analysis', id } });
  });
  return analysisOf(deps, doer, id);
}
