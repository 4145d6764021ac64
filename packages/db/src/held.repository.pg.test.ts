import type { ExecutionId } from '@heliograph/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readOrg } from './database.ts';
import { countHeld, listHeld } from './held.repository.ts';
import { newId, outbox, type Planted, plantOrganisation, TestPhone, type TestPostgres, testPorts, testPostgres } from './testing/index.ts';

let here: TestPostgres;
let plant: Planted;
beforeAll(async () => {
  here = await testPostgres();
  plant = await plantOrganisation(here.db);
});
afterAll(() => here.close());

test('what waits is summed up by person, work and reason, also where a newer app says what nobody here can read', async () => {
  const [box, known, unknown] = [outbox(), newId<ExecutionId>(), newId<ExecutionId>()];
  await new TestPhone(testPorts(here.db), plant.supervisor).sync([box.start(known, plant)]);
  const own = outbox();
  const remark = (x: ExecutionId) => own.operation(x, { k: 'comment', p: { text: 'x' } });
  await new TestPhone(testPorts(here.db), plant.technician).sync([
    remark(known),
    remark(known),
    remark(unknown),
    own.operation(known, { k: 'start', v: 9, p: { site: { name: 3 } } }),
  ]);
  const { groups: held } = await readOrg(here.db, plant, listHeld);
  expect(held.map(({ execution, isKnown, code, records }) => [execution, isKnown, code, records])).toEqual(
    expect.arrayContaining([
      [known, true, 'not_yours', 2],
      [unknown, false, 'unknown_execution', 1],
      [known, true, 'newer_kind', 1],
    ]),
  );
  expect(await readOrg(here.db, plant, countHeld)).toBe(3);
});
