import { expect, test } from 'vitest';
import { count } from '../test/counts.ts';
import { PLANTS } from './plants.ts';
import { runPlant } from './run-plant.ts';

test.for(PLANTS.filter(({ isQuick }) => !isQuick))('$name ($bug) is caught', async (plant) => {
  expect(await runPlant(plant)).toEqual({ kind: 'caught' });
  count('bugs planted and caught', 1);
});
