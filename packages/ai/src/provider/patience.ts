import { setTimeout as pause } from 'node:timers/promises';
import type { ProviderFault } from '@heliograph/domain';
import { type Failure, failureOf } from './fault.ts';

/** How long one waits for a provider, ms. */
export interface Patience {
  readonly firstWord: number;
  /** Between two pieces of an answer. */
  readonly silence: number;
  /** After the last piece, for the line to be closed. */
  readonly closing: number;
  readonly whole: number;
  /** The longest Retry-After that is waited for while the person looks on. */
  readonly retryAfter: number;
}

export const PATIENCE: Patience = { firstWord: 45_000, silence: 25_000, closing: 2_000, whole: 300_000, retryAfter: 10_000 };

/** A call under watch: it is aborted when the person stops it, when it is silent for too long, and at its end. */
export interface Watch {
  readonly signal: AbortSignal;
  readonly patience: Patience;
  /** Why it was aborted; null as long as it was not. */
  fault(): ProviderFault | null;
  /** A new request is on its way. */
  ask(): void;
  /** Something was heard; what comes next is waited for so long. */
  hear(next?: 'silence' | 'closing'): void;
  end(): void;
}

export function watchOver(stop: AbortSignal | undefined, patience: Patience): Watch {
  const upstream = new AbortController();
  let fault: ProviderFault | null = null;
  let timer: NodeJS.Timeout | undefined;
  const abort = (why: ProviderFault) => {
    fault ??= why;
    upstream.abort();
  };
  const within = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => abort('timeout'), ms);
  };
  const whole = setTimeout(() => abort('timeout'), patience.whole);
  const onStop = () => abort('stopped');
  if (stop?.aborted) onStop();
  stop?.addEventListener('abort', onStop, { once: true });
  return {
    signal: upstream.signal,
    patience,
    fault: () => fault,
    ask: () => within(patience.firstWord),
    hear: (next = 'silence') => within(patience[next]),
    end: () => {
      clearTimeout(timer);
      clearTimeout(whole);
      stop?.removeEventListener('abort', onStop);
      upstream.abort();
    },
  };
}

/** Fields of a request that a model may not know and that the answer does not hang on. */
const OPTIONAL_FIELDS = ['temperature', 'stream_options'];
const TRIES = 3;
const SHORT_PAUSE_MS = 300;

/**
 * Sends a request, again where that helps and nothing has been charged: the provider asked for a moment's patience, a kept connection was
 * closed under us, or it does not know a field that can be left out.
 * @throws Failed
 */
export async function ask<Body extends object, Answer>(watch: Watch, body: Body, send: (body: Body) => Promise<Answer>): Promise<Answer> {
  let wish = body;
  for (let tried = 1; ; tried += 1) {
    try {
      watch.ask();
      return await send(wish);
    } catch (error) {
      const failure = watch.fault() === null ? failureOf(error) : { fault: watch.fault() ?? 'stopped' };
      const remedy = tried < TRIES ? remedyFor(failure, wish, watch.patience) : null;
      if (remedy === null) throw new Failed(failure);
      if (remedy.without !== undefined) wish = without(wish, remedy.without);
      watch.hear();
      await pause(remedy.pauseMs, undefined, { signal: watch.signal }).catch(() => {
        throw new Failed({ fault: watch.fault() ?? 'stopped' });
      });
    }
  }
}

/** A call that came to nothing, for whoever reports it. */
export class Failed extends Error {
  override readonly name = 'Failed';
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.fault);
    this.failure = failure;
  }
}

function remedyFor({ fault, field, retryAfter }: Failure, body: object, patience: Patience): { pauseMs: number; without?: string } | null {
  const dropped = OPTIONAL_FIELDS.find((name) => (field === name || field?.startsWith(`${name}.`)) && name in body);
  if (dropped !== undefined) return { pauseMs: 0, without: dropped };
  if (fault === 'unreachable') return { pauseMs: SHORT_PAUSE_MS };
  if (fault !== 'limited' && fault !== 'overloaded') return null;
  const pauseMs = retryAfter === undefined ? SHORT_PAUSE_MS : retryAfter * 1000;
  return pauseMs <= patience.retryAfter ? { pauseMs } : null;
}

const without = <Body extends object>(body: Body, name: string): Body => {
  const copy = { ...body };
  Reflect.deleteProperty(copy, name);
  return copy;
};
