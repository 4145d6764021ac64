import { addPiece, type Database, endAnswer, withOrg } from '@heliograph/db';
import type { OrganisationId } from '@heliograph/domain';
import { type AnswerId, UNSAFE, visibleText } from '@heliograph/domain/assistant';
import { breachOf, type Refusal } from '@heliograph/domain/assistant/safety';
import type { MeteredPiece } from '../budget/metered.ts';
import type { AnswerEnd } from './events.ts';
import type { Pen } from './hub.ts';

/** How often words go to the database, ms (decision 35), and how often a writer without words says that it lives. */
const SAVE_MS = 300;
const BEAT_MS = 5000;
/** After so long without a sign its process is gone. */
export const ABANDONED_MS = 30_000;

interface Ports {
  readonly db: Database;
  now(): number;
}

interface Work {
  readonly org: OrganisationId;
  readonly answer: AnswerId;
  readonly pen: Pen;
  /** When the question was asked, ms. */
  readonly askedAt: number;
}

/** Writes one answer down while it comes: for readers at once, for the database in pieces, so that a reload or another server goes on reading. */
export async function writeAnswer(ports: Ports, pieces: AsyncIterable<MeteredPiece>, work: Work): Promise<AnswerEnd> {
  const { pen, askedAt } = work;
  const page = openPage(ports, work);
  const guard = openGuard();
  let firstWordMs: number | null = null;
  let end: AnswerEnd = { ...NO_FIGURES, status: 'cut', problem: 'cut' };
  try {
    for await (const piece of pieces) {
      if (piece.kind === 'begin') continue;
      if (piece.kind === 'delta') {
        const text = visibleText(piece.text);
        if (text === '' || guard.breach() !== null) continue;
        firstWordMs ??= ports.now() - askedAt;
        pen.add(text);
        page.add(text);
        if (guard.hears(text)) pen.stop();
        continue;
      }
      const { input, output } = piece.usage;
      const figures = { firstWordMs, totalMs: ports.now() - askedAt, tokensIn: input, tokensOut: output, cost: piece.cost };
      const breach = guard.ends();
      end = { ...(breach === null ? standing(piece, page.isEmpty()) : { status: 'failed', problem: `${UNSAFE}${breach}` }), ...figures };
    }
  } finally {
    await page.close(end);
    pen.end(end);
  }
  return end;
}

export const NO_FIGURES = { firstWordMs: null, totalMs: null, tokensIn: null, tokensOut: null, cost: null };

/** A point ends a sentence once a space follows it: "write 1.2" may still go on. */
const WHOLE_SENTENCES = /^[\s\S]*(?:[.!?…](?=\s)|\n)/u;

/**
 * Reads an answer sentence by sentence: one that says what must not be said is broken off, and its words are shown to nobody any more.
 * It is a net: what safety refuses was not asked, and the model has its rules.
 */
function openGuard() {
  /** What has come of sentences that were not judged yet: those that were are over. */
  let open = '';
  let breach: Refusal | null = null;
  const judge = (said: string) => {
    breach ??= breachOf(said);
    return breach;
  };
  return {
    breach: () => breach,
    ends: () => judge(open),
    /** Says whether it must stop. */
    hears: (text: string): boolean => {
      open += text;
      const whole = WHOLE_SENTENCES.exec(open)?.[0];
      if (whole === undefined) return false;
      open = open.slice(whole.length);
      return judge(whole) !== null;
    },
  };
}

/** An answer that was stopped or cut keeps what had come; one that never said a word has failed, also where its provider calls it whole. */
function standing(piece: Extract<MeteredPiece, { kind: 'done' | 'error' }>, isEmpty: boolean): Pick<AnswerEnd, 'status' | 'problem'> {
  if (piece.kind === 'done' && piece.finish === 'stop' && isEmpty) return { status: 'failed', problem: 'empty' };
  if (piece.kind === 'done') return { status: 'done', problem: piece.finish === 'stop' ? null : piece.finish };
  if (piece.fault === 'stopped') return { status: 'stopped', problem: null };
  return { status: isEmpty ? 'failed' : 'cut', problem: piece.fault };
}

/** The way to the database: one write after the other, each with all that came meanwhile. A database that is away costs pieces no more than time. */
function openPage({ db, now }: Ports, { org, answer, pen }: Work) {
  let unsaved = '';
  let hasText = false;
  let isClosed = false;
  let saving: Promise<void> = Promise.resolve();
  let due: NodeJS.Timeout | null = null;

  const save = async () => {
    const piece = unsaved;
    unsaved = '';
    try {
      if (await withOrg(db, { org }, (tx) => addPiece(tx, answer, { piece, now: now() }))) pen.stop();
    } catch {
      unsaved = piece + unsaved;
    }
  };
  const cancel = () => {
    if (due !== null) clearTimeout(due);
    due = null;
  };
  const later = (ms: number) => {
    if (isClosed || due !== null) return;
    due = setTimeout(() => {
      due = null;
      saving = saving.then(save).then(() => later(unsaved === '' ? BEAT_MS : SAVE_MS));
    }, ms);
  };
  later(BEAT_MS);
  return {
    isEmpty: () => !hasText,
    add: (text: string) => {
      if (unsaved === '') cancel();
      hasText = true;
      unsaved += text;
      later(SAVE_MS);
    },
    close: async (end: AnswerEnd) => {
      isClosed = true;
      cancel();
      await saving;
      await withOrg(db, { org }, async (tx) => {
        if (unsaved !== '') await addPiece(tx, answer, { piece: unsaved, now: now() });
        await endAnswer(tx, answer, end);
      });
    },
  };
}
