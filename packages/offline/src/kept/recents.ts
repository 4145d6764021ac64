import type { DBSchema } from 'idb';
import { connect } from '../storage/connection.ts';

/** Something as it was last seen, to be read without a network. */
export interface Kept {
  readonly id: string;
  /** What the newest are told by. */
  readonly movedAt: number;
  readonly value: unknown;
}

interface KeptStore {
  key: string;
  value: Kept;
  indexes: { movedAt: number };
}

/** Disposable: the server has it all. Each database has the one of these it was opened for. */
interface RecentsFormat extends DBSchema {
  talks: KeptStore;
  analyses: KeptStore;
}
export type Shelf = 'talks' | 'analyses';

export interface Recents {
  /** The oldest goes where there are too many. */
  keep(one: Kept): Promise<void>;
  forget(id: string): Promise<void>;
  recent(id: string): Promise<Kept | undefined>;
  /** Newest first. */
  recents(): Promise<readonly Kept[]>;
  close(): void;
}

const MOST_KEPT = 20;

/** The twenty newest of a kind. Opens at first use. */
export function openRecents(name: string, store: Shelf): Recents {
  const disposable = connect<RecentsFormat>({
    name,
    create: (db) => void db.createObjectStore(store, { keyPath: 'id' }).createIndex('movedAt', 'movedAt'),
    durability: 'relaxed',
  });
  const newest = () => disposable.read(async (tx, { answer }) => (await answer(tx.objectStore(store).index('movedAt').getAll())).toReversed());
  return {
    keep: async (one) => {
      const over = (await newest()).filter(({ id }) => id !== one.id).slice(MOST_KEPT - 1);
      await disposable.write(async (tx, { write }) => {
        await write(tx.objectStore(store).put(one));
        for (const { id } of over) await write(tx.objectStore(store).delete(id));
      });
    },
    forget: (id) => disposable.write((tx, { write }) => write(tx.objectStore(store).delete(id))),
    recent: (id) => disposable.read((tx, { answer }) => answer(tx.objectStore(store).get(id))),
    recents: newest,
    close: disposable.close,
  };
}
