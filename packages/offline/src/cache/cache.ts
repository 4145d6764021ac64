import { executionIdSchema, type ProcedureHash, procedureHashSchema } from '@heliograph/domain';
import type { CacheStore, CacheTx, LogRow, Owner } from '@heliograph/sync';
import { connect, type Transaction } from '../storage/connection.ts';
import { keysUnder } from '../storage/range.ts';
import type { Requests } from '../storage/transaction.ts';
import { CACHE_SCHEMA, type CacheFormat, cacheName, createCache, stored } from './format.ts';
import { type Overview, readOverview } from './overview.ts';

/** A cold start reads thousands of rows at once: what would be a dead handle in the outbox may be work here. */
const PATIENCE_MS = 10_000;

/** A published version as it was fetched: its JSON, named by its hash. Whoever puts it has compared the two. */
export interface ProcedureBytes {
  readonly hash: ProcedureHash;
  readonly content: unknown;
}

/** What can be fetched again: the server's log and reference rows, and the procedure versions they name. */
export interface Cache extends CacheStore {
  /** The executions on screen, each with as little of its log as a list needs. */
  overview(): Promise<Overview>;
  procedure(hash: ProcedureHash): Promise<unknown>;
  procedures(): Promise<readonly ProcedureBytes[]>;
  procedureHashes(): Promise<readonly ProcedureHash[]>;
  putProcedure(procedure: ProcedureBytes): Promise<void>;
  deleteProcedures(hashes: readonly ProcedureHash[]): Promise<void>;
  close(): void;
}

/** Opens at first use. Relaxed durability: losing it costs one pull. */
export function openCache(owner: Owner, schema: number = CACHE_SCHEMA): Cache {
  const plan = { name: cacheName(owner, schema), create: createCache, durability: 'relaxed', patience: PATIENCE_MS } as const;
  const { read, write, close } = connect<CacheFormat>(plan);
  return {
    read: (work) => read((tx, requests) => work(cacheTx(tx, requests))),
    write: (work) => write((tx, requests) => work(cacheTx(tx, requests))),
    overview: () => read(readOverview),
    procedure: (hash) => read((tx, { answer }) => answer(tx.objectStore('procs').get(hash))),
    procedures: () => read(allProcedures),
    procedureHashes: () => read(async (tx, { answer }) => hashes(await answer(tx.objectStore('procs').getAllKeys()))),
    putProcedure: ({ hash, content }) => write((tx, requests) => requests.write(tx.objectStore('procs').put(content, hash))),
    deleteProcedures: (gone) =>
      write(async (tx, requests) => {
        for (const hash of gone) await requests.write(tx.objectStore('procs').delete(hash));
      }),
    close,
  };
}

type Tx = Transaction<CacheFormat>;

const hashes = (keys: readonly string[]): ProcedureHash[] => keys.map((key) => procedureHashSchema.parse(key));

async function allProcedures(tx: Tx, { answer }: Requests): Promise<ProcedureBytes[]> {
  const procs = tx.objectStore('procs');
  const [keys, contents] = await Promise.all([answer(procs.getAllKeys()), answer(procs.getAll())]);
  return hashes(keys).map((hash, at) => ({ hash, content: contents[at] }));
}

function cacheTx(tx: Tx, requests: Requests): CacheTx {
  const { answer, write } = requests;
  const [meta, log, lasts, refs] = [tx.objectStore('meta'), tx.objectStore('log'), tx.objectStore('lasts'), tx.objectStore('refs')];
  return {
    meta: () => answer(meta.get('meta')),
    putMeta: (value) => write(meta.put(value, 'meta')),
    log: async (g, x) => (await answer(log.getAll(keysUnder(g, x)))).map(({ row }) => row),
    executions: async (g) => (await answer(lasts.getAllKeys(keysUnder(g)))).map(([, x]) => executionIdSchema.parse(x)),
    putLog: async (g, rows) => {
      for (const row of rows) await write(log.put(stored(g, row)));
      for (const row of lastOfEach(rows)) {
        const known = await answer(lasts.get([g, row.x]));
        if (known === undefined || known.row.q <= row.q) await write(lasts.put({ g, row }));
      }
    },
    deleteLog: async (g, x) => {
      await write(log.delete(keysUnder(g, x)));
      await write(lasts.delete([g, x]));
    },
    refs: async (g, kind) => (await answer(refs.getAll(keysUnder(g, kind)))).map(({ row }) => row),
    putRef: (g, row) => write(row.body === null ? refs.delete([g, row.kind, row.id]) : refs.put({ g, row })),
    holds: async (g, id) => (await answer(log.index('id').getKey([g, id]))) !== undefined,
    clear: async (g) => {
      await write(log.delete(keysUnder(g)));
      await write(lasts.delete(keysUnder(g)));
      await write(refs.delete(keysUnder(g)));
    },
  };
}

/** Of each execution its row with the highest number. */
const lastOfEach = (rows: readonly LogRow[]): readonly LogRow[] => [
  ...new Map([...rows].sort((a, b) => a.q - b.q).map((row) => [row.x, row])).values(),
];
