import {
  changeConversation,
  findConversation,
  insertAnswers,
  insertConversation,
  insertQuestion,
  listAnswers,
  listQuestions,
  lockConversation,
  type NewAnswer,
  type OrgTx,
  type StoredAnswer,
  type StoredQuestion,
  wasAsked,
  withOrg,
} from '@heliograph/db';
import { refuse } from '@heliograph/domain';
import {
  type AnswerId,
  type AskedQuestion,
  answerIdSchema,
  branchTo,
  type Exchange,
  firstTitle,
  UNSAFE,
  visibleText,
  windowOf,
} from '@heliograph/domain/assistant';
import { type PromptMessage, promptOf, type Source } from '@heliograph/domain/assistant/grounding';
import { refusalOf, safetyOf } from '@heliograph/domain/assistant/safety';
import type { Actor } from '../auth/actor.ts';
import { limitQuestions } from '../auth/throttle.ts';
import type { Deps } from '../deps.ts';
import { openingIn } from '../provider/choices.ts';
import { overLibrary, passagesIn } from '../retrieval/retrieval.service.ts';
import { type AskedModel, chooseModels, type Ready, readyAll } from './asker.ts';
import { contextIn } from './context.ts';
import type { Asked } from './follow.service.ts';

type Ports = Pick<Deps, 'db' | 'now' | 'keys' | 'environmentProvider'>;

const MOST_SOURCES = 6;

export interface Prepared {
  readonly askedAt: number;
  /** Each with the way to its words: it only has to be gone. */
  readonly answers: readonly (AskedModel & { readonly id: AnswerId; readonly ready: Ready })[];
}

interface Kept extends Prepared {
  /** As it was kept: its words cleaned, in the language that the person wants. */
  readonly asked: AskedTurn;
  /** What a reader would find of it. */
  readonly kept: Asked;
}

/**
 * Keeps a question with what was found for it and the models that will answer, all at once. Null: it was kept before.
 * What safety refuses is asked of no model, and with no model to ask the library stands alone.
 * @throws AppError NOT_FOUND where the conversation or the question before is not the asker's
 */
export function prepare(deps: Ports, actor: Actor, asked: AskedQuestion): Promise<Kept | null> {
  const text = visibleText(asked.text).trim();
  const search = { query: text, limit: MOST_SOURCES, asset: asked.context?.asset };
  return overLibrary(deps.db, actor, (library) =>
    // One transaction for all that stands before the first word: each more is a round in which everybody else's comes first.
    withOrg(deps.db, actor, async (tx) => keep(tx, deps, { actor, asked, text, sources: await passagesIn(tx, actor, { ...search, library }) })),
  );
}

interface Keeping {
  readonly actor: Actor;
  readonly asked: AskedQuestion;
  readonly text: string;
  readonly sources: readonly Source[];
}

async function keep(tx: OrgTx, deps: Ports, { actor, text, sources, ...given }: Keeping): Promise<Kept | null> {
  const now = deps.now();
  const opening = await openingIn(tx, deps, actor);
  const asked = { ...given.asked, text, language: opening.asking.taste.language ?? given.asked.language };
  await openConversation(tx, actor, { asked, title: firstTitle(text), now });
  const before = await readBranch(tx, asked);
  const judged = safetyOf(
    text,
    before.map(({ question }) => question.text),
  );
  const passages = sources.map(({ passage }) => passage[asked.language]);
  const safety = { ...judged, refuse: refusalOf(judged, passages) };
  const row = { id: asked.id, conversation: asked.conversation, parent: asked.parent, text, language: asked.language, context: asked.context };
  if (!(await insertQuestion(tx, { ...row, sources, safety, askedAt: now }))) return null;
  await changeConversation(tx, asked.conversation, { leaf: asked.id, movedAt: now });
  const answers = await turnTo(tx, deps, { actor, asked, opening, sources, before, isRefused: safety.refuse !== null, now });
  return { kept: { found: { sources, safety }, answers: answers.map(rowOf(asked)) }, asked, askedAt: now, answers };
}

interface Turning extends Asking {
  readonly actor: Actor;
  readonly asked: AskedQuestion;
  readonly opening: Awaited<ReturnType<typeof openingIn>>;
  /** By safety: no model is asked. */
  readonly isRefused: boolean;
  readonly now: number;
}

/** The models that answer, each with its answer begun and its call ready. The ledger comes last: others wait there. */
async function turnTo(tx: OrgTx, deps: Ports, { actor, opening: { asking, open }, isRefused, now, ...turn }: Turning) {
  const { asked, before } = turn;
  const { models: named, temperature, longestAnswer } = asked.asking;
  const isEarlierBad = isJudgedBad(before.at(-1)) || (named.length === 0 && (await wasAsked(tx, asked)));
  const wish = { text: asked.text, models: named, temperature, longestAnswer, isEarlierBad };
  const { models: chosen, ...how } = chooseModels(asking, wish);
  const models = (isRefused ? [] : chosen).map((model, place) => ({ ...model, place, id: answerIdSchema.parse(crypto.randomUUID()) }));
  await insertAnswers(tx, models.map(rowOf(asked)), now);
  await limitQuestions(tx, deps, actor);
  const call = { ...how, purpose: 'question', subject: asked.id, messages: await messagesOf(tx, actor, turn) } as const;
  return readyAll(tx, actor, { models, call, open, at: now });
}

const rowOf =
  ({ id: question }: AskedQuestion) =>
  (answer: AskedModel & { id: AnswerId; place: number }): NewAnswer => ({
    ...{ id: answer.id, place: answer.place, provider: answer.provider, model: answer.model, reason: answer.route?.why ?? null },
    ...{ question, status: 'writing', problem: null },
  });

export type AskedTurn = Pick<AskedQuestion, 'id' | 'conversation' | 'parent' | 'text' | 'language' | 'context'>;

interface Asking {
  readonly asked: AskedTurn;
  readonly sources: readonly Source[];
  readonly before: readonly Turn[];
}

/** What a model is sent: what was found, what lies before the person, the course so far, and the question. */
export async function messagesOf(tx: OrgTx, actor: Actor, { asked, sources, before }: Asking): Promise<readonly PromptMessage[]> {
  const { history, summary } = await pastOf(tx, actor, { asked, before });
  const context = [...(await contextIn(tx, actor, asked.context)), ...summary];
  return promptOf({ question: asked.text, sources, context, history, language: asked.language });
}

async function openConversation(
  tx: OrgTx,
  { user }: Actor,
  { asked, title, now }: { asked: AskedQuestion; title: string; now: number },
): Promise<void> {
  const begun = await insertConversation(tx, { id: asked.conversation, author: user, title, titleFrom: 'question', folder: '', now });
  const { title: given } = begun ?? (await lockConversation(tx, user, asked.conversation)) ?? refuse('NOT_FOUND');
  if (given === '') await changeConversation(tx, asked.conversation, { title });
}

export interface Turn {
  readonly question: StoredQuestion;
  readonly answers: readonly StoredAnswer[];
}

/** What was asked before, from the first question on. @throws AppError NOT_FOUND where it is not there */
export async function readBranch(tx: OrgTx, { conversation, parent }: Pick<AskedQuestion, 'conversation' | 'parent'>): Promise<Turn[]> {
  if (parent === null) return [];
  const questions = await listQuestions(tx, conversation);
  if (!questions.some(({ id }) => id === parent)) refuse('NOT_FOUND');
  const path = branchTo(questions, parent);
  const answers = await listAnswers(
    tx,
    path.map(({ id }) => id),
  );
  return path.map((question) => ({ question, answers: answers.filter((answer) => answer.question === question.id) }));
}

/** The answer a conversation goes on from: the chosen one, else the first whole one, else whatever there is. */
export const goneOnFrom = (answers: readonly StoredAnswer[]): StoredAnswer | undefined =>
  answers.find(({ isChosen }) => isChosen) ??
  answers.find(({ status }) => status === 'done') ??
  answers.find(({ text, problem }) => text !== '' && !problem?.startsWith(UNSAFE));

export const exchangesOf = (turns: readonly Turn[]): (Exchange & { id: StoredQuestion['id'] })[] =>
  turns.map(({ question, answers }) => ({ id: question.id, question: question.text, answer: goneOnFrom(answers)?.text ?? '' }));

export const isJudgedBad = (turn: Turn | undefined): boolean =>
  turn?.answers.some(({ status, isChosen }) => status === 'stopped' || (isChosen && turn.answers.length > 1)) ?? false;

/** What of the course so far goes along: the last exchanges as they were, what lies before them in short. */
async function pastOf(tx: OrgTx, { user }: Actor, { asked, before }: { asked: AskedTurn; before: readonly Turn[] }) {
  const { sent, older } = windowOf(exchangesOf(before));
  const summary = older.length === 0 ? null : ((await findConversation(tx, user, asked.conversation))?.summary ?? null);
  const history = sent.flatMap(({ question, answer }) => [
    { role: 'user' as const, content: question },
    ...(answer === '' ? [] : [{ role: 'assistant' as const, content: answer }]),
  ]);
  return { history, summary: summary === null ? [] : [summary] };
}
