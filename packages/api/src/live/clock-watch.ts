import type { OrganisationId } from '@heliograph/domain';

/** Numbers of the organisations' counters, as `org_clock` has them. */
export type ReadHeads = (orgs: readonly OrganisationId[]) => Promise<ReadonlyMap<OrganisationId, number>>;

export interface ClockWatch {
  /** The organisation's number now, then each time it has moved, until the signal ends it. */
  heads(org: OrganisationId, signal: AbortSignal): AsyncGenerator<number>;
  close(): void;
}

interface Watched {
  seq: number | null;
  readonly waiting: Set<() => void>;
}

/**
 * Tells who listens that an organisation's counter moved: one query every half second a process, for the organisations with somebody
 * connected, and none while nobody is. Not NOTIFY: it takes a lock of the whole cluster at commit (sync.md 3.8).
 */
export function watchClock(
  read: ReadHeads,
  { everyMs = 500, onError = () => undefined }: { everyMs?: number; onError?: (error: unknown) => void } = {},
): ClockWatch {
  const watched = new Map<OrganisationId, Watched>();
  let timer: NodeJS.Timeout | null = null;
  let isClosed = false;

  async function poll(): Promise<void> {
    try {
      for (const [org, seq] of await read([...watched.keys()])) {
        const entry = watched.get(org);
        if (entry === undefined || entry.seq === seq) continue;
        entry.seq = seq;
        for (const wake of entry.waiting) wake();
      }
    } catch (error) {
      onError(error);
    }
    timer = watched.size === 0 || isClosed ? null : setTimeout(poll, everyMs);
  }

  async function* heads(org: OrganisationId, signal: AbortSignal): AsyncGenerator<number> {
    const entry = watched.get(org) ?? { seq: null, waiting: new Set() };
    watched.set(org, entry);
    timer ??= setTimeout(poll, 0);
    let told: number | null = null;
    let wake: () => void = () => undefined;
    const ring = () => wake();
    entry.waiting.add(ring);
    signal.addEventListener('abort', ring);
    try {
      while (!signal.aborted && !isClosed) {
        if (entry.seq !== null && entry.seq !== told) {
          told = entry.seq;
          yield told;
        } else await new Promise<void>((resolve) => (wake = resolve));
      }
    } finally {
      entry.waiting.delete(ring);
      signal.removeEventListener('abort', ring);
      if (entry.waiting.size === 0) watched.delete(org);
    }
  }

  return {
    heads,
    close: () => {
      isClosed = true;
      if (timer !== null) clearTimeout(timer);
      for (const { waiting } of watched.values()) for (const wake of waiting) wake();
    },
  };
}
