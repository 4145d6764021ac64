import type { OperationId } from '@heliograph/domain';
import type { LogRow } from '@heliograph/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readOrg } from '../database.ts';
import { readLog, readStepStates } from '../execution-log.repository.ts';
import { type Company, type Handset, headsIn, live, openCompany, type Trouble } from './company.ts';
import type { UnderTest } from './store-under-test.ts';

const EVENTS = 70;

/** The invariants of sync.md 3.20, judged on the tables, with the real engines on both ends of a bad network. */
export function companyContract(open: () => Promise<UnderTest>, seeds: number): void {
  let under: UnderTest;
  const met = new Map<string, number>();
  beforeAll(async () => {
    under = await open();
  });
  afterAll(() => under.close());

  test.each(Array.from({ length: seeds }, (_, at) => at + 1))(
    'seed %i: everything ticked is stored once, shown, and the same everywhere',
    async (seed) => {
      const company = await openCompany(under, seed);
      await live(company, EVENTS);
      await checkStored(company);
      await checkNumbers(company);
      await checkStates(company);
      for (const handset of company.handsets) await checkReplica(company, handset);
      for (const [trouble, count] of Object.entries(company.troubles)) met.set(trouble, (met.get(trouble) ?? 0) + count);
    },
  );

  test('the seeds met every trouble there is', () => {
    const wanted: Trouble[] = [
      'lost_request',
      'lost_answer',
      'at_once',
      'clone',
      'restore',
      'left',
      ...(under.canCutOff ? (['cut_off'] as const) : []),
    ];
    expect(wanted.filter((trouble) => (met.get(trouble) ?? 0) === 0)).toEqual([]);
  });
}

/** I1, I2, I7: every tick is in the table once, under who made it. */
async function checkStored({ under, plant, ticked }: Company): Promise<void> {
  const rows = await under.sql<{ id: OperationId; actor: string }>(
    `select op_id as id, actor_id as actor from operation where org_id = '${plant.org}'`,
  );
  expect(rows.map(({ id }) => id).sort()).toEqual([...ticked.keys()].sort());
  expect(rows.filter(({ id, actor }) => ticked.get(id)?.user !== actor)).toEqual([]);
}

/** Numbers are unique, below the head, and every advance left its mark. */
async function checkNumbers({ under, plant }: Company): Promise<void> {
  const [counts] = await under.sql<Record<string, number>>(`
    select (select seq::int from org_clock where org_id = '${plant.org}') as head,
      (select max(seq)::int from org_tick where org_id = '${plant.org}') as ticked,
      (select max(seq)::int from operation where org_id = '${plant.org}') as highest`);
  expect(counts?.['ticked']).toBe(counts?.['head']);
  expect(counts?.['highest'] ?? 0).toBeLessThanOrEqual(counts?.['head'] ?? 0);
}

/** I3, I5: the folded rows say what the log says, in any order. */
async function checkStates({ under, plant, executions }: Company): Promise<void> {
  for (const x of executions) {
    const log = (await readOrg(under.db, plant, (tx) => readLog(tx, x))).map(({ operation }) => operation);
    for (const state of await readOrg(under.db, plant, (tx) => readStepStates(tx, x))) {
      const heads = state.register.heads.map(({ id }) => id).sort();
      expect(heads).toEqual(headsIn(log, state.s).sort());
      expect(heads).toEqual(headsIn(log.toReversed(), state.s).sort());
    }
  }
}

/**
 * I3, I6, I10: a phone at rest holds its executions whole, and nothing else but what a restore forgot and its person is not done with
 * (decision 39).
 */
async function checkReplica({ under, plant, troubles }: Company, { sender, cache }: Handset): Promise<void> {
  const want = await under.sql<{ id: string; x: string }>(`
    select o.op_id as id, o.execution_id as x from operation o join scope s on s.org_id = o.org_id and s.execution_id = o.execution_id
    where o.org_id = '${plant.org}' and o.seq is not null and s.user_id = '${sender.user}' and s.removed_seq is null`);
  const forgotten = new Set<string>((cache.disk.meta?.forgotten ?? []).map(({ x }) => x));
  expect(troubles.restore > 0 || forgotten.size === 0).toBe(true);
  expect(want.filter(({ x }) => forgotten.has(x))).toEqual([]);
  const rows: { generation: number; row: LogRow }[] = [...cache.disk.log.values()];
  const shown = rows.filter(({ generation }) => generation === cache.disk.meta?.shown).map(({ row }) => row);
  const got = shown.filter((row) => !forgotten.has(row.x));
  expect(got.map(({ id }) => id).sort()).toEqual(want.map(({ id }) => id).sort());
}
