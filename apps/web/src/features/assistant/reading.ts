import { RpcError } from '../../platform/rpc.ts';
import { streamed } from '../../platform/stream.ts';
import type { AnswerEvent, Board } from './board.ts';
import { isWriting } from './talk-state.ts';

/** How long to wait before reading on after a cut, ms, time after time. */
const PATIENCE_MS = [500, 1000, 2000, 4000, 8000];

/** Shows answers as they come, to their end. A cut after the first word is no failure: it is read on. @returns whether anything was heard */
export async function listen(board: Board, events: AsyncIterable<AnswerEvent>, onFirst?: () => void): Promise<boolean> {
  let hasHeard = false;
  try {
    for await (const event of events) {
      const isFirst = !hasHeard;
      hasHeard = true;
      if (isFirst) board.setWay(event.question, null);
      board.note(event);
      if (isFirst) onFirst?.();
    }
  } catch (error) {
    if (!(error instanceof RpcError && error.code === 'UNREACHED' && hasHeard)) throw error;
  } finally {
    board.flush();
  }
  return hasHeard;
}

interface ReadingOn {
  readonly leaving: AbortSignal;
  /** Of the next stream: ended sooner where the answers are to be looked at anew. */
  streamSignal(question: string): AbortSignal;
}

/** Reads on, after a cut or a reload, until every answer to a question has ended or the reader leaves. */
export async function readOn(board: Board, question: string, { leaving, streamSignal }: ReadingOn): Promise<void> {
  for (let tries = 0; !leaving.aborted; tries += 1) {
    const shown = board.state.get().questions.find((one) => one.id === question);
    if (shown === undefined || !isWriting(shown)) return;
    const offsets = Object.fromEntries(shown.answers.map((answer) => [answer.id, answer.text.length]));
    const events = streamed('conversation.follow', { question: shown.id, offsets }, { signal: streamSignal(question) });
    if (await listen(board, events).catch(() => false)) tries = -1;
    else await pause(PATIENCE_MS[Math.min(tries, PATIENCE_MS.length - 1)] ?? 0, leaving);
  }
}

/** Waits, or until the network is back, or until nobody waits any more. */
const pause = (ms: number, leaving: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      removeEventListener('online', end);
      leaving.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    addEventListener('online', end);
    leaving.addEventListener('abort', end);
    if (leaving.aborted) end();
  });
