import { describe, expect, test } from 'vitest';
import { count } from '../test/counts.ts';
import { PLANTS } from './plants.ts';
import { runPlant } from './run-plant.ts';

// Each in a process of its own, two at a time: they mostly wait for their own start.
describe.concurrent('a bug planted on purpose is caught', () => {
  test.for(PLANTS.filter(({ isQuick }) => isQuick))('$name ($bug)', { timeout: 120_000 }, async (plant) => {
    expect(await runPlant(plant)).toEqual({ kind: 'caught' });
    count('bugs planted and caught', 1);
  });
});
