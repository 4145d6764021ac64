import { type AskedQuestion, askedQuestionSchema } from '@heliograph/domain/assistant';
import type { QueuedQuestion, Talks } from '@heliograph/offline';
import { createPatience, type Patience } from '../../platform/patience.ts';
import { RpcError } from '../../platform/rpc.ts';
import { streamed } from '../../platform/stream.ts';
import { type Arrival, arrival } from './arrival.ts';
import { nextToAsk } from './held.ts';

/** How often the network is tried while a question waits, ms. */
const TRY_MS = 20_000;

/**
 * Asks what waits, one after the other, oldest first, whenever there may be a network again. A question leaves the phone when its first
 * answer is heard: asked twice after a cut, its id makes it one. Returns what ends it.
 */
export function startWaiting(talks: Talks): () => void {
  const leaving = new AbortController();
  const patience = createPatience();
  let isAsking = false;
  const askAll = async () => {
    if (isAsking || patience.isNeeded()) return;
    isAsking = true;
    try {
      for (;;) {
        const next = nextToAsk(talks.queued.get() ?? []);
        if (next === undefined || leaving.signal.aborted || !(await askOne(talks, next, { signal: leaving.signal, patience }))) return;
      }
    } finally {
      isAsking = false;
    }
  };
  const wake = () => void askAll();
  const timer = setInterval(wake, TRY_MS);
  const unsubscribe = talks.queued.subscribe(wake);
  addEventListener('online', wake);
  document.addEventListener('visibilitychange', wake);
  wake();
  return () => {
    leaving.abort();
    clearInterval(timer);
    unsubscribe();
    removeEventListener('online', wake);
    document.removeEventListener('visibilitychange', wake);
  };
}

/** @returns whether the next one may be tried */
async function askOne(talks: Talks, question: QueuedQuestion, { signal, patience }: { signal: AbortSignal; patience: Patience }): Promise<boolean> {
  const asked = askedQuestionSchema.safeParse(question.asked).data;
  if (asked === undefined) {
    await talks.queue({ ...question, problem: 'INVALID' });
    return true;
  }
  try {
    let isHeard = false;
    let end: Arrival['end'] = 'failed';
    for await (const event of streamed('conversation.send', asked, { isChange: true, signal })) {
      if (!isHeard) await talks.settle(event.question);
      isHeard = true;
      if ('done' in event) end = 'answered';
    }
    tell(asked, end);
    return true;
  } catch (error) {
    if (!(error instanceof RpcError)) throw error;
    patience.heed(error);
    // Out of reach, or too many at once: another time. What the server does not want is said in its conversation.
    if (error.code === 'UNREACHED' || error.code === 'TOO_MANY' || error.code === 'SIGNED_OUT' || error.code === 'UNAVAILABLE') return false;
    await talks.queue({ ...question, problem: error.code });
    tell(asked, 'refused');
    return true;
  }
}

const tell = ({ conversation, text }: AskedQuestion, end: Arrival['end']) => arrival.set({ end, href: `/app/assistant/${conversation}`, text });
