import type { Expression } from '../expression/tree.ts';

/** What became of a question, as far as conditions can ask it. */
export type Target =
  /** One step, or one for each answer of another (a cascade): of those only one is shown. */
  | { readonly kind: 'choice'; readonly steps: readonly ChoiceStep[]; readonly isSure: boolean }
  /** A step for each option, answered yes or no. */
  | { readonly kind: 'several'; readonly options: ReadonlyMap<string, string>; readonly isSure: boolean }
  | { readonly kind: 'acknowledged'; readonly step: string }
  | { readonly kind: 'number'; readonly step: string; readonly isInteger: boolean; readonly limit: MadeLimit | null }
  | { readonly kind: 'calculation'; readonly tree: Expression }
  | { readonly kind: 'words' }
  | { readonly kind: 'gone' };

export interface ChoiceStep {
  readonly id: string;
  /** The code of each name. */
  readonly codes: ReadonlyMap<string, string>;
}

/** A limit on one side only: then out of range means exactly beyond it. */
export interface MadeLimit {
  readonly side: 'min' | 'max';
  readonly at: string;
}

export const YES = 'yes';
export const NO = 'no';
export const CHECKED = ['ok', 'fail', 'na'] as const;
