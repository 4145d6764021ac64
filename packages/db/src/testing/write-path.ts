import type { Envelope, ExecutionId } from '@heliograph/domain';
import type { ServerStore } from '@heliograph/sync/server';
import pg from 'pg';
import { readDatabaseUrl } from '../database/database-url.ts';
import type { Database } from '../database/handle.ts';
import { newId, outbox, type Planted } from './plant.ts';
import { TestPhone, testPorts } from './test-server.ts';

export interface WritePath {
  /** Operations in one batch. */
  readonly batch: number;
  /** Medians of a batch, ms: the whole exchange from its parsed body, its write transaction, and the same rows in bare multi-row INSERTs. */
  readonly exchangeMs: number;
  readonly transactionMs: number;
  readonly rawMs: number;
  /** Raw over transaction, and over exchange: 1 would be no cost at all. */
  readonly ratio: number;
  readonly exchangeRatio: number;
}

/**
 * What the server's write path costs beside a raw multi-row INSERT of the very rows it wrote (log and states), into tables with the same
 * columns and indexes, on the same server, in turns. The floor has no row-level security, no locks and nothing to decide.
 */
export async function measureWritePath({ db, url }: { db: Database; url: string }, plant: Planted, { rounds = 15 } = {}): Promise<WritePath> {
  const client = new pg.Client({ connectionString: readDatabaseUrl(url) });
  await client.connect();
  for (const table of TABLES) await client.query(`create table if not exists raw_${table} (like ${table} including all)`);
  const taken: { exchange: number; transaction: number; raw: number }[] = [];
  for (let round = 0; round < rounds + WARM_UP; round++) {
    const ops = dayOfWork(plant);
    taken.push({ ...(await sendOnce(db, plant, ops)), raw: await insertAgain(client, ops) });
  }
  await client.end();
  const medianOf = (pick: (one: (typeof taken)[number]) => number) => median(taken.slice(WARM_UP).map(pick));
  const [exchangeMs, transactionMs, rawMs] = [
    medianOf(({ exchange }) => exchange),
    medianOf(({ transaction }) => transaction),
    medianOf(({ raw }) => raw),
  ];
  return { batch: BATCH, exchangeMs, transactionMs, rawMs, ratio: rawMs / transactionMs, exchangeRatio: rawMs / exchangeMs };
}

const TABLES = ['operation', 'step_state'] as const;
const BATCH = 1000;
/** Rounds that are run and not counted: the first ones compile. */
const WARM_UP = 5;
const ITEMS = 5;

/** A phone full of work: a thousand operations on five executions, each with a start and its steps over several items. */
export function dayOfWork(plant: Planted): Envelope[] {
  const box = outbox();
  const perExecution = plant.steps.length * ITEMS;
  const ops: Envelope[] = [];
  for (let x = newId<ExecutionId>(); ops.length < BATCH; ) {
    const at = ops.length % perExecution;
    if (at === 0) x = newId<ExecutionId>();
    ops.push(at === 0 ? box.start(x, plant) : box.step(x, `${plant.steps[at % plant.steps.length]}/i${Math.floor(at / plant.steps.length)}`));
  }
  return ops;
}

async function sendOnce(db: Database, plant: Planted, ops: readonly Envelope[]): Promise<{ exchange: number; transaction: number }> {
  const ports = testPorts(db);
  let transaction = 0;
  const store: ServerStore = {
    ...ports.store,
    write: async (org, work) => {
      const start = performance.now();
      const result = await ports.store.write(org, work);
      transaction = performance.now() - start;
      return result;
    },
  };
  // Who only delivers is told nothing: the pull is not part of the write path.
  const phone = new TestPhone({ ...ports, store }, { ...plant.technician, deliverOnly: true });
  await phone.sync();
  const start = performance.now();
  const { ack, aside } = await phone.sync(ops);
  const exchange = performance.now() - start;
  if (ack.i !== ops.length || aside !== undefined) throw new Error('the batch was not applied');
  return { exchange, transaction };
}

async function insertAgain(client: pg.Client, ops: readonly Envelope[]): Promise<number> {
  const executions = [...new Set(ops.map(({ x }) => x))];
  const inserts: { text: string; values: unknown[] }[] = [];
  for (const table of TABLES) {
    const { rows, fields } = await client.query({
      text: `select * from ${table} where execution_id = any($1)`,
      values: [executions],
      rowMode: 'array',
    });
    const names = fields.map(({ name }) => name).join(', ');
    let n = 0;
    const tuples = rows.map((row: unknown[]) => `(${row.map(() => `$${++n}`).join(',')})`).join(',');
    inserts.push({ text: `insert into raw_${table} (${names}) values ${tuples}`, values: rows.flat().map(asSent) });
  }
  const start = performance.now();
  await client.query('begin');
  for (const { text, values } of inserts) await client.query(text, values);
  await client.query('commit');
  return performance.now() - start;
}

/** jsonb was parsed on the way out; arrays of PostgreSQL stay arrays. */
const asSent = (value: unknown): unknown =>
  (Array.isArray(value) && typeof value[0] === 'object') || (typeof value === 'object' && value !== null && !Array.isArray(value))
    ? JSON.stringify(value)
    : value;

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
