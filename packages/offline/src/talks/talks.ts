import type { Owner } from '@heliograph/sync';
import type { DBSchema } from 'idb';
import { connect } from '../storage/connection.ts';
import type { Readable } from '../view/readable.ts';

/** A question that waits for the network. Its id is the server's too: sent twice, it is answered once. */
export interface QueuedQuestion {
  readonly id: string;
  readonly conversation: string;
  /** As the server takes it. */
  readonly asked: unknown;
  /** Device wall clock, ms. */
  readonly at: number;
  /** Why the server does not want it; null: it has not been asked. */
  readonly problem: string | null;
}

/** A conversation as it was last seen, to be read without a network. */
export interface KeptTalk {
  readonly id: string;
  readonly movedAt: number;
  readonly value: unknown;
}

/** Precious: what was typed and has not arrived. Format 1, for ever, as the outbox. */
interface QueueFormat extends DBSchema {
  queue: { key: string; value: QueuedQuestion };
}
/** Disposable: the server has it all. */
interface TalksFormat extends DBSchema {
  talks: { key: string; value: KeptTalk; indexes: { movedAt: number } };
}

const MOST_KEPT = 20;

export const talksName = ({ org, user }: Owner): string => `talks-1:${org}:${user}`;
const queueName = ({ org, user }: Owner): string => `questions:${org}:${user}`;

export interface Talks {
  /** Oldest first; undefined until the disk has answered. */
  readonly queued: Readable<readonly QueuedQuestion[] | undefined>;
  /** Resolves when the question is on the disk. */
  queue(question: QueuedQuestion): Promise<void>;
  settle(id: string): Promise<void>;
  keep(talk: KeptTalk): Promise<void>;
  forget(id: string): Promise<void>;
  recent(id: string): Promise<KeptTalk | undefined>;
  /** Newest first. */
  recents(): Promise<readonly KeptTalk[]>;
  close(): void;
}

/** What the assistant keeps on this phone, of one person. Opens at first use. */
export function openTalks(owner: Owner): Talks {
  const precious = connect<QueueFormat>({
    name: queueName(owner),
    create: (db) => void db.createObjectStore('queue', { keyPath: 'id' }),
    durability: 'strict',
  });
  const disposable = connect<TalksFormat>({
    name: talksName(owner),
    create: (db) => void db.createObjectStore('talks', { keyPath: 'id' }).createIndex('movedAt', 'movedAt'),
    durability: 'relaxed',
  });
  let waiting: readonly QueuedQuestion[] | undefined;
  const listeners = new Set<() => void>();
  const look = async () => {
    const all = await precious.read((tx, { answer }) => answer(tx.objectStore('queue').getAll()));
    waiting = all.toSorted((a, b) => a.at - b.at);
    for (const listener of [...listeners]) listener();
  };
  const newest = () => disposable.read(async (tx, { answer }) => (await answer(tx.objectStore('talks').index('movedAt').getAll())).toReversed());
  return {
    queued: {
      get: () => waiting,
      subscribe: (listener) => {
        listeners.add(listener);
        if (waiting === undefined) void look().catch(() => undefined);
        return () => void listeners.delete(listener);
      },
    },
    queue: async (question) => {
      await precious.write((tx, { write }) => write(tx.objectStore('queue').put(question)));
      await look();
    },
    settle: async (id) => {
      await precious.write((tx, { write }) => write(tx.objectStore('queue').delete(id)));
      await look();
    },
    keep: async (talk) => {
      const over = (await newest()).filter(({ id }) => id !== talk.id).slice(MOST_KEPT - 1);
      await disposable.write(async (tx, { write }) => {
        await write(tx.objectStore('talks').put(talk));
        for (const { id } of over) await write(tx.objectStore('talks').delete(id));
      });
    },
    forget: (id) => disposable.write((tx, { write }) => write(tx.objectStore('talks').delete(id))),
    recent: (id) => disposable.read((tx, { answer }) => answer(tx.objectStore('talks').get(id))),
    recents: newest,
    close: () => {
      precious.close();
      disposable.close();
    },
  };
}
