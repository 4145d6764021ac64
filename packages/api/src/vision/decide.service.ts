import { type AnalysisRow, insertDecision, insertFindings, lockAnalysis, withOrg } from '@heliograph/db';
import { refuse } from '@heliograph/domain';
import { type AnalysisView, type DecidedDefect, type Decision, decisionObstacle, pairsOf, shownDefects } from '@heliograph/domain/vision';
import { record } from '../activity/record.ts';
import type { Doer } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { defectClasses } from '../retrieval/defect-classes.ts';
import { analysisOf } from './analysis.service.ts';

/**
 * A person's word about what a model proposed: kept beside it, once, and turned into findings where it says that something is there. It sets no
 * answer of any step and no value.
 * @throws AppError NOT_FOUND; CONFLICT `decided` (by whom, when), `changed`, `not_proposed`; INVALID `unsure`, or the classes that are none
 */
export async function decide(deps: Pick<Deps, 'db' | 'now'>, doer: Doer, decision: Decision): Promise<AnalysisView> {
  await withOrg(deps.db, doer, async (tx) => {
    const row = (await lockAnalysis(tx, doer, decision.id)) ?? refuse('NOT_FOUND');
    mayBeDecided(row, decision);
    const shown = shownIn(row);
    const defects = defectsIn(decision, shown);
    const at = deps.now();
    const { id, outcome, comment } = decision;
    const pairs = pairsOf({ outcome, proposed: shown, defects });
    await insertDecision(tx, { analysis: id, outcome, by: doer.user, at, comment, defects, pairs });
    const { photo, asset, site, execution, step, author } = row;
    const from = { analysis: id, photo, asset, site, execution, step, author, decidedBy: doer.user, at };
    await insertFindings(
      tx,
      defects.map(({ of: _, ...defect }) => ({ ...from, ...defect, id: crypto.randomUUID() })),
    );
    const details = { defects: defects.map((defect) => defect.class), ...(asset === null ? {} : { asset: row.assetName }) };
    await record(tx, doer, { action: `analysis.${outcome}`, subject: { kind: 'analysis', id }, details });
  });
  return analysisOf(deps, doer, decision.id);
}

function mayBeDecided(row: AnalysisRow, { outcome, revision, ...decision }: Decision): void {
  const obstacle = decisionObstacle(outcome, row);
  if (obstacle === 'decided') refuse('CONFLICT', { reason: 'decided', by: row.deciderName, at: row.decidedAt, outcome: row.outcome });
  if (row.revision !== revision) refuse('CONFLICT', { reason: 'changed', revision: row.revision });
  if (obstacle === 'not_proposed') refuse('CONFLICT', { reason: 'not_proposed', state: row.state });
  if (obstacle === 'unsure') refuse('INVALID', { reason: 'unsure' });
  const known = new Set(defectClasses().map(({ code }) => code));
  const strange = 'defects' in decision ? decision.defects.filter((defect) => !known.has(defect.class)) : [];
  if (strange.length > 0) refuse('INVALID', { reason: 'class', classes: strange.map((defect) => defect.class) });
}

/** What was on the screen of whoever decides. */
const shownIn = ({ proposal, band, threshold }: AnalysisRow) =>
  proposal === null || threshold === null || band === 'unsure' ? [] : shownDefects(proposal.defects, threshold);

function defectsIn(decision: Decision, shown: ReturnType<typeof shownDefects>): readonly DecidedDefect[] {
  switch (decision.outcome) {
    case 'accept':
      return shown.map(({ at, class: name, severity, box, text }) => ({ of: at, class: name, severity, box, text }));
    case 'correct':
      return decision.defects;
    case 'reject':
      return [];
  }
}
