import type { ExecutionId } from '@heliograph/domain';
import type { Sender } from '@heliograph/sync/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readOrg, withOrg } from './database.ts';
import { type ExecutionFilter, type ExecutionPage, findExecution, listExecutions } from './execution.repository.ts';
import { endClosedScopes, joinExecution, leaveExecution } from './scope.repository.ts';
import {
  newId,
  outbox,
  type Planted,
  plantMember,
  plantOrganisation,
  TestPhone,
  type TestPostgres,
  testPorts,
  testPostgres,
} from './testing/index.ts';

let here: TestPostgres;
let plant: Planted;
/** Started one minute after the other, on two sites, by three people. */
const made: ExecutionId[] = [];
const MINUTE = 60_000;
const FIRST = Date.UTC(2026, 4, 4, 8);

async function execution(sender: Sender, minute: number, { site = plant.site, kinds = [] as string[] } = {}): Promise<ExecutionId> {
  const [box, x] = [outbox(), newId<ExecutionId>()];
  const w = FIRST + minute * MINUTE;
  const payload: Record<string, Record<string, unknown>> = { cancel: { reason: 'rain' }, complete: {}, review: { outcome: 'approve', seen: 1e9 } };
  const ops = [{ ...box.start(x, { ...plant, site }), w }, ...kinds.map((k) => box.operation(x, { k, p: payload[k] ?? {}, w: w + 1000 }))];
  await new TestPhone(testPorts(here.db), sender).sync(ops);
  return x;
}

beforeAll(async () => {
  here = await testPostgres();
  plant = await plantOrganisation(here.db);
  made.push(await execution(plant.technician, 0));
  made.push(await execution(plant.technician, 1, { kinds: ['complete'] }));
  made.push(await execution(plant.colleague, 2));
  made.push(await execution(plant.supervisor, 3, { site: plant.otherSite }));
  made.push(await execution(plant.supervisor, 4, { site: plant.otherSite, kinds: ['complete', 'review'] }));
  made.push(await execution(plant.supervisor, 5, { kinds: ['cancel'] }));
});
afterAll(() => here.close());

const list = async (viewer: Sender, query: Partial<ExecutionFilter & ExecutionPage> = {}) => {
  const rows = await readOrg(here.db, plant, (tx) => listExecutions(tx, viewer, { limit: 50, ...query }));
  return rows.map(({ id }) => made.indexOf(id));
};

test('newest first', async () => {
  expect(await list(plant.supervisor)).toEqual([5, 4, 3, 2, 1, 0]);
});

test('filters: status, site, person, and the time of opening from one instant up to before another', async () => {
  expect(await list(plant.supervisor, { statuses: ['completed', 'approved'] })).toEqual([4, 1]);
  expect(await list(plant.supervisor, { statuses: [] })).toEqual([]);
  expect(await list(plant.supervisor, { site: plant.otherSite })).toEqual([4, 3]);
  expect(await list(plant.supervisor, { person: plant.technician.user })).toEqual([1, 0]);
  expect(await list(plant.supervisor, { from: FIRST + MINUTE, to: FIRST + 3 * MINUTE })).toEqual([2, 1]);
});

test('pages follow each other without a row lost or shown twice, even where several were opened in the same instant', async () => {
  const twins = [await execution(plant.supervisor, 9), await execution(plant.supervisor, 9), await execution(plant.supervisor, 9)];
  const seen: ExecutionId[] = [];
  for (let before: ExecutionPage['before']; ; ) {
    const page = await readOrg(here.db, plant, (tx) => listExecutions(tx, plant.supervisor, { limit: 2, before }));
    seen.push(...page.map(({ id }) => id));
    before = page.at(-1);
    if (page.length < 2) break;
  }
  expect(seen).toHaveLength(made.length + twins.length);
  expect(new Set(seen)).toEqual(new Set([...made, ...twins]));
});

test('a technician sees what they are or were on, and the sites they are assigned to, and nothing else', async () => {
  const outsider = await plantMember(here.db, plant.org, { name: 'Outsider', role: 'technician' });
  expect(await list(outsider)).toEqual([]);
  const third = made[3];
  if (third === undefined) throw new Error('planted');
  await withOrg(here.db, plant, (tx) => joinExecution(tx, { user: outsider.user, execution: third }));
  expect(await list(outsider)).toEqual([3]);
  await withOrg(here.db, plant, (tx) => leaveExecution(tx, { user: outsider.user, execution: third }));
  expect(await list(outsider)).toEqual([3]);
  expect(await readOrg(here.db, plant, (tx) => findExecution(tx, outsider, third))).toMatchObject({ id: third });
  expect((await list(plant.technician)).filter((at) => at >= 0)).toEqual([5, 2, 1, 0]);
  expect(await readOrg(here.db, plant, (tx) => findExecution(tx, plant.technician, third))).toBeUndefined();
});

test('a device whose clock is years off cannot put its work into the future or before its time', async () => {
  const [box, ahead, behind] = [outbox(), newId<ExecutionId>(), newId<ExecutionId>()];
  const farFuture = { ...box.start(ahead, plant), w: Number.MAX_SAFE_INTEGER };
  const farPast = { ...box.start(behind, plant), w: Number.MIN_SAFE_INTEGER };
  await new TestPhone(testPorts(here.db), plant.technician).sync([farFuture, farPast]);
  const opened = async (x: ExecutionId) => (await readOrg(here.db, plant, (tx) => findExecution(tx, plant.supervisor, x)))?.openedAt ?? 0;
  expect(await opened(ahead)).toBeLessThanOrEqual(Date.now());
  expect(await opened(behind)).toBe(Date.UTC(2000, 0));
});

test('phones let go of what ended before a date, once, and of nothing that is still open', async () => {
  const places = () => here.sql<{ n: number }>('select count(*)::int as n from scope where removed_seq is null and org_id = $1', [plant.org]);
  const [before] = await places();
  const ended = await withOrg(here.db, plant, (tx) => endClosedScopes(tx, FIRST + 2 * MINUTE));
  expect(ended).toBe(1);
  expect(await withOrg(here.db, plant, (tx) => endClosedScopes(tx, FIRST + 2 * MINUTE))).toBe(0);
  const [after] = await places();
  expect(after?.n).toBe((before?.n ?? 0) - 1);
});
