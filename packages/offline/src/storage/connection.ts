import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames, unwrap } from 'idb';
import { asOpeningError, asStorageError, isConnectionLost, Silence } from './storage-error.ts';
import { completed, type Requests } from './transaction.ts';

const PATIENCE_MS = 3000;
const TRIES = 4;
const OPENINGS = 2;

export interface DatabasePlan<Schema extends DBSchema> {
  readonly name: string;
  /** Makes the stores of version 1. There is no other version: what changes gets another name (H12). */
  create(db: IDBPDatabase<Schema>): void;
  /** `strict`: a write is over when its bytes are flushed to the flash, not when the system has taken them (H9). */
  readonly durability: 'strict' | 'relaxed';
  /** Longest silence of the database that is borne, ms. */
  readonly patience?: number;
}

/** Typed as writable in a read too, as the ports have one kind of transaction: a write in a read is refused by the database itself. */
export type Transaction<Schema extends DBSchema> = IDBPTransaction<Schema, StoreNames<Schema>[], 'readwrite'>;
export type Work<Schema extends DBSchema, T> = (tx: Transaction<Schema>, requests: Requests) => Promise<T>;

/**
 * A database whose handle may die at any time (iOS ends the process that holds it): dropped, reopened, and the same transaction tried again.
 *
 * **The work must be re-runnable**: it may run up to four times, and where a commit fell silent the first run may have been kept after all.
 * Make ids and times outside of it. Await nothing in it but its own requests, or the transaction ends half-way (H13).
 */
export interface Connection<Schema extends DBSchema> {
  read<T>(work: Work<Schema, T>): Promise<T>;
  write<T>(work: Work<Schema, T>): Promise<T>;
  /** Lets go of the handle; the next use opens again. */
  close(): void;
}

export function connect<Schema extends DBSchema>(plan: DatabasePlan<Schema>): Connection<Schema> {
  let handle: Promise<IDBPDatabase<Schema>> | null = null;
  /** What the handle became: a tap begins its transaction in the same task, before the screen is drawn for it. */
  let opened: IDBPDatabase<Schema> | null = null;

  const drop = () => {
    void handle?.then((db) => db.close()).catch(() => undefined);
    [handle, opened] = [null, null];
  };

  const open = (): Promise<IDBPDatabase<Schema>> => {
    if (handle !== null) return handle;
    const opening = openPatiently(plan, () => {
      if (handle === opening) drop();
    });
    handle = opening;
    opening.then(
      (db) => {
        if (handle === opening) opened = db;
      },
      () => {
        if (handle === opening) handle = null;
      },
    );
    return opening;
  };

  const once = async <T>(mode: IDBTransactionMode, work: Work<Schema, T>): Promise<T> => {
    const db = opened ?? (await open());
    const durability = mode === 'readwrite' ? plan.durability : 'relaxed';
    const tx = db.transaction(Array.from(db.objectStoreNames), mode, { durability }) as Transaction<Schema>;
    tx.done.catch(() => undefined);
    return completed({ tx: unwrap(tx), work: (requests) => work(tx, requests), patience: plan.patience ?? PATIENCE_MS });
  };

  const run = async <T>(mode: IDBTransactionMode, work: Work<Schema, T>): Promise<T> => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await once(mode, work);
      } catch (error) {
        if (!isConnectionLost(error) || tries === TRIES) throw asStorageError(error);
        drop();
      }
    }
  };

  return { read: (work) => run('readonly', work), write: (work) => run('readwrite', work), close: drop };
}

/** Opens with a timer around it, twice: an opening may never answer (H6). One that answers after we gave up is closed again. */
async function openPatiently<Schema extends DBSchema>(plan: DatabasePlan<Schema>, onGone: () => void): Promise<IDBPDatabase<Schema>> {
  let failure: unknown;
  for (let opening = 0; opening < OPENINGS; opening += 1) {
    try {
      return await openOnce(plan, onGone);
    } catch (error) {
      failure = error;
    }
  }
  throw asOpeningError(failure);
}

function openOnce<Schema extends DBSchema>(
  { name, create, patience = PATIENCE_MS }: DatabasePlan<Schema>,
  onGone: () => void,
): Promise<IDBPDatabase<Schema>> {
  return new Promise((resolve, reject) => {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      reject(new Silence('the database did not open'));
    }, patience);
    const opening = openDB<Schema>(name, 1, {
      upgrade: (db) => create(db),
      // Another tab or the browser wants it gone: never stand in the way.
      blocking: onGone,
      terminated: onGone,
    });
    opening.then(
      (db) => {
        clearTimeout(timer);
        if (isLate) db.close();
        else resolve(db);
      },
      (error: unknown) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}
