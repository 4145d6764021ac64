import { afterAll, beforeAll, expect, test } from 'vitest';
import { byCounter, bySequence, raceCursors } from '../contract/cursor-race.ts';
import { type Planted, plantOrganisation, type TestPostgres, testPostgres } from '../testing/index.ts';

let here: TestPostgres;
let plant: Planted;

beforeAll(async () => {
  here = await testPostgres({ poolSize: 14 });
  plant = await plantOrganisation(here.db);
  await here.sql('create sequence race start 1000000 increment 10; grant usage on sequence race to heliograph_app');
});
afterAll(() => here.close());

/** HELIOGRAPH_LONG: ten minutes, as the nightly run does it. */
const isLong = process.env['HELIOGRAPH_LONG'] === 'on';

test('no reader ever steps over a row: eight writers, roll-backs, cut connections, a foreign transaction held open', async () => {
  const result = await raceCursors(here, plant, { numbering: byCounter, ms: isLong ? 600_000 : 10_000 });
  expect(result).toMatchObject({ lost: 0, wrong: 0 });
  // A race in which nothing happened proves nothing.
  expect(result.written).toBeGreaterThan(200);
  expect(result.rolledBack).toBeGreaterThan(5);
  expect(result.killed).toBeGreaterThan(5);
  expect(result.readMeanwhile).toBeGreaterThan(200);
}, 660_000);

test('the race finds the fault it looks for: with a plain sequence readers lose rows', async () => {
  const result = await raceCursors(here, plant, { numbering: bySequence, ms: 3000 });
  expect(result.lost).toBeGreaterThan(0);
});
