import type { AssetId, ExecutionId, OrganisationId, PhotoHash, SiteId, UserId } from '@heliograph/domain';
import type {
  AnalysisId,
  AnalysisProblem,
  AnalysisState,
  Band,
  Box,
  FindingState,
  Outcome,
  Pair,
  Proposal,
  StatedDefect,
  Suggestion,
} from '@heliograph/domain/vision';
import type { ColumnType, Generated } from 'kysely';

/** The tables of photo analysis, a part of `Schema`. */

/** Written as JSON text, as in `schema.ts`. */
type Json<T> = ColumnType<T, string, string>;
type JsonWithDefault<T> = ColumnType<T, string | undefined, string>;

export interface PhotoAnalysisTable {
  orgId: OrganisationId;
  id: AnalysisId;
  photoSha: PhotoHash;
  /** The photo was unknown here before it was asked about: whoever sees the analysis sees it too. */
  announced: boolean;
  authorId: UserId;
  /** Of the words in the answer. */
  language: string;
  executionId: ExecutionId | null;
  stepKey: string | null;
  assetId: AssetId | null;
  siteId: SiteId | null;
  askedAt: Date;
  state: AnalysisState;
  problem: AnalysisProblem | null;
  /** Grows with every state. */
  revision: Generated<number>;
  /** When whoever asks the model was last seen at work. */
  aliveAt: Date | null;
  startedAt: Date | null;
  totalMs: number | null;
  /** The provider's name, for it may be gone one day. */
  provider: string | null;
  model: string | null;
  promptVersion: string | null;
  /** In force when it was asked. */
  threshold: number | null;
  confidence: number | null;
  band: Band | null;
  proposal: Json<Proposal> | null;
  suggestions: JsonWithDefault<Suggestion[]>;
  tokensIn: Generated<number>;
  tokensOut: Generated<number>;
  /** Billionths of the organisation's currency, of every time it was asked. */
  cost: Generated<number>;
}

export interface AnalysisDecisionTable {
  orgId: OrganisationId;
  analysisId: AnalysisId;
  outcome: Outcome;
  decidedBy: UserId;
  decidedAt: Date;
  comment: string;
  /** What is there, in the person's word. */
  defects: Json<StatedDefect[]>;
  /** What was called what: agreement is counted from it. */
  pairs: Json<Pair[]>;
}

/** A defect that a person stands for. */
export interface FindingTable {
  orgId: OrganisationId;
  id: string;
  analysisId: AnalysisId;
  class: string;
  severity: number;
  state: Generated<FindingState>;
  text: string;
  photoSha: PhotoHash;
  box: Json<Box> | null;
  assetId: AssetId | null;
  siteId: SiteId | null;
  executionId: ExecutionId | null;
  stepKey: string | null;
  authorId: UserId;
  decidedBy: UserId;
  foundAt: Date;
}
