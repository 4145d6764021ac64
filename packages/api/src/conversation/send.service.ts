import { findConversation, withOrg } from '@heliograph/db';
import { refuse } from '@heliograph/domain';
import { type AskedQuestion, LONGEST_QUESTION } from '@heliograph/domain/assistant';
import type { Actor } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { betterTitle, shorterHistory } from './afterwards.ts';
import { askReady } from './asker.ts';
import type { AnswerEvent } from './events.ts';
import { follow } from './follow.service.ts';
import { type AskedTurn, type Prepared, prepare } from './prepare.ts';
import { writeAnswer } from './write-answer.ts';

export type SendPorts = Pick<Deps, 'db' | 'now' | 'hub' | 'log' | 'keys' | 'models' | 'environmentProvider'>;

/**
 * Asks, and reads along. The answers are written whether or not anybody goes on reading; the same question sent again is only read.
 * @throws AppError TOO_LARGE `question`, NOT_FOUND, TOO_MANY with `retryAfter`
 */
export async function* send(
  deps: SendPorts,
  actor: Actor,
  { asked, signal }: { asked: AskedQuestion; signal: AbortSignal },
): AsyncGenerator<AnswerEvent> {
  if (asked.text.length > LONGEST_QUESTION) refuse('TOO_LARGE', { reason: 'question', most: LONGEST_QUESTION });
  if (asked.text.trim() === '') refuse('INVALID', { fields: ['text'] });
  const prepared = await prepare(deps, actor, asked);
  if (prepared !== null)
    deps.hub.during(writeAll(deps, actor, { asked: prepared.asked, prepared }).catch((error) => deps.log.error('answers', error)));
  yield* follow(deps, actor, { question: asked.id, signal, asked: prepared?.kept });
}

/** Every model on its own: one that fails keeps no other from going on. */
export async function writeAll(deps: SendPorts, actor: Actor, { asked, prepared }: { asked: AskedTurn; prepared: Prepared }): Promise<void> {
  const { askedAt, answers } = prepared;
  // All pens at once, before the first reader looks.
  const written = answers.map(({ id, ready }) => {
    const pen = deps.hub.begin(asked.id, id);
    return writeAnswer(deps, askReady(deps, ready, pen.stopped), { org: actor.org, answer: id, pen, askedAt });
  });
  const ends = await Promise.allSettled(written);
  for (const end of ends) if (end.status === 'rejected') deps.log.error('answer', end.reason);
  const [model] = answers;
  if (model === undefined || !ends.some((end) => end.status === 'fulfilled' && end.value.status === 'done')) return;
  const conversation = await withOrg(deps.db, actor, (tx) => findConversation(tx, actor.user, asked.conversation));
  if (conversation === undefined) return;
  await betterTitle(deps, actor, { conversation, asked, model });
  await shorterHistory(deps, actor, { conversation, asked, model });
}
