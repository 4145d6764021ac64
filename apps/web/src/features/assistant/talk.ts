import type { ErrorCode } from '@heliograph/domain';
import type { AskedQuestion } from '@heliograph/domain/assistant';
import { eitherSignal } from '../../platform/either-signal.ts';
import type { Readable } from '../../platform/readable.ts';
import { mutate, query, RpcError } from '../../platform/rpc.ts';
import { streamed } from '../../platform/stream.ts';
import { type Board, createBoard } from './board.ts';
import { isBegunHere, isFresh, noLongerFresh } from './fresh.ts';
import type { HeldQuestion } from './held.ts';
import { listen, readOn } from './reading.ts';
import { type Answer, isWriting, type OpenTalk, type Question, type TalkState } from './talk-state.ts';

/** What a device keeps of conversations. */
export interface TalkMemory {
  /** What waits is asked once the network is back. Else a question that cannot be sent has failed, and a person sends it. */
  readonly sendsByItself: boolean;
  recent(id: string): Promise<OpenTalk | undefined>;
  recents(): Promise<readonly OpenTalk[]>;
  keep(talk: OpenTalk): Promise<void>;
  /** It is gone, or not to be read here any more. */
  forget(id: string): Promise<void>;
  /** Questions that wait, or that the server did not take; oldest first. */
  readonly held: Readable<readonly HeldQuestion[]>;
  /** @param problem why it was not taken; it then waits for a person */
  queue(asked: AskedQuestion, problem?: ErrorCode): Promise<void>;
  /** Gives up a question that waits. */
  settle(question: string): Promise<void>;
}

/** A conversation as it is shown, and everything one can do with it. */
export interface Talk {
  readonly state: Readable<TalkState>;
  load(): Promise<void>;
  ask(asked: AskedQuestion): Promise<void>;
  stop(question: Question['id'], answer?: Answer['id']): Promise<void>;
  /** Asks a model again that gave no answer, in its place. @throws RpcError */
  again(question: Question['id'], answer: Answer['id']): Promise<void>;
  choose(question: Question['id'], answer: Answer['id']): Promise<void>;
  branch(question: Question['id']): Promise<void>;
  /** Gives up a question that was not taken. */
  discard(question: Question['id']): void;
  close(): void;
}

/** @param memory null where nothing is kept: then a question that cannot be sent says so */
export function openTalk(id: AskedQuestion['conversation'], memory: TalkMemory | null): Talk {
  const board = createBoard();
  const leaving = new AbortController();
  /** Questions whose answers are being read: each by one reader, or words would stand twice. */
  const reading = new Set<string>();
  const during = async (question: string, work: () => Promise<void>) => {
    if (reading.has(question)) return;
    reading.add(question);
    await work().finally(() => reading.delete(question));
  };
  const streams = new Map<string, AbortController>();
  const streamSignal = (question: string) => {
    const stream = new AbortController();
    streams.set(question, stream);
    return eitherSignal([leaving.signal, stream.signal]);
  };
  const reader = { leaving: leaving.signal, streamSignal };
  /** Given up here: what the disk still says of them is a moment old. */
  const givenUp = new Set<string>();
  const load = async () => {
    const isRead = await readKnown(board, id, memory);
    const held = memory?.held.get().filter(({ asked }) => asked.conversation === id && !givenUp.has(asked.id));
    if (held !== undefined) showHeld(board, held, isRead);
    for (const { id: question } of board.state.get().questions.filter(isWriting))
      void during(question, () => readOn(board, question, reader)).catch(() => undefined);
  };
  const send = (asked: AskedQuestion) =>
    during(asked.id, async () => {
      const events = streamed('conversation.send', asked, { isChange: true, signal: streamSignal(asked.id) });
      await listen(board, events, () => {
        noLongerFresh(id);
        // It may have waited here, or been refused before.
        if (memory?.held.get().some((one) => one.asked.id === asked.id)) void memory.settle(asked.id).catch(() => undefined);
        // The list and the title know of it from its first word on.
        if (board.state.get().talk === null) void load();
      });
      await readOn(board, asked.id, reader);
    });
  return {
    ...{ state: board.state, load },
    ask: async (asked) => {
      board.show(asked, { kind: 'sending' });
      try {
        await send(asked);
        if (!leaving.signal.aborted) await load();
      } catch (error) {
        if (!(error instanceof RpcError)) throw error;
        if (leaving.signal.aborted) return;
        const isLater = error.code === 'UNREACHED' && memory?.sendsByItself === true;
        // Somebody else may ask it from now on: the server is to be looked at again.
        noLongerFresh(id);
        // On the disk before it is said: a question that was refused is not lost with the screen either.
        await memory?.queue(asked, error.code === 'UNREACHED' ? undefined : error.code);
        board.setWay(asked.id, isLater ? { kind: 'queued' } : { kind: 'refused', error });
      }
    },
    stop: async (question, answer) => void (await mutate('conversation.stop', { question, ...(answer === undefined ? {} : { answer }) })),
    again: async (question, answer) => {
      await mutate('conversation.again', { answer });
      board.reopen(question, answer);
      // Whoever reads the others' words had heard the end of this one.
      streams.get(question)?.abort();
      await during(question, () => readOn(board, question, reader));
    },
    choose: async (question, answer) => {
      await mutate('conversation.choose', { question, answer });
      const mark = (one: Question) => ({ ...one, answers: one.answers.map((other) => ({ ...other, isChosen: other.id === answer })) });
      board.change({ questions: board.state.get().questions.map((one) => (one.id === question ? mark(one) : one)) });
    },
    branch: async (question) => board.change({ leaf: (await mutate('conversation.branch', { question })).leaf }),
    discard: (question) => {
      givenUp.add(question);
      void giveUp(memory, question).catch(() => undefined);
      board.drop(question);
    },
    close: () => leaving.abort(),
  };
}

/** What is on this device alone stands at the end, with what is to be done about it. */
function showHeld(board: Board, held: readonly HeldQuestion[], isRead: boolean): void {
  // It has left the queue: taken by the server, which has just been read, or given up elsewhere.
  for (const [question, { kind }] of Object.entries(board.state.get().ways))
    if (isRead && kind !== 'sending' && !held.some(({ asked }) => asked.id === question)) board.drop(question);
  for (const { asked, problem } of held) board.show(asked, problem === null ? { kind: 'queued' } : { kind: 'refused', error: new RpcError(problem) });
}

/** Takes a question off this device. What was to come after it comes after the one before it instead. */
async function giveUp(memory: TalkMemory | null, question: string): Promise<void> {
  const all = memory?.held.get() ?? [];
  const parent = all.find(({ asked }) => asked.id === question)?.asked.parent ?? null;
  for (const { asked } of all) if (asked.parent === question) await memory?.queue({ ...asked, parent });
  await memory?.settle(question);
}

/** First as this device last saw it, then from the server, which may be out of reach. @returns whether the server has said what it has */
async function readKnown(board: Board, id: AskedQuestion['conversation'], memory: TalkMemory | null): Promise<boolean> {
  if (isFresh(id)) {
    board.change({ kind: 'ready' });
    return false;
  }
  const kept = await memory?.recent(id).catch(() => undefined);
  if (kept?.isOwn === true && board.state.get().kind === 'reading') board.open(kept, false);
  try {
    const open = await query('conversation.get', { id });
    board.open(open, false);
    void memory?.keep(open).catch(() => undefined);
    return true;
  } catch (error) {
    if (!(error instanceof RpcError)) throw error;
    if (error.code === 'NOT_FOUND') {
      // What was shared once is not read on from this device's memory.
      void memory?.forget(id).catch(() => undefined);
      // Never asked anything, or what was asked waits here; else it is somebody's own, or gone.
      const isOurs = isBegunHere(id) || memory?.held.get().some(({ asked }) => asked.conversation === id) === true;
      board.change({ kind: isOurs ? 'ready' : 'missing' });
      return true;
    }
    if (kept !== undefined && error.code === 'UNREACHED') board.open(kept, true);
    else board.change({ kind: memory?.sendsByItself === true ? 'ready' : 'unreached' });
    return false;
  }
}
