import {
  type AnalysisEnd,
  type AnalysisWork,
  endAnalysis,
  findMember,
  hasAnalysesToDo,
  keepAnalysisAlive,
  listOrganisations,
  readOrg,
  takeAnalysis,
  withLookup,
  withOrg,
} from '@heliograph/db';
import type { OrganisationId } from '@heliograph/domain';
import type { Actor } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { failed, type LookPorts, look } from './look.service.ts';

export type { LookPorts } from './look.service.ts';

type Ports = LookPorts & Pick<Deps, 'analyses' | 'hub' | 'log'>;

/** How often whoever asks a model says that they live, and after how long without a sign they are gone, ms. */
const BEAT_MS = 5_000;
const ABANDONED_MS = 30_000;

/** Sees to the analyses of an organisation that wait for a model, behind everybody's back. */
export const wake = (deps: Ports, org: OrganisationId): void =>
  deps.hub.during(deps.analyses.knock(org, () => takeOne(deps, org)).catch((error) => deps.log.error('analysis', error, { org })));

/** Sees to what a process that died, or a photo that came to another one, has left lying: at the start and every few minutes. */
export async function wakeAll(deps: Ports): Promise<void> {
  for (const org of await withLookup(deps.db, listOrganisations))
    if (await readOrg(deps.db, { org }, (tx) => hasAnalysesToDo(tx, deps.now() - ABANDONED_MS))) wake(deps, org);
}

async function takeOne(deps: Ports, org: OrganisationId): Promise<boolean> {
  const now = deps.now();
  const work = await withOrg(deps.db, { org }, (tx) => takeAnalysis(tx, { now, abandoned: now - ABANDONED_MS }));
  if (work === null) return false;
  const beat = setInterval(() => {
    withOrg(deps.db, { org }, (tx) => keepAnalysisAlive(tx, work.id, deps.now())).catch((error) => deps.log.error('analysis', error, { org }));
  }, BEAT_MS);
  try {
    const end = await endOf(deps, org, work).catch((error): AnalysisEnd => {
      // A fault of ours is told as one, and is not tried for ever.
      deps.log.error('analysis', error, { org });
      return failed('refused');
    });
    await withOrg(deps.db, { org }, (tx) => endAnalysis(tx, work.id, { ...end, totalMs: deps.now() - now }));
  } finally {
    clearInterval(beat);
  }
  return true;
}

/** As the person asking: what they may see is what a model is shown, and it is on their account. */
async function endOf(deps: Ports, org: OrganisationId, work: AnalysisWork): Promise<AnalysisEnd> {
  if (work.wasAsked) return failed('cut');
  const member = await readOrg(deps.db, { org }, (tx) => findMember(tx, work.author));
  if (member?.status !== 'active') return failed('refused');
  const author: Actor = { org, user: work.author, role: member.role, deliverOnly: false };
  return look(deps, author, work);
}
