import { setTimeout as sleep } from 'node:timers/promises';
import { AppError, type ExecutionId, emptyState } from '@heliograph/domain';
import type { OperationRow, ServerSnapshot, ServerTx } from '@heliograph/sync/server';
import { sql } from 'kysely';
import pg from 'pg';
import { type OrgTx, readOrg, withOrg } from '../database.ts';
import { serverTx } from '../sync/server-store.ts';
import { serverSnapshot } from '../sync/snapshot.ts';
import { newId, outbox, type Planted, TestPhone, type TestPostgres, testPorts } from '../testing/index.ts';
import { admin, databaseIn } from '../testing/postgres-database.ts';

/** Where numbers come from, and what a reader takes for the head. */
export interface Numbering {
  take(tx: OrgTx, engine: ServerTx, n: number): Promise<number>;
  head(tx: OrgTx, snapshot: ServerSnapshot): Promise<number>;
}

export const byCounter: Numbering = {
  take: (_tx, engine, n) => engine.advance(n, newId()),
  head: async (_tx, snapshot) => (await snapshot.head()).seq,
};

/** What everybody tries first. Numbers are drawn in one order and committed in another. The sequence gives ten at a time. */
export const bySequence: Numbering = {
  take: async (tx, _engine, n) => {
    const { rows } = await sql<{ seq: number }>`select nextval('race') + ${n}::int - 1 as seq`.execute(tx);
    return rows[0]?.seq ?? 0;
  },
  head: async (tx) => {
    const { rows } = await sql<{ seq: number }>`select coalesce(max(seq), 0) as seq from operation where org_id = ${tx.org}`.execute(tx);
    return rows[0]?.seq ?? 0;
  },
};

export interface RaceResult {
  readonly written: number;
  readonly rolledBack: number;
  readonly killed: number;
  /** Rows that readers had before the writers stopped. */
  readonly readMeanwhile: number;
  /** Rows in the table that a reader was never given, over all readers. */
  readonly lost: number;
  /** Rows that a reader was given and that are not in the table, or given twice. */
  readonly wrong: number;
}

const WRITERS = 8;
const READERS = 4;
const below = (n: number) => Math.floor(Math.random() * n);

/**
 * Writers that dawdle between taking numbers and committing, some rolled back, some cut off; readers that page with odd limits; and one
 * transaction open in another database of the same server all the while (sync.md 4.7).
 */
export async function raceCursors(here: TestPostgres, plant: Planted, { numbering, ms }: { numbering: Numbering; ms: number }): Promise<RaceResult> {
  const bystander = await openElsewhere();
  const executions: ExecutionId[] = [];
  for (let at = 0; at < WRITERS; at++) executions.push(newId<ExecutionId>());
  for (const x of executions) await new TestPhone(testPorts(here.db), plant.technician).sync([outbox().start(x, plant)]);
  const race = { here, plant, numbering, executions, until: Date.now() + ms, isWritten: false };
  const counts = { rolledBack: 0, killed: 0, readMeanwhile: 0 };

  const readers = Array.from({ length: READERS }, () => follow(race));
  const writers = [...executions.map((x) => write(race, x, counts)), killNowAndThen(race, counts)];
  // Half a second more: a connection that was cut off may still commit.
  const end = Promise.allSettled(writers).then(async () => {
    await sleep(500);
    race.isWritten = true;
  });
  const work = [...writers, ...readers, end];
  // All of them end before the first failure is told: none may run on into the next test.
  const failed = (await Promise.allSettled(work)).find(({ status }) => status === 'rejected');
  const got = failed === undefined ? await Promise.all(readers) : [];
  await bystander.close();
  if (failed?.status === 'rejected') throw failed.reason;

  const rows = await here.sql<{ id: string }>(`select op_id::text as id from operation where seq is not null and execution_id = any($1)`, [
    executions,
  ]);
  const table = new Set(rows.map(({ id }) => id));
  counts.readMeanwhile = got.reduce((sum, { meanwhile }) => sum + meanwhile, 0);
  return {
    ...counts,
    written: table.size,
    lost: got.reduce((sum, { ids }) => sum + [...table].filter((id) => !ids.has(id)).length, 0),
    wrong: got.reduce((sum, { ids, twice }) => sum + twice + [...ids].filter((id) => !table.has(id)).length, 0),
  };
}

interface Race {
  readonly here: TestPostgres;
  readonly plant: Planted;
  readonly numbering: Numbering;
  readonly executions: readonly ExecutionId[];
  readonly until: number;
  /** Nothing more will be committed. */
  readonly isWritten: boolean;
}

class Undone extends Error {}

async function write({ here, plant, numbering, until }: Race, x: ExecutionId, counts: { rolledBack: number }): Promise<void> {
  const box = outbox();
  while (Date.now() < until) {
    const operations = Array.from({ length: 1 + below(3) }, () => box.operation(x, { k: 'comment', p: { text: 'x' } }));
    try {
      await withOrg(here.db, plant, async (tx) => {
        const engine = serverTx(tx);
        await engine.lockSubjects([x]);
        const subject = (await engine.subjects([x])).get(x);
        await sleep(below(15));
        const head = await numbering.take(tx, engine, operations.length);
        const rows = operations.map((envelope, at): OperationRow => {
          const seq = head - operations.length + 1 + at;
          return {
            ...{ id: envelope.id, i: envelope.i, seq, envelope },
            state: 'applied',
            code: null,
            raw: JSON.stringify(envelope),
            serverAt: Date.now(),
            flags: [],
          };
        });
        const state = { ...emptyState(x, 's01'), seq: head };
        await engine.write(plant.technician, {
          operations: rows,
          settled: [],
          states: [state],
          subjects: subject === undefined ? [] : [{ ...subject, head }],
          entered: [],
          left: [],
          tips: [],
          photos: [],
        });
        await sleep(below(4));
        if (below(10) === 0) throw new Undone();
      });
    } catch (error) {
      // Cut off or undone: what became of it is in the table and nowhere else.
      if (error instanceof Undone) counts.rolledBack++;
      else if (!isCutOff(error)) throw error;
    }
  }
}

/** Reads on until the writers have stopped and the head is reached. */
async function follow(race: Race): Promise<{ ids: Set<string>; twice: number; meanwhile: number }> {
  const { here, plant, numbering, executions, until } = race;
  const ids = new Set<string>();
  let [cursor, twice, meanwhile] = [0, 0, 0];
  for (let isDone = false; !isDone; ) {
    const isLast = race.isWritten;
    const limit = 1 + below(40);
    try {
      const page = await readOrg(here.db, plant, async (tx) => {
        const snapshot = serverSnapshot(tx);
        const head = await numbering.head(tx, snapshot);
        return { head, rows: await snapshot.rows(executions, { after: cursor, upto: head, limit }) };
      });
      for (const { id } of page.rows) {
        if (ids.has(id)) twice++;
        ids.add(id);
      }
      const hasMore = page.rows.length === limit;
      cursor = hasMore ? (page.rows.at(-1)?.q ?? cursor) : page.head;
      if (Date.now() < until) meanwhile += page.rows.length;
      isDone = isLast && !hasMore;
    } catch (error) {
      if (!isCutOff(error)) throw error;
    }
  }
  return { ids, twice, meanwhile };
}

async function killNowAndThen({ here, until }: Race, counts: { killed: number }): Promise<void> {
  while (Date.now() < until) {
    await sleep(100 + below(200));
    const killed = await here.sql(`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'heliograph' order by random() limit 1`);
    counts.killed += killed.length;
  }
}

/** A write under way in another database: readers that wait for "the oldest transaction" would see nothing until it ends. */
async function openElsewhere(): Promise<{ close: () => Promise<void> }> {
  const url = process.env['TEST_DATABASE_URL'] ?? '';
  const name = `heliograph_aside_${newId().replaceAll('-', '').slice(0, 8)}`;
  await admin(url, `create database ${name}`);
  const client = new pg.Client({ connectionString: databaseIn(url, name) });
  await client.connect();
  await client.query('begin; create table held (n int); insert into held values (1)');
  return {
    close: async () => {
      await client.end();
      await admin(url, `drop database ${name} with (force)`);
    },
  };
}

const isCutOff = (error: unknown): boolean => error instanceof AppError && error.code === 'UNAVAILABLE';
