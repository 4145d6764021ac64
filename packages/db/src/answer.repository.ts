import type { AnswerId, AnswerStatus, ConversationId, QuestionId } from '@heliograph/domain/assistant';
import { sql } from 'kysely';
import type { OrgTx } from './database.ts';

/** One model's answer as it stands. Instants and durations in ms. */
export interface StoredAnswer {
  readonly id: AnswerId;
  readonly question: QuestionId;
  readonly place: number;
  readonly provider: string;
  readonly model: string;
  readonly reason: string | null;
  readonly status: AnswerStatus;
  readonly text: string;
  readonly problem: string | null;
  readonly firstWordMs: number | null;
  readonly totalMs: number | null;
  readonly tokensIn: number | null;
  readonly tokensOut: number | null;
  readonly cost: number | null;
  readonly isChosen: boolean;
  readonly aliveAt: number;
}

export type NewAnswer = Pick<StoredAnswer, 'id' | 'question' | 'place' | 'provider' | 'model' | 'reason' | 'status' | 'problem'>;

export async function insertAnswers(tx: OrgTx, answers: readonly NewAnswer[], now: number): Promise<void> {
  if (answers.length === 0) return;
  const at = { startedAt: new Date(now), aliveAt: new Date(now) };
  const rows = answers.map(({ question, ...row }) => ({ ...row, ...at, orgId: tx.org, questionId: question }));
  await tx.insertInto('answer').values(rows).execute();
}

/** Adds a piece to an answer and says that its writer lives. True: somebody wants it to stop. */
export async function addPiece(tx: OrgTx, id: AnswerId, { piece, now }: { piece: string; now: number }): Promise<boolean> {
  const row = await tx
    .updateTable('answer')
    .set({ aliveAt: new Date(now), ...(piece === '' ? {} : { text: sql<string>`text || ${piece}` }) })
    .where('orgId', '=', tx.org)
    .where('id', '=', id)
    .returning('stopAsked')
    .executeTakeFirst();
  // The conversation was deleted under it.
  return row?.stopAsked ?? true;
}

export type Ending = Pick<StoredAnswer, 'status' | 'problem' | 'firstWordMs' | 'totalMs' | 'tokensIn' | 'tokensOut' | 'cost'>;

/** How an answer ended. Only its writer says so, once. */
export async function endAnswer(tx: OrgTx, id: AnswerId, ending: Ending): Promise<void> {
  await tx.updateTable('answer').set(ending).where('orgId', '=', tx.org).where('id', '=', id).where('status', '=', 'writing').execute();
}

/** Opens an answer once more of which no word ever came. Returns whether it was so. */
export async function reopenAnswer(tx: OrgTx, id: AnswerId, now: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('answer')
    .set({ status: 'writing', problem: null, stopAsked: false, startedAt: new Date(now), aliveAt: new Date(now) })
    .set({ firstWordMs: null, totalMs: null, tokensIn: null, tokensOut: null, cost: null })
    .where('orgId', '=', tx.org)
    .where('id', '=', id)
    .where('status', '=', 'failed')
    .where('text', '=', '')
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Asks the writers of a question's answers, whatever process they are in, to stop: all of them, or one. */
export async function askToStop(tx: OrgTx, question: QuestionId, answer?: AnswerId): Promise<AnswerId[]> {
  const rows = await tx
    .updateTable('answer')
    .set({ stopAsked: true })
    .where('orgId', '=', tx.org)
    .where('questionId', '=', question)
    .where('status', '=', 'writing')
    .where((row) => (answer === undefined ? row.lit(true) : row('id', '=', answer)))
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Marks one answer of a question as the better one; the conversation goes on from it. */
export async function chooseAnswer(tx: OrgTx, question: QuestionId, answer: AnswerId): Promise<void> {
  await tx
    .updateTable('answer')
    .set({ chosen: sql<boolean>`id = ${answer}::uuid` })
    .where('orgId', '=', tx.org)
    .where('questionId', '=', question)
    .execute();
}

/** The answers of these questions, by question and place. */
export async function listAnswers(tx: OrgTx, questions: readonly QuestionId[]): Promise<StoredAnswer[]> {
  if (questions.length === 0) return [];
  const rows = await answers(tx).where('questionId', 'in', questions).orderBy('questionId').orderBy('place').execute();
  return rows.map(({ aliveAt, ...row }) => ({ ...row, aliveAt: aliveAt.getTime() }));
}

export async function findAnswer(tx: OrgTx, id: AnswerId): Promise<StoredAnswer | undefined> {
  const row = await answers(tx).where('id', '=', id).executeTakeFirst();
  return row && { ...row, aliveAt: row.aliveAt.getTime() };
}

/** Ends what a process that died left behind: answers of a conversation whose writer was not seen since `before`. */
export async function endAbandoned(tx: OrgTx, conversation: ConversationId, before: number): Promise<void> {
  await tx
    .updateTable('answer')
    .set({ status: 'cut', problem: 'server' })
    .where('orgId', '=', tx.org)
    .where('status', '=', 'writing')
    .where('aliveAt', '<', new Date(before))
    .where('questionId', 'in', (row) =>
      row.selectFrom('question').select('question.id').where('question.orgId', '=', tx.org).where('question.conversationId', '=', conversation),
    )
    .execute();
}

const answers = (tx: OrgTx) =>
  tx
    .selectFrom('answer')
    .select(['id', 'questionId as question', 'place', 'provider', 'model', 'reason', 'status', 'text', 'problem', 'firstWordMs', 'totalMs'])
    .select(['tokensIn', 'tokensOut', 'cost', 'chosen as isChosen', 'aliveAt'])
    .where('orgId', '=', tx.org);
