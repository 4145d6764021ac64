import type { AnalysisRow } from '@heliograph/db';
import { can, type Localized } from '@heliograph/domain';
import { safetyOf } from '@heliograph/domain/assistant/safety';
import type { AnalysisDecision, AnalysisSummary, AnalysisView, FindingSummary, ShownProposal } from '@heliograph/domain/vision';
import { mayAskAgain, mayBeStopped, shownDefects } from '@heliograph/domain/vision';
import type { Actor } from '../auth/actor.ts';
import { labelOf } from '../retrieval/defect-classes.ts';

/** An analysis as a list shows it. */
export function summaryOf(row: AnalysisRow): AnalysisSummary {
  const { id, revision, state, problem, band, photo, language, askedAt, execution, step, outcome } = row;
  return {
    ...{ id, revision, state, problem, band, photo, language, askedAt, execution, step, outcome },
    author: { id: row.author, name: row.authorName },
    asset: row.asset === null ? null : { id: row.asset, name: row.assetName ?? '' },
    site: row.site === null ? null : { id: row.site, name: row.siteName ?? '' },
    defect: gravestOf(row),
  };
}

/** An analysis as a page shows it, and nothing that is too unsure to be shown. */
export const viewOf = (row: AnalysisRow, actor: Actor, findings: readonly FindingSummary[]): AnalysisView => ({
  ...summaryOf(row),
  proposal: proposalIn(row),
  decision: decisionIn(row),
  findings,
  mayDecide: can(actor, 'analysis.decide'),
  mayAskAgain: hasSay(row, actor) && mayAskAgain(row.state),
  mayStop: hasSay(row, actor) && mayBeStopped(row.state),
  call: callIn(row),
});

/** Who asked, and who has to decide, say what becomes of the asking. */
export const hasSay = ({ author }: Pick<AnalysisRow, 'author'>, actor: Actor): boolean => author === actor.user || can(actor, 'analysis.decide');

function proposalIn({ proposal, band, threshold, suggestions }: AnalysisRow): ShownProposal | null {
  if (proposal === null || threshold === null || band === null || band === 'unsure') return null;
  const { equipment, condition, interpretation, recommendedAction } = proposal;
  const shown = shownDefects(proposal.defects, threshold);
  const defects = shown.map((defect) => ({ ...defect, label: labelOf(defect.class) }));
  const said = [equipment, interpretation, recommendedAction, ...defects.map(({ label, text }) => `${label.fr} ${label.en} ${text}`)];
  return {
    ...{ equipment, condition, defects, interpretation, recommendedAction, suggestions },
    heldBack: proposal.defects.length - shown.length,
    mustSay: safetyOf(said.join('. ')).mustSay,
  };
}

function decisionIn({ outcome, decidedBy, deciderName, decidedAt, comment, decidedDefects }: AnalysisRow): AnalysisDecision | null {
  if (outcome === null || decidedBy === null || decidedAt === null) return null;
  const defects = (decidedDefects ?? []).map(({ of: _, ...defect }) => ({ ...defect, label: labelOf(defect.class) }));
  return { outcome, by: { id: decidedBy, name: deciderName ?? '' }, at: decidedAt, comment: comment ?? '', defects };
}

function callIn({ model, promptVersion, threshold, confidence, totalMs, cost, tokens }: AnalysisRow): AnalysisView['call'] {
  if (model === null || promptVersion === null || threshold === null) return null;
  return { model, promptVersion, confidence, threshold, totalMs, cost, tokens };
}

interface Graded {
  readonly class: string;
  readonly severity: 1 | 2 | 3 | 4 | 5;
}

function gravestOf({ proposal, band, threshold, decidedDefects }: AnalysisRow): (Graded & { readonly label: Localized }) | null {
  const isShown = proposal !== null && threshold !== null && band !== 'unsure';
  const seen: readonly Graded[] = decidedDefects ?? (isShown ? shownDefects(proposal.defects, threshold) : []);
  const [gravest] = seen.toSorted((a, b) => b.severity - a.severity);
  return gravest === undefined ? null : { class: gravest.class, severity: gravest.severity, label: labelOf(gravest.class) };
}
