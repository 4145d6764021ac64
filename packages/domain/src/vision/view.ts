import type { Reminder } from '../assistant/safety/index.ts';
import type { AssetId, ExecutionId, PhotoHash, SiteId, UserId } from '../ids.ts';
import type { Severity } from '../procedure/codes.ts';
import type { Language, Localized } from '../text.ts';
import type { Pair, Tally } from './agreement.ts';
import type { AnalysisId, AnalysisProblem, AnalysisState } from './analysis.ts';
import type { Band, ShownDefect } from './band.ts';
import type { Outcome } from './decision.ts';
import type { Box, StatedDefect } from './defect.ts';
import type { Condition, Suggestion } from './proposal.ts';

/** A class of the closed list, as screens name it: `vision.classes`. */
export interface ClassChoice {
  readonly code: string;
  readonly group: string;
  readonly label: Localized;
  readonly defaultSeverity: Severity;
}

/** A proposal as it may be shown: never one below the threshold. */
export interface ShownProposal {
  readonly equipment: string;
  readonly condition: Condition;
  readonly defects: readonly (ShownDefect & { readonly label: Localized })[];
  /** Defects that the model was too unsure of. */
  readonly heldBack: number;
  readonly interpretation: string;
  readonly recommendedAction: string;
  readonly suggestions: readonly Suggestion[];
  /** What must be said beside it: words in `REMINDER_WORDS` of `@heliograph/domain/assistant/safety`. */
  readonly mustSay: readonly Reminder[];
}

/** A row of `vision.list`. Instants in ms. */
export interface AnalysisSummary {
  readonly id: AnalysisId;
  readonly revision: number;
  readonly state: AnalysisState;
  readonly problem: AnalysisProblem | null;
  /** Null until there is a proposal. */
  readonly band: Band | null;
  readonly photo: PhotoHash;
  readonly language: Language;
  readonly author: { readonly id: UserId; readonly name: string };
  readonly askedAt: number;
  readonly execution: ExecutionId | null;
  readonly step: string | null;
  readonly asset: { readonly id: AssetId; readonly name: string } | null;
  readonly site: { readonly id: SiteId; readonly name: string } | null;
  /** The gravest defect that may be shown, or that was decided. */
  readonly defect: { readonly class: string; readonly label: Localized; readonly severity: Severity } | null;
  readonly outcome: Outcome | null;
}

/** `vision.get`. */
export interface AnalysisView extends AnalysisSummary {
  /** Null while there is none, and where it is too unsure to be shown: then `band` says `unsure`. */
  readonly proposal: ShownProposal | null;
  readonly decision: AnalysisDecision | null;
  readonly findings: readonly FindingSummary[];
  /** Whether the viewer has the right to decide. */
  readonly mayDecide: boolean;
  /** Whether the viewer may ask again, or give it up: who asked, and who decides. An analysis that a phone kept before says nothing of it. */
  readonly mayAskAgain?: boolean;
  readonly mayStop?: boolean;
  /** Who answered, how sure, under which threshold and rules, in what time, for how much; null until a model was asked. */
  readonly call: {
    readonly model: string;
    readonly promptVersion: string;
    readonly confidence: number | null;
    readonly threshold: number;
    readonly totalMs: number | null;
    /** Billionths of the organisation's currency. */
    readonly cost: number;
    readonly tokens: number;
  } | null;
}

export interface AnalysisDecision {
  readonly outcome: Outcome;
  readonly by: { readonly id: UserId; readonly name: string };
  readonly at: number;
  readonly comment: string;
  /** What is there, in the person's word. */
  readonly defects: readonly (StatedDefect & { readonly label: Localized })[];
}

/** A row of `finding.list`. */
export interface FindingSummary {
  readonly id: string;
  readonly class: string;
  readonly label: Localized;
  readonly severity: Severity;
  readonly state: FindingState;
  readonly text: string;
  readonly photo: PhotoHash;
  readonly box: Box | null;
  readonly analysis: AnalysisId;
  readonly asset: { readonly id: AssetId; readonly name: string } | null;
  readonly site: { readonly id: SiteId; readonly name: string } | null;
  readonly execution: ExecutionId | null;
  readonly step: string | null;
  /** Who asked for the analysis, and who decided. */
  readonly author: { readonly id: UserId; readonly name: string };
  readonly decidedBy: { readonly id: UserId; readonly name: string };
  readonly at: number;
}

export const FINDING_STATES = ['open', 'planned', 'resolved', 'dismissed'] as const;
export type FindingState = (typeof FINDING_STATES)[number];

/** How often people and models agree. */
export interface AgreementRow extends Tally {
  /** A class, a model, or a month `yyyy-mm`. */
  readonly key: string;
}

/** `vision.agreement`. */
export interface Agreement {
  /** Analyses decided, by what was decided. */
  readonly decided: Readonly<Record<Outcome, number>>;
  /** Analyses that wait for a decision. */
  readonly toDecide: number;
  readonly total: Tally;
  readonly classes: readonly AgreementRow[];
  readonly models: readonly AgreementRow[];
  readonly months: readonly AgreementRow[];
  /** What was called what, the most frequent first. */
  readonly confusion: readonly (Pair & { readonly count: number })[];
  /** Words for every class that occurs. */
  readonly labels: Readonly<Record<string, Localized>>;
}
