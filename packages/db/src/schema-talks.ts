import type { OrganisationId, UserId } from '@heliograph/domain';
import type { AnswerId, AskingContext, ConversationId, QuestionId } from '@heliograph/domain/assistant';
import type { ColumnType, Generated } from 'kysely';

/** The tables of the assistant's conversations, a part of `Schema`. */

/** Written as JSON text, as in `schema.ts`. */
type Json<T> = ColumnType<T, string, string>;
type JsonWithDefault<T> = ColumnType<T, string | undefined, string>;

/** A course of questions to the assistant: its author's, and nobody else's until they share it. */
export interface ConversationTable {
  orgId: OrganisationId;
  id: ConversationId;
  authorId: UserId;
  title: string;
  /** Whose words the title is: a better one is made once, and never over the author's own. */
  titleFrom: Generated<'question' | 'model' | 'author'>;
  /** Empty: the folder that all begin in. */
  folder: Generated<string>;
  pinned: Generated<boolean>;
  /** The last question of the branch that is shown. */
  leafId: QuestionId | null;
  /** What was said up to `summaryUntil`, in a few lines. */
  summary: string | null;
  summaryUntil: QuestionId | null;
  sharedAt: Date | null;
  createdAt: Date;
  /** Of the last question. */
  movedAt: Date;
  removedAt: Date | null;
}

export interface QuestionTable {
  orgId: OrganisationId;
  id: QuestionId;
  conversationId: ConversationId;
  parentId: QuestionId | null;
  text: string;
  language: string;
  context: Json<AskingContext> | null;
  /** What was found for it, in the order of the numbers in the answers. */
  sources: JsonWithDefault<unknown[]>;
  /** What the rules of safety said of it. */
  safety: Json<unknown> | null;
  askedAt: Date;
}

/** One model's answer: written piece by piece by one process, read by any. */
export interface AnswerTable {
  orgId: OrganisationId;
  id: AnswerId;
  questionId: QuestionId;
  place: number;
  provider: string;
  model: string;
  /** Why the router took this model. */
  reason: string | null;
  status: 'writing' | 'done' | 'stopped' | 'cut' | 'failed';
  text: Generated<string>;
  /** Code of what went wrong. */
  problem: string | null;
  firstWordMs: number | null;
  totalMs: number | null;
  tokensIn: number | null;
  tokensOut: number | null;
  /** Billionths of the organisation's currency. */
  cost: number | null;
  chosen: Generated<boolean>;
  stopAsked: Generated<boolean>;
  startedAt: Date;
  /** When its writer was last seen at work: a process that died leaves answers that nobody ends. */
  aliveAt: Date;
}
