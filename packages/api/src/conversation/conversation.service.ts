import {
  askToStop,
  type Conversation,
  changeConversation,
  chooseAnswer,
  deleteRemoved,
  endAbandoned,
  findConversation,
  findQuestion,
  insertConversation,
  listAnswers,
  listConversations,
  listFolders,
  listQuestions,
  lockConversation,
  type OrgTx,
  type StoredAnswer,
  type StoredQuestion,
  searchConversations,
  setRemoved,
  withOrg,
} from '@heliograph/db';
import { refuse } from '@heliograph/domain';
import { type AnswerId, branchesAt, type ConversationId, endOf, type QuestionId } from '@heliograph/domain/assistant';
import * as z from 'zod/mini';
import { record } from '../activity/record.ts';
import type { Actor, Doer } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { type Page, pageOf, positionIn } from '../trpc/paging.ts';
import { ABANDONED_MS } from './write-answer.ts';

type Ports = Pick<Deps, 'db' | 'now' | 'hub'>;

const DAY = 86_400_000;
/** How long a removed conversation can be put back. */
const KEPT_MS = 7 * DAY;

/** Begins an empty conversation; the same id again changes nothing. @throws AppError NOT_FOUND where the id is somebody else's */
export const beginConversation = (
  { db, now }: Ports,
  actor: Actor,
  { id, title = '', folder = '' }: { id: ConversationId; title?: string | undefined; folder?: string | undefined },
): Promise<Conversation> =>
  withOrg(db, actor, async (tx) => {
    const begun = { id, author: actor.user, title, titleFrom: title === '' ? 'question' : 'author', folder, now: now() } as const;
    return (await insertConversation(tx, begun)) ?? own(tx, actor, id);
  });

const positionSchema = z.object({ isPinned: z.boolean(), movedAt: z.number(), id: z.string() });

interface Listing {
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly folder?: string | undefined;
}

/** The person's own conversations and folders: pinned first, then the newest. */
export const conversationsOf = (
  { db }: Ports,
  { user, ...actor }: Actor,
  { cursor, limit, folder }: Listing,
): Promise<Page<Conversation> & { folders: { name: string; count: number }[] }> =>
  withOrg(db, actor, async (tx) => {
    const rows = await listConversations(tx, user, { folder, limit: limit + 1, before: positionIn(cursor, positionSchema) });
    const page = pageOf(rows, limit, ({ isPinned, movedAt, id }) => ({ isPinned, movedAt, id }));
    return { ...page, folders: await listFolders(tx, user) };
  });

const MOST_FOUND = 30;

/** The person's conversations that say all these words, in whatever question or answer. */
export const searchIn = ({ db }: Ports, actor: Actor, query: string): Promise<Conversation[]> =>
  withOrg(db, actor, (tx) => searchConversations(tx, actor.user, { query, limit: MOST_FOUND }));

export interface OpenConversation {
  readonly conversation: Conversation;
  /** Whether the reader may go on with it. */
  readonly isOwn: boolean;
  readonly questions: readonly (StoredQuestion & { readonly answers: readonly StoredAnswer[] })[];
}

/** A conversation with every branch of it. @throws AppError NOT_FOUND */
export const openConversation = ({ db, now }: Ports, actor: Actor, id: ConversationId): Promise<OpenConversation> =>
  withOrg(db, actor, async (tx) => {
    const conversation = (await findConversation(tx, actor.user, id)) ?? refuse('NOT_FOUND');
    await endAbandoned(tx, id, now() - ABANDONED_MS);
    return { conversation, isOwn: conversation.author === actor.user, questions: await withAnswers(tx, id) };
  });

async function withAnswers(tx: OrgTx, id: ConversationId): Promise<OpenConversation['questions']> {
  const questions = await listQuestions(tx, id);
  const answers = await listAnswers(
    tx,
    questions.map((question) => question.id),
  );
  return questions.map((question) => ({ ...question, answers: answers.filter((answer) => answer.question === question.id) }));
}

interface Change {
  readonly id: ConversationId;
  readonly title?: string | undefined;
  readonly folder?: string | undefined;
  readonly isPinned?: boolean | undefined;
}

/** Renames, moves or pins. @throws AppError NOT_FOUND */
export const changeOwn = ({ db }: Ports, actor: Actor, { id, title, folder, isPinned }: Change): Promise<Conversation> =>
  withOrg(db, actor, async (tx) => {
    await own(tx, actor, id);
    await changeConversation(tx, id, { title, folder, isPinned, titleFrom: title === undefined ? undefined : 'author' });
    return own(tx, actor, id);
  });

/** Shows a conversation to everybody of the organisation, or to nobody else again: an act, on record. @throws AppError NOT_FOUND */
export const share = ({ db, now }: Ports, doer: Doer, { id, isShared }: { id: ConversationId; isShared: boolean }): Promise<Conversation> =>
  withOrg(db, doer, async (tx) => {
    await own(tx, doer, id);
    await changeConversation(tx, id, { sharedAt: isShared ? now() : null });
    await record(tx, doer, { action: isShared ? 'assistant.share' : 'assistant.unshare', subject: { kind: 'conversation', id } });
    return own(tx, doer, id);
  });

/** Takes a conversation away, or puts it back within a week; then it is deleted for good. @throws AppError NOT_FOUND */
export const removeOwn = (
  { db, now }: Ports,
  actor: Actor,
  { id, isUndone }: { id: ConversationId; isUndone: boolean },
): Promise<{ id: ConversationId }> =>
  withOrg(db, actor, async (tx) => {
    if (!(await setRemoved(tx, actor.user, { id, removedAt: isUndone ? null : now() }))) refuse('NOT_FOUND');
    await deleteRemoved(tx, actor.user, now() - KEPT_MS);
    return { id };
  });

/** Stops the answers to a question, or one of them: the calls are broken off, what had come stays. @throws AppError NOT_FOUND */
export async function stop(
  { db, hub }: Ports,
  actor: Actor,
  { question, answer }: { question: QuestionId; answer?: AnswerId | undefined },
): Promise<{ stopped: AnswerId[] }> {
  const stopped = await withOrg(db, actor, async (tx) => {
    await ownQuestion(tx, actor, question);
    return askToStop(tx, question, answer);
  });
  hub.stop(stopped);
  return { stopped };
}

/** Says which answer was the better one: the conversation goes on from it. @throws AppError NOT_FOUND */
export const choose = (
  { db }: Ports,
  actor: Actor,
  { question, answer }: { question: QuestionId; answer: AnswerId },
): Promise<{ chosen: AnswerId }> =>
  withOrg(db, actor, async (tx) => {
    await ownQuestion(tx, actor, question);
    if (!(await listAnswers(tx, [question])).some(({ id }) => id === answer)) refuse('NOT_FOUND');
    await chooseAnswer(tx, question, answer);
    return { chosen: answer };
  });

/** Shows the branch that leads through a question, as far as it has got. @throws AppError NOT_FOUND */
export const branch = ({ db }: Ports, actor: Actor, { question }: { question: QuestionId }): Promise<{ leaf: QuestionId; branches: QuestionId[] }> =>
  withOrg(db, actor, async (tx) => {
    const turn = await ownQuestion(tx, actor, question);
    const questions = await listQuestions(tx, turn.conversation);
    const leaf = endOf(questions, turn).id;
    await changeConversation(tx, turn.conversation, { leaf });
    return { leaf, branches: branchesAt(questions, turn).map(({ id }) => id) };
  });

const own = async (tx: OrgTx, { user }: Actor, id: ConversationId): Promise<Conversation> =>
  (await lockConversation(tx, user, id)) ?? refuse('NOT_FOUND');

/** A question of the actor's own conversation, which is held until the end of the transaction. @throws AppError NOT_FOUND */
export async function ownQuestion(tx: OrgTx, actor: Actor, id: QuestionId): Promise<StoredQuestion> {
  const question = (await findQuestion(tx, id)) ?? refuse('NOT_FOUND');
  await own(tx, actor, question.conversation);
  return question;
}
