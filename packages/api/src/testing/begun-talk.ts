import { insertAnswers, insertConversation, insertQuestion, withOrg } from '@heliograph/db';
import type { UserId } from '@heliograph/domain';
import {
  type AnswerId,
  answerIdSchema,
  type ConversationId,
  conversationIdSchema,
  type QuestionId,
  questionIdSchema,
} from '@heliograph/domain/assistant';
import type { TestServer } from './test-server.ts';

/** A conversation of one question that got no answer. */
export interface BegunTalk {
  readonly id: ConversationId;
  readonly question: QuestionId;
  readonly answer: AnswerId;
}

export const newTalk = (): BegunTalk => ({
  id: conversationIdSchema.parse(crypto.randomUUID()),
  question: questionIdSchema.parse(crypto.randomUUID()),
  answer: answerIdSchema.parse(crypto.randomUUID()),
});

/** Puts a conversation into the first organisation. Its words hold the canary. */
export async function begunTalk({ deps, own }: TestServer, author: UserId, talk: BegunTalk = newTalk()): Promise<BegunTalk> {
  const { id, question, answer } = talk;
  const now = deps.now();
  await withOrg(deps.db, own, async (tx) => {
    await insertConversation(tx, { id, author, title: own.canary, titleFrom: 'author', folder: '', now });
    const none = { parent: null, context: null, sources: [], safety: null };
    await insertQuestion(tx, { ...none, id: question, conversation: id, text: own.canary, language: 'fr', askedAt: now });
    await insertAnswers(tx, [{ id: answer, question, place: 0, provider: 'x', model: 'x', reason: null, status: 'failed', problem: 'key' }], now);
  });
  return talk;
}
