import type * as z from 'zod/mini';
import type { AssetContext } from '../asset/context.ts';
import type { Decimal } from '../decimal.ts';
import type { SiteCondition } from '../measurement/definition.ts';
import type { Severity } from '../procedure/codes.ts';
import type { StepOf } from '../procedure/step-base.ts';
import type { Localized } from '../text.ts';

/** Where an answer stands. `none`: recorded without a verdict (no limit, or an input of the formula is missing). */
export type Outcome = 'pass' | 'watch' | 'fail' | 'none';

/** A limit as it was applied: its numbers, and why anyone should believe them. */
export interface AppliedLimit {
  readonly min: Decimal | null;
  readonly max: Decimal | null;
  readonly unit: string;
  readonly kind: 'standard' | 'manufacturer' | 'site' | 'practice';
  readonly source: Localized | null;
  readonly confirmed: boolean;
}

/** What an answer means and what follows from it. Computed alike on phone and server. */
export interface Evaluation {
  readonly outcome: Outcome;
  readonly standing: { readonly kind: 'inside' } | { readonly kind: 'below' | 'above'; readonly by: Decimal } | null;
  readonly limit: AppliedLimit | null;
  /** Value the formula expected, and the inputs it used. */
  readonly expected: Decimal | null;
  readonly inputs: Readonly<Record<string, Decimal>>;
  readonly finding: string | null;
  readonly severity: Severity | null;
  readonly stopsWork: boolean;
  readonly suspends: boolean;
  readonly message: Localized | null;
  readonly openProcedure: string | null;
}

/** What an evaluation may look at beside the step itself. */
export interface EvaluationContext {
  /** The asset in hand; inside a repeat, the item where it is an asset. */
  readonly asset: AssetContext | null;
  /** Numeric answer of another step, at the same item where both repeat; null while unanswered. */
  numberOf(stepId: string): Decimal | null;
  /** Choice or check answer of another step. */
  valueOf(stepId: string): string | null;
  /** Reading of the conditions' card, else of the step that stands in for it; null where there is neither. */
  conditionOf(name: SiteCondition): Decimal | null;
  /** Readings of the other items of this step, for comparisons between neighbours. */
  peersOf(stepId: string): readonly Decimal[];
  isConfirmed(stepId: string): boolean;
}

/** One kind of step: its definition in a procedure, the answer it takes, and what that answer means. Three files add one. */
export interface StepKindModule<Kind extends string, Definition extends z.core.$ZodType, Response extends z.core.$ZodType> {
  readonly kind: Kind;
  /** The part of a step that only this kind has. */
  readonly definition: Definition;
  /** Never tightened once released: old phones keep sending old answers. */
  readonly response: Response;
  evaluate(step: StepOf<Kind, Definition>, response: z.infer<Response>, context: EvaluationContext): Evaluation;
  /** The answer in one line for lists, history and reports. */
  summarize(step: StepOf<Kind, Definition>, response: z.infer<Response>): Summary;
  /** What a new step of this kind starts with, before anybody wrote anything. */
  readonly blank: Partial<z.infer<Definition>>;
  /** Feeds the contract suite, the preview page and the seed. */
  readonly example: { readonly step: z.infer<Definition>; readonly responses: readonly z.infer<Response>[] };
}

/** Language-free pieces that the screen writes in the reader's language. */
export type Summary =
  | { readonly kind: 'number'; readonly value: Decimal; readonly unit: string; readonly unitLabel: Localized | null }
  | { readonly kind: 'label'; readonly label: Localized }
  | { readonly kind: 'check'; readonly value: 'ok' | 'fail' | 'na' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'done' };

export const defineStepKind = <Kind extends string, Definition extends z.core.$ZodType, Response extends z.core.$ZodType>(
  module: StepKindModule<Kind, Definition, Response>,
): StepKindModule<Kind, Definition, Response> => module;
