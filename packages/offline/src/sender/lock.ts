import type { Owner } from '@heliograph/sync';

/** After this long of another tab holding on (frozen, perhaps), we go ahead without: the server makes sending twice harmless (H17). */
const PATIENCE_MS = 30_000;

/** Lets one tab at a time talk to the server. An optimisation, never needed. */
export interface ExchangeLock {
  /** Null when another tab is at it. */
  alone<T>(work: () => Promise<T>): Promise<{ readonly done: T } | null>;
}

/** @param now monotonic, ms */
export function exchangeLock({ org, user }: Owner, now: () => number, locks: LockManager | null = globalThis.navigator?.locks ?? null): ExchangeLock {
  let refusedSince: number | null = null;
  return {
    alone: async (work) => {
      if (locks === null) return { done: await work() };
      const outcome = await locks.request(`sync:${org}:${user}`, { ifAvailable: true }, async (lock) =>
        lock === null ? null : { done: await work() },
      );
      refusedSince = outcome === null ? (refusedSince ?? now()) : null;
      if (refusedSince === null || now() - refusedSince < PATIENCE_MS) return outcome;
      return { done: await work() };
    },
  };
}
