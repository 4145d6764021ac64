import { type AnalysisView, analysisIdSchema, isUnderWay } from '@heliograph/domain/vision';
import { type Analyses, type QueuedAnalysis, sendLonePhoto } from '@heliograph/offline';
import type { Owner } from '@heliograph/sync';
import type { OpenField } from '../../platform/field.ts';
import { createPatience, type Patience } from '../../platform/patience.ts';
import { mutate, query, RpcError } from '../../platform/rpc.ts';
import { arrival } from '../assistant/arrival.ts';
import { askAnalysis } from './ask-analysis.ts';
import { phoneAnalyses } from './phone-analyses.ts';

/** How often the network is tried, and the server looked at, while something waits, ms. */
const LOOK_MS = 10_000;

interface Ports extends Pick<OpenField, 'sender'>, Pick<OpenField['view'], 'outbox' | 'unsent'> {
  readonly owner: Owner;
}

interface Line extends Omit<Ports, 'owner'> {
  readonly analyses: Analyses;
  readonly patience: Patience;
}

let look = (): void => undefined;
/** Somebody watches: the server is looked at now. */
export const lookNow = (): void => look();

/**
 * Asks for the analyses that wait, one after the other, oldest first, and looks whether answers came. One leaves the line when its answer is
 * on this phone. Returns what ends it.
 */
export function startAnalyses({ owner, ...ports }: Ports): () => void {
  const line: Line = { ...ports, analyses: phoneAnalyses(owner), patience: createPatience() };
  const { queued } = line.analyses;
  let isOver = false;
  let isLooking = false;
  const go = async () => {
    const tried = new Set<string>();
    for (;;) {
      const next = queued.get()?.find(({ id, problem }) => problem === null && !tried.has(id));
      if (next === undefined || isOver || !(await follow(line, next))) return;
      tried.add(next.id);
    }
  };
  const begin = () => {
    if (isLooking || line.patience.isNeeded()) return;
    isLooking = true;
    void go().finally(() => {
      isLooking = false;
    });
  };
  look = begin;
  const timer = setInterval(begin, LOOK_MS);
  // What was recorded has gone: an analysis that speaks of it may follow.
  const ends = [queued.subscribe(begin), ports.unsent.subscribe(begin)];
  addEventListener('online', begin);
  document.addEventListener('visibilitychange', begin);
  begin();
  return () => {
    isOver = true;
    look = () => undefined;
    clearInterval(timer);
    for (const end of ends) end();
    removeEventListener('online', begin);
    document.removeEventListener('visibilitychange', begin);
  };
}

/** Asks, or asks what came of it. @returns whether the next one may be tried */
async function follow(line: Line, waiting: QueuedAnalysis): Promise<boolean> {
  try {
    const view = waiting.isAsked ? await query('vision.get', { id: idOf(waiting) }) : await ask(line, waiting);
    if (view !== null) await heard(line, waiting, view);
    return true;
  } catch (error) {
    if (!(error instanceof RpcError)) throw error;
    line.patience.heed(error);
    // Out of reach, or too many at once: another time. What the server does not want is said where the photo is.
    if (error.code === 'UNREACHED' || error.code === 'TOO_MANY' || error.code === 'SIGNED_OUT' || error.code === 'UNAVAILABLE') return false;
    await line.analyses.queue({ ...waiting, problem: error.code });
    return true;
  }
}

// Made by this app.
const idOf = ({ id }: QueuedAnalysis) => analysisIdSchema.parse(id);

async function ask({ analyses, ...ports }: Line, waiting: QueuedAnalysis): Promise<AnalysisView | null> {
  const view = await askAnalysis({ ...ports, send: (asked) => mutate('vision.analyze', asked) }, waiting);
  if (view !== null) await analyses.queue({ ...waiting, isAsked: true });
  return view;
}

/** Keeps what the server said. Now that it knows the photo's name, the photo may go; an answer that came is told. */
async function heard({ analyses, outbox, sender }: Line, { id, sha, isAsked }: QueuedAnalysis, view: AnalysisView): Promise<void> {
  await analyses.keep({ id, movedAt: view.askedAt, value: view });
  if (view.state === 'waiting' || !isAsked) {
    await sendLonePhoto(outbox, sha);
    sender.wake('record');
  }
  if (isUnderWay(view.state)) return;
  await analyses.settle(id);
  arrival.set({ end: view.band === null ? 'unseen' : 'analysed', href: `/app/analyses/${id}`, text: view.proposal?.equipment ?? '' });
}
