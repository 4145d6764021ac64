import type { RpcError } from './rpc.ts';

/** Of whoever asks the server by themselves, again and again: nothing is asked before the moment that the server named. */
export interface Patience {
  /** The server does not want to be asked yet. */
  isNeeded(): boolean;
  /** Keeps to what a refusal says, in `retryAfter` seconds; one that names no moment asks for no patience. */
  heed(refusal: Pick<RpcError, 'details'>): void;
}

export function createPatience(now: () => number = Date.now): Patience {
  let until = 0;
  return {
    isNeeded: () => now() < until,
    heed: ({ details: { retryAfter } }) => {
      if (typeof retryAfter === 'number') until = now() + retryAfter * 1000;
    },
  };
}
