import type { AskedQuestion } from '@heliograph/domain/assistant';
import type { Readable } from '../../platform/readable.ts';
import { mutate, query, RpcError } from '../../platform/rpc.ts';
import { streamed } from '../../platform/stream.ts';
import { type Board, createBoard } from './board.ts';
import { isFresh, noLongerFresh } from './fresh.ts';
import { listen, readOn } from './reading.ts';
import { type Answer, isWriting, type OpenTalk, type Question, type TalkState } from './talk-state.ts';

/** What a device keeps of conversations. The office keeps nothing. */
export interface TalkMemory {
  recent(id: string): Promise<OpenTalk | undefined>;
  recents(): Promise<readonly OpenTalk[]>;
  keep(talk: OpenTalk): Promise<void>;
  queued(conversation: string): readonly AskedQuestion[];
  queue(asked: AskedQuestion): Promise<void>;
  /** Tells when a question has left the queue. Returns what ends it. */
  watch(onLeft: () => void): () => void;
  /** Gives up a question that waits. */
  settle(question: string): Promise<void>;
}

/** A conversation as it is shown, and everything one can do with it. */
export interface Talk {
  readonly state: Readable<TalkState>;
  load(): Promise<void>;
  ask(asked: AskedQuestion): Promise<void>;
  stop(question: Question['id'], answer?: Answer['id']): Promise<void>;
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
  const load = async () => {
    await read(board, id, memory);
    for (const { id: question } of board.state.get().questions.filter(isWriting))
      void during(question, () => readOn(board, question, leaving.signal)).catch(() => undefined);
  };
  const send = (asked: AskedQuestion) =>
    during(asked.id, async () => {
      const events = streamed('conversation.send', asked, { isChange: true, signal: leaving.signal });
      await listen(board, events, () => {
        noLongerFresh(id);
        // The list and the title know of it from its first word on.
        if (board.state.get().talk === null) void load();
      });
      await readOn(board, asked.id, leaving.signal);
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
        if (error.code !== 'UNREACHED' || memory === null) return board.setWay(asked.id, { kind: 'refused', error });
        await memory.queue(asked);
        board.setWay(asked.id, { kind: 'queued' });
      }
    },
    stop: async (question, answer) => void (await mutate('conversation.stop', { question, ...(answer === undefined ? {} : { answer }) })),
    choose: async (question, answer) => {
      await mutate('conversation.choose', { question, answer });
      const mark = (one: Question) => ({ ...one, answers: one.answers.map((other) => ({ ...other, isChosen: other.id === answer })) });
      board.change({ questions: board.state.get().questions.map((one) => (one.id === question ? mark(one) : one)) });
    },
    branch: async (question) => board.change({ leaf: (await mutate('conversation.branch', { question })).leaf }),
    discard: (question) => {
      void memory?.settle(question).catch(() => undefined);
      board.change({ questions: board.state.get().questions.filter(({ id: one }) => one !== question), leaf: null });
      board.setWay(question, null);
    },
    close: () => leaving.abort(),
  };
}

/** From the server; out of its reach, as this device last saw it; and in either case with what waits for the network. */
async function read(board: Board, id: AskedQuestion['conversation'], memory: TalkMemory | null): Promise<void> {
  if (isFresh(id)) board.change({ kind: 'ready' });
  else await readKnown(board, id, memory);
  for (const asked of memory?.queued(id) ?? []) board.show(asked, { kind: 'queued' });
}

async function readKnown(board: Board, id: AskedQuestion['conversation'], memory: TalkMemory | null): Promise<void> {
  try {
    const open = await query('conversation.get', { id });
    board.open(open, false);
    void memory?.keep(open).catch(() => undefined);
  } catch (error) {
    if (!(error instanceof RpcError)) throw error;
    const kept = error.code === 'UNREACHED' ? await memory?.recent(id).catch(() => undefined) : undefined;
    if (kept !== undefined) board.open(kept, true);
    else board.change({ kind: error.code === 'NOT_FOUND' || memory !== null ? 'ready' : 'unreached' });
  }
}
