import type { DBSchema } from 'idb';
import { connect } from '../storage/connection.ts';
import type { Readable } from '../view/readable.ts';

/** Something that waits for the network. Its id is the server's too: sent twice, it is taken once. */
export interface Waiting {
  readonly id: string;
  /** Device wall clock, ms. */
  readonly at: number;
}

/** Precious: what a person asked for and the server does not have. Format 1, for ever, as the outbox. */
interface LineFormat<Item> extends DBSchema {
  queue: { key: string; value: Item };
}

export interface WaitingLine<Item extends Waiting> {
  /** Oldest first; undefined until the disk has answered. */
  readonly items: Readable<readonly Item[] | undefined>;
  /** Resolves when it is on the disk; one of the same id gives way. */
  put(item: Item): Promise<void>;
  take(id: string): Promise<void>;
  close(): void;
}

/** A line on the disk that survives reloads, kills and signing out. Opens at first use. */
export function openWaitingLine<Item extends Waiting>(name: string): WaitingLine<Item> {
  const precious = connect<LineFormat<Item>>({
    name,
    create: (db) => void db.createObjectStore('queue', { keyPath: 'id' }),
    durability: 'strict',
  });
  let waiting: readonly Item[] | undefined;
  const listeners = new Set<() => void>();
  const look = async () => {
    const all = await precious.read((tx, { answer }) => answer(tx.objectStore('queue').getAll()));
    waiting = all.toSorted((a, b) => a.at - b.at);
    for (const listener of [...listeners]) listener();
  };
  return {
    items: {
      get: () => waiting,
      subscribe: (listener) => {
        listeners.add(listener);
        if (waiting === undefined) void look().catch(() => undefined);
        return () => void listeners.delete(listener);
      },
    },
    put: async (item) => {
      await precious.write((tx, { write }) => write(tx.objectStore('queue').put(item)));
      await look();
    },
    take: async (id) => {
      await precious.write((tx, { write }) => write(tx.objectStore('queue').delete(id)));
      await look();
    },
    close: precious.close,
  };
}
