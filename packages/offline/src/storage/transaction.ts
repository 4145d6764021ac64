import { Silence, StorageError } from './storage-error.ts';

/** How a transaction's work asks its requests. Both keep the watch awake: what it waits for is silence, not a long list. */
export interface Requests {
  /** Waits for what a request reads. */
  answer<T>(request: Promise<T>): Promise<T>;
  /** Hands a write over without waiting: when it fails, the transaction aborts, and that is what rejects. */
  write(request: Promise<unknown>): Promise<void>;
}

interface Watched<T> {
  readonly tx: IDBTransaction;
  readonly work: (requests: Requests) => Promise<T>;
  /** Longest silence, ms. */
  readonly patience: number;
}

/**
 * Runs the work and resolves on `complete`, never on a request's `success`: a full disk answers success and then aborts (H8).
 * Work that throws undoes everything.
 * @throws Silence when nothing was heard for `patience`; a commit that was already under way is given as long again
 */
export function completed<T>({ tx, work, patience }: Watched<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const watch = watchdog(patience, () => {
      if (abort(tx)) reject(new Silence('no answer from the database'));
      else watch.extend(() => reject(new Silence('no end of a commit')));
    });
    const requests: Requests = {
      answer: async (request) => {
        const value = await request;
        watch.touch();
        return value;
      },
      write: async (request) => void request.then(watch.touch, () => undefined),
    };
    both(tx, () => work(requests))
      .then(resolve, reject)
      .finally(watch.stop);
  });
}

/** The work's own error wins over the abort that it caused; the database's reason wins over the broken request that the work saw. */
async function both<T>(tx: IDBTransaction, work: () => Promise<T>): Promise<T> {
  let isComplete = false;
  const settled = new Promise<void>((end, fail) => {
    tx.addEventListener('complete', () => {
      isComplete = true;
      end();
    });
    tx.addEventListener('abort', () => fail(tx.error ?? new DOMException('aborted', 'AbortError')));
  });
  settled.catch(() => undefined);
  try {
    const value = await work();
    commit(tx);
    await settled;
    return value;
  } catch (error) {
    abort(tx);
    // It waited for something else and its first half was kept: trying again would do that half twice.
    throw isComplete ? new StorageError('refused', error) : (tx.error ?? error);
  }
}

/** Nothing more is coming: the database need not tell of each write before it is asked to keep them all. One that waited for something else is over. */
function commit(tx: IDBTransaction): void {
  if (tx.mode === 'readonly') return;
  try {
    tx.commit();
  } catch {
    // Its end, or its abort, is heard of anyway.
  }
}

/** Whether the transaction is now certain never to commit. False once its commit has begun or it is over. */
function abort(tx: IDBTransaction): boolean {
  try {
    tx.abort();
    return true;
  } catch {
    return false;
  }
}

function watchdog(patience: number, bark: () => void) {
  let timer = setTimeout(bark, patience);
  let isStopped = false;
  const restart = (then: () => void) => {
    clearTimeout(timer);
    if (!isStopped) timer = setTimeout(then, patience);
  };
  return {
    touch: () => restart(bark),
    extend: (then: () => void) => restart(then),
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
