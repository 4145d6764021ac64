import { expect, test } from 'vitest';
import { measureWritePath, plantOrganisation, testPostgres } from './index.ts';

test('the measurement of the write path compares the same thousand rows', async () => {
  const here = await testPostgres();
  const plant = await plantOrganisation(here.db);
  const { ratio, batch } = await measureWritePath(here, plant, { rounds: 1 });
  expect(ratio).toBeGreaterThan(0);
  const [counts] = await here.sql(`select (select count(*)::int from operation) = (select count(*)::int from raw_operation) as log,
    (select count(*)::int from step_state) = (select count(*)::int from raw_step_state) as states, (select count(*)::int from operation) as n`);
  expect(counts).toEqual({ log: true, states: true, n: batch * 6 });
  await here.close();
});
