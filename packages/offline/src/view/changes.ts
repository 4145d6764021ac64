import type { Envelope, ExecutionId } from '@heliograph/domain';
import type { CacheStore, CacheTx, OutboxMeta, OutboxStore, OutboxTx, RefKind } from '@heliograph/sync';

/** What one committed transaction touched. Plain data: it also crosses to the other tabs. */
export interface Changes {
  /** Own operations written, as they are now. */
  readonly operations: Envelope[];
  /** Counters whose operation left the queue, before those above were written. */
  readonly removed: number[];
  /** The outbox's own record, where it was written. */
  meta: OutboxMeta | null;
  /** Executions whose rows of the server's log changed. */
  readonly executions: ExecutionId[];
  readonly refs: RefKind[];
  /** `pull`: the cursor's record; `procedures`: bytes of some version arrived. */
  readonly stores: ('asides' | 'photos' | 'pull' | 'procedures')[];
  /** Another generation may be on screen now: everything pulled is to be read again. */
  isReplaced: boolean;
}

export const nothing = (): Changes => ({ operations: [], removed: [], meta: null, executions: [], refs: [], stores: [], isReplaced: false });
const isSomething = ({ operations, removed, meta, executions, refs, stores, isReplaced }: Changes): boolean =>
  isReplaced || meta !== null || operations.length + removed.length + executions.length + refs.length + stores.length > 0;

interface Store<Tx> {
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
}

/** The same store, telling what each write touched once it is kept, and nothing of one that failed. */
function observed<Tx>(store: Store<Tx>, note: (tx: Tx, changes: Changes) => Tx, tell: (changes: Changes) => void): Store<Tx> {
  return {
    read: store.read,
    write: async (work) => {
      let changes = nothing();
      const value = await store.write((tx) => {
        // The work may run again on another handle; only the run that was kept counts.
        changes = nothing();
        return work(note(tx, changes));
      });
      if (isSomething(changes)) tell(changes);
      return value;
    },
  };
}

export const observeOutbox = (store: OutboxStore, tell: (changes: Changes) => void): OutboxStore => observed(store, noteOutbox, tell);
export const observeCache = (store: CacheStore, tell: (changes: Changes) => void): CacheStore => observed(store, noteCache, tell);

const once = <T>(list: T[], value: T): void => void (list.includes(value) || list.push(value));

function noteOutbox(tx: OutboxTx, changes: Changes): OutboxTx {
  const touching = <A extends unknown[], R>(store: Changes['stores'][number], write: (...args: A) => R) => {
    return (...args: A): R => {
      once(changes.stores, store);
      return write(...args);
    };
  };
  return {
    ...tx,
    putOp: (operation) => {
      changes.operations.push(operation);
      return tx.putOp(operation);
    },
    deleteOp: (i) => {
      changes.removed.push(i);
      return tx.deleteOp(i);
    },
    putMeta: (meta) => {
      changes.meta = meta;
      return tx.putMeta(meta);
    },
    putAside: touching('asides', tx.putAside),
    deleteAside: touching('asides', tx.deleteAside),
    putPhoto: touching('photos', tx.putPhoto),
  };
}

function noteCache(tx: CacheTx, changes: Changes): CacheTx {
  return {
    ...tx,
    putMeta: (meta) => {
      once(changes.stores, 'pull');
      return tx.putMeta(meta);
    },
    putLog: (generation, rows) => {
      // An execution's id is an operation's `x`, wherever the kinds known today are concerned.
      for (const { x } of rows) once(changes.executions, x as string as ExecutionId);
      return tx.putLog(generation, rows);
    },
    deleteLog: (generation, x) => {
      once(changes.executions, x);
      return tx.deleteLog(generation, x);
    },
    putRef: (generation, row) => {
      once(changes.refs, row.kind);
      return tx.putRef(generation, row);
    },
    clear: (generation) => {
      changes.isReplaced = true;
      return tx.clear(generation);
    },
  };
}
