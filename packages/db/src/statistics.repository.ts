import type { CallPurpose, UserId } from '@heliograph/domain';
import { sql } from 'kysely';
import type { OrgTx } from './database.ts';

/** Whose calls are counted: a person's, or everybody's. */
interface Whose {
  readonly user?: UserId | undefined;
}

/** Since when somebody, or the organisation, has been here, ms. */
export async function readMemberSince(tx: OrgTx, { user }: Whose): Promise<number> {
  const { since } = await tx
    .selectFrom('member')
    .select((row) => row.fn.min('createdAt').as('since'))
    .where('orgId', '=', tx.org)
    .where((row) => (user === undefined ? row.lit(true) : row('userId', '=', user)))
    .executeTakeFirstOrThrow();
  return since.getTime();
}

/** Calls that were answered, by what they were for; and by how many people. */
export interface Answered {
  readonly purpose: CallPurpose;
  readonly calls: number;
  readonly people: number;
}

/** @param since ms; answers before do not count */
export async function countAnswered(tx: OrgTx, { user, since = 0 }: Whose & { readonly since?: number }): Promise<Answered[]> {
  const rows = await tx
    .selectFrom('modelCall')
    .select(['purpose', sql<number>`count(*)`.as('calls'), sql<number>`count(distinct user_id)`.as('people')])
    .where('orgId', '=', tx.org)
    .where('status', '=', 'done')
    .where('at', '>=', new Date(since))
    .where((row) => (user === undefined ? row.lit(true) : row('userId', '=', user)))
    .groupBy('purpose')
    .execute();
  return rows;
}

/** How much was said to the assistant. */
export interface Talk {
  readonly conversations: number;
  readonly questions: number;
}

/** @param since ms; what was asked before does not count */
export async function countTalk(tx: OrgTx, { user, since = 0 }: Whose & { readonly since?: number }): Promise<Talk> {
  const row = await tx
    .selectFrom('question')
    .innerJoin('conversation', (join) =>
      join.onRef('conversation.orgId', '=', 'question.orgId').onRef('conversation.id', '=', 'question.conversationId'),
    )
    .select([sql<number>`count(distinct conversation.id)`.as('conversations'), sql<number>`count(*)`.as('questions')])
    .where('question.orgId', '=', tx.org)
    .where('question.askedAt', '>=', new Date(since))
    .where('conversation.removedAt', 'is', null)
    .where((own) => (user === undefined ? own.lit(true) : own('conversation.authorId', '=', user)))
    .executeTakeFirstOrThrow();
  return row;
}

/** Which model's answer was taken where several stood side by side, the most chosen first. */
export async function countChosen(tx: OrgTx, { user }: Whose): Promise<{ readonly model: string; readonly chosen: number }[]> {
  return tx
    .selectFrom('answer')
    .innerJoin('question', (join) => join.onRef('question.orgId', '=', 'answer.orgId').onRef('question.id', '=', 'answer.questionId'))
    .innerJoin('conversation', (join) =>
      join.onRef('conversation.orgId', '=', 'question.orgId').onRef('conversation.id', '=', 'question.conversationId'),
    )
    .select(['answer.model', sql<number>`count(*)`.as('chosen')])
    .where('answer.orgId', '=', tx.org)
    .where('answer.chosen', '=', true)
    .where((one) =>
      one.exists(
        one
          .selectFrom('answer as other')
          .select('other.id')
          .whereRef('other.orgId', '=', 'answer.orgId')
          .whereRef('other.questionId', '=', 'answer.questionId')
          .whereRef('other.id', '!=', 'answer.id'),
      ),
    )
    .where((own) => (user === undefined ? own.lit(true) : own('conversation.authorId', '=', user)))
    .groupBy('answer.model')
    .orderBy('chosen', 'desc')
    .orderBy('answer.model')
    .execute();
}
