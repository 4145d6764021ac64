import type { UserId } from '@heliograph/domain';
import type { AskingContext, ConversationId, QuestionId } from '@heliograph/domain/assistant';
import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely';
import type { OrgTx } from './database.ts';
import type { Schema } from './schema.ts';
import { containing } from './text-search.ts';

/** A conversation as a list shows it. Instants in ms. */
export interface Conversation {
  readonly id: ConversationId;
  readonly author: UserId;
  readonly title: string;
  readonly titleFrom: 'question' | 'model' | 'author';
  readonly folder: string;
  readonly isPinned: boolean;
  readonly leaf: QuestionId | null;
  readonly summary: string | null;
  readonly summaryUntil: QuestionId | null;
  readonly sharedAt: number | null;
  readonly createdAt: number;
  readonly movedAt: number;
}

interface NewConversation {
  readonly id: ConversationId;
  readonly author: UserId;
  readonly title: string;
  readonly titleFrom: Conversation['titleFrom'];
  readonly folder: string;
  readonly now: number;
}

/** Makes a conversation. Undefined: it is there already, as a phone that lost the answer asks again. */
export async function insertConversation(tx: OrgTx, { author, now, ...row }: NewConversation): Promise<Conversation | undefined> {
  const made = await tx
    .insertInto('conversation')
    .values({ ...row, orgId: tx.org, authorId: author, createdAt: new Date(now), movedAt: new Date(now) })
    .onConflict((conflict) => conflict.columns(['orgId', 'id']).doNothing())
    .returning(COLUMNS)
    .executeTakeFirst();
  return made && conversationOf(made);
}

/** A conversation of this person, or one that a colleague shares; removed ones are nobody's. */
export async function findConversation(tx: OrgTx, reader: UserId, id: ConversationId): Promise<Conversation | undefined> {
  const row = await conversations(tx)
    .where('id', '=', id)
    .where((row) => row.or([row('authorId', '=', reader), row('sharedAt', 'is not', null)]))
    .executeTakeFirst();
  return row && conversationOf(row);
}

/** The same for its author alone, held until the end of the transaction. */
export async function lockConversation(tx: OrgTx, author: UserId, id: ConversationId): Promise<Conversation | undefined> {
  const row = await conversations(tx).where('id', '=', id).where('authorId', '=', author).forUpdate().executeTakeFirst();
  return row && conversationOf(row);
}

interface Page {
  readonly limit: number;
  readonly folder?: string | undefined;
  readonly before?: { readonly isPinned: boolean; readonly movedAt: number; readonly id: string } | undefined;
}

/** A person's own conversations: pinned ones first, then the newest. */
export async function listConversations(tx: OrgTx, author: UserId, { limit, folder, before }: Page): Promise<Conversation[]> {
  const rows = await conversations(tx)
    .where('authorId', '=', author)
    .$if(folder !== undefined, (all) => all.where('folder', '=', folder ?? ''))
    .$if(before !== undefined, (all) =>
      all.where(
        sql<boolean>`(pinned, moved_at, id) < (${before?.isPinned}::boolean, ${new Date(before?.movedAt ?? 0)}::timestamptz, ${before?.id}::uuid)`,
      ),
    )
    .orderBy('pinned', 'desc')
    .orderBy('movedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(conversationOf);
}

/** The person's folders with how many conversations each holds. */
export const listFolders = (tx: OrgTx, author: UserId): Promise<{ name: string; count: number }[]> =>
  tx
    .selectFrom('conversation')
    .select(['folder as name', sql<number>`count(*)::int`.as('count')])
    .where('orgId', '=', tx.org)
    .where('authorId', '=', author)
    .where('removedAt', 'is', null)
    .groupBy('folder')
    .orderBy('folder')
    .execute();

/** A person's conversations in whose title, questions or answers every word is found, newest first. */
export async function searchConversations(tx: OrgTx, author: UserId, { query, limit }: { query: string; limit: number }): Promise<Conversation[]> {
  const rows = await conversations(tx)
    .where('authorId', '=', author)
    .where(saying(query))
    .orderBy('movedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(conversationOf);
}

const SAID = sql`concat_ws(' ', conversation.title, (
  select string_agg(concat_ws(' ', question.text, (
    select string_agg(answer.text, ' ') from answer where answer.org_id = question.org_id and answer.question_id = question.id)), ' ')
  from question where question.org_id = conversation.org_id and question.conversation_id = conversation.id))`;
const saying = (query: string): Expression<SqlBool> => {
  const row = expressionBuilder<Schema, 'conversation'>();
  return row.and([containing(SAID, query)]);
};

interface ConversationChange {
  readonly title?: string | undefined;
  readonly titleFrom?: Conversation['titleFrom'] | undefined;
  readonly folder?: string | undefined;
  readonly isPinned?: boolean | undefined;
  readonly leaf?: QuestionId | undefined;
  readonly summary?: { readonly text: string; readonly until: QuestionId } | undefined;
  /** ms */
  readonly sharedAt?: number | null | undefined;
  readonly movedAt?: number | undefined;
}

/** Changes what is given, of a conversation that was found or locked for its author. */
export async function changeConversation(tx: OrgTx, id: ConversationId, change: ConversationChange): Promise<void> {
  const { title, titleFrom, folder, isPinned, leaf, summary, sharedAt, movedAt } = change;
  const columns = {
    ...{ title, titleFrom, folder, pinned: isPinned, leafId: leaf, summary: summary?.text, summaryUntil: summary?.until },
    sharedAt: sharedAt == null ? sharedAt : new Date(sharedAt),
    movedAt: movedAt === undefined ? undefined : new Date(movedAt),
  };
  const given = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
  if (Object.keys(given).length === 0) return;
  await tx.updateTable('conversation').set(given).where('orgId', '=', tx.org).where('id', '=', id).execute();
}

/** Takes an author's conversation out of sight, or puts it back. Says whether it was there. */
export async function setRemoved(tx: OrgTx, author: UserId, { id, removedAt }: { id: ConversationId; removedAt: number | null }): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('conversation')
    .set({ removedAt: removedAt === null ? null : new Date(removedAt), ...(removedAt === null ? {} : { sharedAt: null }) })
    .where('orgId', '=', tx.org)
    .where('id', '=', id)
    .where('authorId', '=', author)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Deletes for good what this person removed before an instant, with every question and answer in it. */
export async function deleteRemoved(tx: OrgTx, author: UserId, before: number): Promise<void> {
  await tx.deleteFrom('conversation').where('orgId', '=', tx.org).where('authorId', '=', author).where('removedAt', '<', new Date(before)).execute();
}

export interface StoredQuestion {
  readonly id: QuestionId;
  readonly conversation: ConversationId;
  readonly parent: QuestionId | null;
  readonly text: string;
  readonly language: string;
  readonly context: AskingContext | null;
  readonly sources: readonly unknown[];
  readonly safety: unknown;
  readonly askedAt: number;
}

/** Keeps a question. False: it is there already, and whoever sent it again only wants to hear the answer. */
export async function insertQuestion(
  tx: OrgTx,
  { conversation, parent, context, sources, safety, askedAt, ...row }: StoredQuestion,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('question')
    .values({
      ...{ ...row, orgId: tx.org, conversationId: conversation, parentId: parent, askedAt: new Date(askedAt) },
      context: context === null ? null : JSON.stringify(context),
      sources: JSON.stringify(sources),
      safety: safety == null ? null : JSON.stringify(safety),
    })
    .onConflict((conflict) => conflict.columns(['orgId', 'id']).doNothing())
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Every question of a conversation, all branches, oldest first. */
export async function listQuestions(tx: OrgTx, conversation: ConversationId): Promise<StoredQuestion[]> {
  const rows = await questions(tx).where('conversationId', '=', conversation).orderBy('askedAt').orderBy('id').execute();
  return rows.map(questionOf);
}

/** Whether the same was asked at the same place before: its answer did not do. */
export async function wasAsked(tx: OrgTx, { id, conversation, parent, text }: Pick<StoredQuestion, 'id' | 'conversation' | 'parent' | 'text'>) {
  const found = await questions(tx)
    .where('conversationId', '=', conversation)
    .where('parentId', parent === null ? 'is' : '=', parent)
    .where('text', '=', text)
    .where('id', '!=', id)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

export async function findQuestion(tx: OrgTx, id: QuestionId): Promise<StoredQuestion | undefined> {
  const row = await questions(tx).where('id', '=', id).executeTakeFirst();
  return row && questionOf(row);
}

const questions = (tx: OrgTx) =>
  tx
    .selectFrom('question')
    .select(['id', 'conversationId as conversation', 'parentId as parent', 'text', 'language', 'context', 'sources', 'safety', 'askedAt'])
    .where('orgId', '=', tx.org);
type QuestionRow = Awaited<ReturnType<ReturnType<typeof questions>['executeTakeFirstOrThrow']>>;
const questionOf = ({ askedAt, ...row }: QuestionRow): StoredQuestion => ({ ...row, askedAt: askedAt.getTime() });

const COLUMNS = [
  ...(['id', 'authorId as author', 'title', 'titleFrom', 'folder', 'pinned as isPinned', 'leafId as leaf'] as const),
  ...(['summary', 'summaryUntil', 'sharedAt', 'createdAt', 'movedAt'] as const),
] as const;

const conversations = (tx: OrgTx) => tx.selectFrom('conversation').select(COLUMNS).where('orgId', '=', tx.org).where('removedAt', 'is', null);
type Row = Awaited<ReturnType<ReturnType<typeof conversations>['executeTakeFirstOrThrow']>>;

const conversationOf = ({ sharedAt, createdAt, movedAt, ...row }: Row): Conversation => ({
  ...row,
  sharedAt: sharedAt?.getTime() ?? null,
  createdAt: createdAt.getTime(),
  movedAt: movedAt.getTime(),
});
