/**
 * Photo analysis: a model proposes, a person decides, and both are kept.
 *
 * The doors (tRPC), whose shapes stand in this folder:
 * - `vision.analyze` askedAnalysisSchema → AnalysisView. Asked twice under one id it is one analysis. Any photo that the person may see, or announces.
 * - `vision.again` { id } → AnalysisView: after `failed` or `none`.
 * - `vision.list` { cursor?, limit?, states?, band?, assetId?, executionId?, mine? } → { items: AnalysisSummary[], nextCursor }
 * - `vision.get` { id } → AnalysisView. Asked again every few seconds while `isUnderWay`; the office is poked.
 * - `vision.decide` decisionSchema → AnalysisView. CONFLICT `decided` with `by` where a second person was first, `changed`, INVALID `unsure`.
 * - `vision.classes` → ClassChoice[]: the closed list, for corrections.
 * - `vision.agreement` { from?, to?, model? } (months `yyyy-mm`) → Agreement
 * - `finding.list` { cursor?, limit?, assetId?, executionId?, state? } → { items: FindingSummary[], nextCursor }; `finding.get` { id } → FindingSummary
 */
export * from './agreement.ts';
export * from './analysis.ts';
export * from './band.ts';
export * from './decision.ts';
export * from './defect.ts';
export * from './proposal.ts';
export * from './threshold.ts';
export * from './view.ts';
