import { announcePhoto, endAnalysis, insertAnalysis, takeAnalysis, withOrg } from '@heliograph/db';
import { photoHashSchema, type UserId } from '@heliograph/domain';
import { type AnalysisId, analysisIdSchema, type Proposal } from '@heliograph/domain/vision';
import type { TestServer } from './test-server.ts';

export const newAnalysis = (): AnalysisId => analysisIdSchema.parse(crypto.randomUUID());

/** The hash of a photo that nobody has. */
export const someHash = () => photoHashSchema.parse(`${crypto.randomUUID()}${crypto.randomUUID()}`.replaceAll('-', '').padEnd(64, '0'));

/** Puts an analysis into the first organisation that waits for a model or for a decision, or failed. Its words hold the canary. */
export async function begunAnalysis(
  { deps, own }: TestServer,
  author: UserId,
  { id = newAnalysis(), state = 'proposed' }: { id?: AnalysisId; state?: 'queued' | 'proposed' | 'failed' } = {},
): Promise<AnalysisId> {
  const now = deps.now();
  const photo = someHash();
  const proposal: Proposal = {
    ...{ equipment: own.canary, condition: 'damaged', confidence: 0.9, interpretation: own.canary, recommendedAction: own.canary },
    defects: [{ class: 'soiling', severity: 2, confidence: 0.9, box: null, text: own.canary }],
  };
  await withOrg(deps.db, own, async (tx) => {
    await announcePhoto(tx, { sha: photo, size: 1 });
    await insertAnalysis(tx, {
      ...{ id, photo, author, announced: true, language: 'fr', execution: null, step: null, asset: own.asset, site: null, askedAt: now },
      ...{ state: 'queued', problem: null },
    });
    if (state === 'queued') return;
    // What others left waiting is taken before it.
    let taken = await takeAnalysis(tx, { now, abandoned: 0 });
    while (taken !== null && taken.id !== id) taken = await takeAnalysis(tx, { now, abandoned: 0 });
    await endAnalysis(tx, id, {
      ...{ state, problem: state === 'failed' ? 'key' : null, provider: 'x', model: 'x', promptVersion: 'x', threshold: 0.6, confidence: 0.9 },
      ...{ band: state === 'failed' ? null : 'sure', proposal: state === 'failed' ? null : proposal, suggestions: [] },
      ...{ totalMs: 1, tokensIn: 1, tokensOut: 1, cost: 0 },
    });
  });
  return id;
}
