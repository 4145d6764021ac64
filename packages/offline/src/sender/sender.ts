import { type Outcome, retryDelay, type uploadPhotos } from '@heliograph/sync';
import { cell, type Readable } from '../view/readable.ts';
import type { ExchangeLock } from './lock.ts';

/** Looks for news while nothing waits, ms. */
const REST_VISIBLE_MS = 30_000;
const REST_HIDDEN_MS = 300_000;
/** Another tab is sending: look again, ms. */
const BUSY_MS = 5000;
/** Exchanges in a row before a pause, whatever the server says: a loop must not burn a battery. */
const MOST_IN_A_ROW = 200;

/**
 *   resting ──wake──▶ sending ──idle──▶ resting
 *      ▲                 │ trouble
 *      └──────time───  retrying         `online`, a look at the app or a tap end the wait; only a tap ends one the server asked for
 *                        │ 401, 403…
 *                     stopped           until the person looks at the app again, or signs in
 *
 * What the last answer said stands until there is another: while it is asked again, trouble is not taken back and no form of a
 * person who has to sign in goes away under their fingers. Before the first answer nothing is said to be on its way.
 */
export type SenderState =
  | { readonly kind: 'resting' | 'sending' }
  /** `isAskedToWait`: the server was there, and said when to come back. */
  | { readonly kind: 'retrying'; readonly inMs: number; readonly isAskedToWait: boolean }
  | { readonly kind: 'stopped'; readonly why: Stop };
type Stop = 'signed_out' | 'blocked' | 'wrong_user' | 'update';

type Uploaded = Awaited<ReturnType<typeof uploadPhotos>>;

export interface SenderPorts {
  exchange(): Promise<Outcome>;
  /** Called when no operation waits any more. Gives up between two slices when something to send was recorded: a photo never delays a reading. */
  upload(shouldYield: () => boolean): Promise<Uploaded>;
  readonly lock: ExchangeLock;
  /** The first turn waits for it, unless something wakes the sender before; without it sending begins at once. */
  readonly begin?: Promise<unknown> | undefined;
  isVisible(): boolean;
  /** Whether the browser says that there is no network: shown until the first answer, and never a reason not to ask (H23). */
  isCutOff?(): boolean;
  /** A number in [0, 1). */
  random(): number;
  /** Told of what should not happen: the disk failed in the middle of an exchange. */
  onTrouble(error: unknown): void;
}

/** `record`: something new to send. `look`: the app came to the front or the network says it is back. `tap`: the person asks, or has just signed in. */
export type WakeReason = 'record' | 'look' | 'tap';

export interface Sender {
  readonly state: Readable<SenderState>;
  /** Whether an exchange is on its way, whatever `state` says meanwhile. */
  readonly isAsking: Readable<boolean>;
  wake(reason: WakeReason): void;
  stop(): void;
}

type Turn = { readonly kind: 'idle' | 'stale' | 'busy' | Stop } | { readonly kind: 'unknown'; readonly retryAfterMs: number | null };

const SENDING: SenderState = { kind: 'sending' };

/** Starts sending, for as long as the page lives. It holds no queue: what waits is what the outbox says. */
export function startSender(ports: SenderPorts): Sender {
  const state = cell<SenderState>(ports.isCutOff?.() ? { kind: 'retrying', inMs: 0, isAskedToWait: false } : { kind: 'resting' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  const asking = cell(false);
  let [isWanted, isOver, isAskedToWait, isHeard] = [false, false, false, false];
  const wanted: Wanted = {
    look: () => isWanted,
    take: () => {
      const was = isWanted;
      isWanted = false;
      return was;
    },
  };

  const run = async (): Promise<void> => {
    isWanted = asking.get();
    if (isOver || isWanted) return;
    asking.set(true);
    clearTimeout(timer);
    if (isHeard && state.get().kind === 'resting') state.set(SENDING);
    const turn = await oneTurn({ ...ports, exchange: answered }, wanted);
    asking.set(false);
    if (turn.kind === 'idle' && wanted.take()) return run();
    const next = pauseAfter(turn, failures, ports);
    ({ failures, isAskedToWait } = next);
    if (next.inMs !== null && !isOver) timer = setTimeout(() => void run(), next.inMs);
    state.set(next.state);
  };

  const answered = async (): Promise<Outcome> => {
    const outcome = await ports.exchange();
    if (outcome.kind === 'more' || outcome.kind === 'idle') {
      isHeard = true;
      state.set(SENDING);
    }
    return outcome;
  };

  const mayRun = (reason: WakeReason): boolean => {
    const { kind } = state.get();
    if (reason === 'tap' || asking.get()) return true;
    if (kind === 'retrying') return reason === 'look' && !isAskedToWait;
    return kind !== 'stopped' || reason === 'look';
  };

  if (ports.begin === undefined) void run();
  else void ports.begin.then(run);
  return {
    state,
    isAsking: asking,
    wake: (reason) => {
      if (mayRun(reason)) void run();
    },
    stop: () => {
      isOver = true;
      clearTimeout(timer);
    },
  };
}

interface Pause {
  readonly state: SenderState;
  /** Null: no timer ends it. */
  readonly inMs: number | null;
  readonly failures: number;
  readonly isAskedToWait: boolean;
}

/** What comes after a turn, and when. */
function pauseAfter(turn: Turn, failures: number, { isVisible, random }: SenderPorts): Pause {
  switch (turn.kind) {
    case 'idle': {
      const rest = isVisible() ? REST_VISIBLE_MS : REST_HIDDEN_MS;
      return { state: { kind: 'resting' }, inMs: rest * (0.75 + random() / 2), failures: 0, isAskedToWait: false };
    }
    case 'busy':
      return { state: { kind: 'resting' }, inMs: BUSY_MS, failures, isAskedToWait: false };
    case 'stale':
    case 'unknown': {
      const retryAfterMs = turn.kind === 'unknown' ? turn.retryAfterMs : null;
      const inMs = retryDelay(failures + 1, random(), { isVisible: isVisible(), retryAfterMs });
      const isAskedToWait = retryAfterMs !== null;
      return { state: { kind: 'retrying', inMs, isAskedToWait }, inMs, failures: failures + 1, isAskedToWait };
    }
    default:
      return { state: { kind: 'stopped', why: turn.kind }, inMs: null, failures, isAskedToWait: false };
  }
}

interface Wanted {
  look(): boolean;
  take(): boolean;
}

async function oneTurn(ports: SenderPorts, wanted: Wanted): Promise<Turn> {
  try {
    return (await ports.lock.alone(() => drain(ports, wanted)))?.done ?? { kind: 'busy' };
  } catch (error) {
    ports.onTrouble(error);
    return { kind: 'unknown', retryAfterMs: null };
  }
}

/** Exchanges until nothing waits on either side, then photos; what is recorded meanwhile goes before the next slice. */
async function drain({ exchange, upload }: SenderPorts, wanted: Wanted): Promise<Turn> {
  for (let turns = 0; turns < MOST_IN_A_ROW; turns += 1) {
    wanted.take();
    const ended = turnOf(await exchange());
    if (ended === null) continue;
    if (ended.kind !== 'idle') return ended;
    const uploaded = await upload(wanted.look);
    if (wanted.take()) continue;
    return uploaded.kind === 'signed_out' || uploaded.kind === 'unknown' ? uploaded : ended;
  }
  return { kind: 'unknown', retryAfterMs: null };
}

/** Null where there is more to exchange at once. */
function turnOf(outcome: Outcome): Turn | null {
  if (outcome.kind === 'unknown') return outcome;
  return outcome.kind === 'more' ? null : { kind: outcome.kind };
}
