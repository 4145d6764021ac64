import { setTimeout as pause } from 'node:timers/promises';
import { endAbandoned, findConversation, findQuestion, listAnswers, type StoredAnswer, type StoredQuestion, withOrg } from '@heliograph/db';
import { refuse } from '@heliograph/domain';
import type { AnswerId, QuestionId } from '@heliograph/domain/assistant';
import type { Actor } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import type { AnswerEvent } from './events.ts';
import type { Sheet } from './hub.ts';
import { ABANDONED_MS } from './write-answer.ts';

type Ports = Pick<Deps, 'db' | 'now' | 'hub'>;

export interface Following {
  readonly question: QuestionId;
  /** How much of each answer the reader has, in UTF-16 units: the stream goes on from there. */
  readonly offsets?: Readonly<Record<string, number>> | undefined;
  /** The reader goes away. */
  readonly signal: AbortSignal;
  /** What the one who has just asked knows already: the first word need not wait for it to be read back. */
  readonly asked?: Asked | undefined;
}

/** A question as it was kept, and who answers it. */
export interface Asked {
  readonly found: Pick<StoredQuestion, 'sources' | 'safety'>;
  readonly answers: readonly Answering[];
}

/** Whose words an answer is. */
export type Answering = Pick<StoredAnswer, 'id' | 'question' | 'place' | 'provider' | 'model' | 'reason'>;

/** How often answers are looked up that another process writes, ms. */
const LOOK_MS = 300;
/** Words that come within so long are told together, ms: a phone hears and draws a dozen times a second, not once for each word of each model. */
const TOGETHER_MS = 60;

/**
 * Every word of the answers to a question from where the reader left off, until the last one has ended. Reading changes nothing: whoever goes
 * away and comes back, on whatever server, reads on.
 * @throws AppError NOT_FOUND
 */
export async function* follow(deps: Ports, reader: Actor, { question: id, offsets = {}, signal, asked }: Following): AsyncGenerator<AnswerEvent> {
  const progress: Progress = { heard: new Map(Object.entries(offsets)), over: new Set() };
  for (let isFirst = true; ; isFirst = false) {
    const changed = deps.hub.changed(id);
    const { found, answers } = isFirst && asked !== undefined ? begun(deps, asked) : await look(deps, reader, id);
    if (isFirst) yield { question: id, provider: 'library', model: 'library', found, ...(answers.length === 0 ? { done: true } : {}) };
    yield* news(answers, progress);
    if (progress.over.size === answers.length) return;
    yield* live(deps, answers, { ...progress, changed, signal });
    if (signal.aborted) return;
  }
}

interface Progress {
  readonly heard: Map<string, number>;
  readonly over: Set<AnswerId>;
}

/** What each answer says that the reader has not heard. */
function* news(answers: readonly Told[], { heard, over }: Progress): Generator<AnswerEvent> {
  for (const { answer, sheet } of answers) {
    if (over.has(answer.id)) continue;
    const { id, question, place, provider, model, reason } = answer;
    const from = { question, answer: id, place, provider, model, reason };
    const at = heard.get(id) ?? 0;
    const delta = sheet.text.slice(at);
    if (delta !== '' || !heard.has(id)) yield { ...from, delta, at };
    heard.set(id, Math.max(at, sheet.text.length));
    if (sheet.end === null) continue;
    over.add(id);
    yield sheet.end.status === 'done' || sheet.end.status === 'stopped' ? { ...from, done: sheet.end } : { ...from, error: sheet.end };
  }
}

/** As long as all that is still coming is written here, the database is not asked. */
async function* live(
  { hub }: Ports,
  answers: readonly Told[],
  { changed, signal, ...progress }: Progress & { changed: Promise<void>; signal: AbortSignal },
): AsyncGenerator<AnswerEvent> {
  const left = answers.filter(({ answer }) => !progress.over.has(answer.id));
  let next = changed;
  for (;;) {
    const isHere = left.length > 0 && left.every(({ answer }) => hub.read(answer.id) !== undefined);
    await until(next, isHere ? null : LOOK_MS, signal);
    if (signal.aborted || !isHere) return;
    next = hub.changed(left[0]?.answer.question ?? ('' as QuestionId));
    const told = left.flatMap(({ answer }) => {
      const sheet = hub.read(answer.id);
      return sheet === undefined ? [] : [{ answer, sheet }];
    });
    yield* news(told, progress);
    // One of them ended, and left this process for the database.
    if (told.length < left.length) return;
    // The first word of an answer waits for nothing.
    if (told.every(({ sheet }) => sheet.text !== '')) await pause(TOGETHER_MS, undefined, { signal }).catch(() => undefined);
  }
}

/** Waits for a change, for so long, or until the reader goes away. */
async function until(change: Promise<void>, ms: number | null, signal: AbortSignal): Promise<void> {
  const { promise: over, resolve } = Promise.withResolvers<void>();
  const leave = () => resolve();
  const timer = ms === null ? undefined : setTimeout(leave, ms);
  signal.addEventListener('abort', leave);
  if (!signal.aborted) await Promise.race([change, over]);
  signal.removeEventListener('abort', leave);
  clearTimeout(timer);
}

interface Told {
  readonly answer: Answering;
  readonly sheet: Sheet;
}

/** All pens are taken up before the first look. */
const begun = ({ hub }: Ports, { found, answers }: Asked) => ({
  found,
  answers: answers.map((answer): Told => ({ answer, sheet: hub.read(answer.id) ?? { text: '', end: null } })),
});

async function look({ db, now, hub }: Ports, reader: Actor, id: QuestionId) {
  return withOrg(db, reader, async (tx) => {
    const question = (await findQuestion(tx, id)) ?? refuse('NOT_FOUND');
    if ((await findConversation(tx, reader.user, question.conversation)) === undefined) refuse('NOT_FOUND');
    await endAbandoned(tx, question.conversation, now() - ABANDONED_MS);
    const answers = await listAnswers(tx, [id]);
    const { sources, safety } = question;
    return { found: { sources, safety }, answers: answers.map((answer) => ({ answer, sheet: hub.read(answer.id) ?? sheetOf(answer) })) };
  });
}

const sheetOf = ({ text, status, ...answer }: StoredAnswer): Sheet => {
  const { problem, firstWordMs, totalMs, tokensIn, tokensOut, cost } = answer;
  return { text, end: status === 'writing' ? null : { status, problem, firstWordMs, totalMs, tokensIn, tokensOut, cost } };
};
