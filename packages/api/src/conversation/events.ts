import type { StoredAnswer } from '@heliograph/db';
import type { AnswerId, QuestionId } from '@heliograph/domain/assistant';

/** How an answer ended, with its figures: durations in ms, cost in billionths of the organisation's currency. */
export type AnswerEnd = Pick<StoredAnswer, 'status' | 'problem' | 'firstWordMs' | 'totalMs' | 'tokensIn' | 'tokensOut' | 'cost'>;

/** Whose words these are. */
interface From {
  readonly question: QuestionId;
  readonly answer: AnswerId;
  readonly place: number;
  readonly provider: string;
  readonly model: string;
  readonly reason: string | null;
}

/**
 * What a reader of a question hears: pieces of each answer, then exactly one end of each. Where no model is asked, the organisation's own
 * library answers, and says so.
 */
export type AnswerEvent =
  /** `at`: how much of the answer comes before it, in UTF-16 units. A reader who has it already is not told twice. */
  | (From & { readonly delta: string; readonly at: number })
  | (From & { readonly done: AnswerEnd })
  | (From & { readonly error: AnswerEnd })
  | {
      readonly question: QuestionId;
      readonly provider: 'library';
      readonly model: 'library';
      readonly found: { readonly sources: readonly unknown[]; readonly safety: unknown };
      /** No model answers: this is all there is. */
      readonly done?: true;
    };
