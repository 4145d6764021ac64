import { findAnswer, type OrgTx, reopenAnswer, withOrg } from '@heliograph/db';
import { languageSchema, refuse, routeQuestion } from '@heliograph/domain';
import type { AnswerId, QuestionId } from '@heliograph/domain/assistant';
import type { Source } from '@heliograph/domain/assistant/grounding';
import type { Actor } from '../auth/actor.ts';
import { limitQuestions } from '../auth/throttle.ts';
import { openingIn } from '../provider/choices.ts';
import { readyAll } from './asker.ts';
import { ownQuestion } from './conversation.service.ts';
import { type AskedTurn, isJudgedBad, messagesOf, type Prepared, readBranch } from './prepare.ts';
import { type SendPorts, writeAll } from './send.service.ts';

/**
 * Asks a model again that gave no answer, in its place beside the others: they stay as they are. An answer of which a single word came is
 * nobody's to throw away: its question is asked again instead.
 * @throws AppError NOT_FOUND, CONFLICT `answered`, TOO_MANY with `retryAfter`
 */
export async function askAgain(deps: SendPorts, actor: Actor, answer: AnswerId): Promise<{ question: QuestionId }> {
  const work = await withOrg(deps.db, actor, (tx) => reopen(tx, deps, { actor, answer }));
  deps.hub.during(writeAll(deps, actor, work).catch((error) => deps.log.error('answers', error)));
  return { question: work.asked.id };
}

async function reopen(
  tx: OrgTx,
  deps: SendPorts,
  { actor, answer: id }: { actor: Actor; answer: AnswerId },
): Promise<{ asked: AskedTurn; prepared: Prepared }> {
  const now = deps.now();
  const answer = (await findAnswer(tx, id)) ?? refuse('NOT_FOUND');
  const question = await ownQuestion(tx, actor, answer.question);
  if (!(await reopenAnswer(tx, id, now))) refuse('CONFLICT', { reason: 'answered' });
  const asked: AskedTurn = { ...question, language: languageSchema.parse(question.language) };
  const before = await readBranch(tx, asked);
  // Found by our own server, when the question was kept.
  const sources = question.sources as readonly Source[];
  const { asking, open } = await openingIn(tx, deps, actor);
  // The router took it by rules that say the same again.
  const rules = { text: question.text, attachments: 0, isEarlierBad: isJudgedBad(before.at(-1)) };
  const route = answer.reason === null ? null : routeQuestion(rules);
  const model = { id, provider: answer.provider, model: answer.model, route, strong: asking.cast.strong };
  await limitQuestions(tx, deps, actor);
  const { temperature, longestAnswer } = asking;
  const messages = await messagesOf(tx, actor, { asked, sources, before });
  const call = { purpose: 'question', subject: asked.id, messages, temperature, longestAnswer } as const;
  const answers = await readyAll(tx, actor, { models: [model], call, open, at: now });
  return { asked, prepared: { askedAt: now, answers } };
}
