import { createWorld } from '@heliograph/sync/simulator';
import { expect, test } from 'vitest';
import { ACTS, drawAct } from './life.ts';
import { calm, drawTrouble, drawWeather, TROUBLES } from './weather.ts';

/** As many calls as a day of these runs makes, at the least. */
const CALLS = 100;
const worlds = () => Array.from({ length: 20 }, (_, seed) => createWorld(seed + 1, async () => undefined));

test('twenty days draw every trouble, and let most calls pass', () => {
  const drawn = worlds().flatMap((world) => {
    const weather = drawWeather(world);
    return Array.from({ length: CALLS }, () => drawTrouble(world, weather));
  });
  expect(TROUBLES.filter((trouble) => !drawn.includes(trouble))).toEqual([]);
  expect(drawn.filter((trouble) => trouble === null).length).toBeGreaterThan(drawn.length / 2);
});

test('twenty days draw every act, and a calm one no trouble', () => {
  const acts = new Set(worlds().flatMap((world) => Array.from({ length: CALLS }, () => drawAct(world.random()))));
  expect([...acts].sort()).toEqual(Object.keys(ACTS).sort());
  expect(
    worlds()
      .flatMap((world) => Array.from({ length: CALLS }, () => drawTrouble(world, calm)))
      .filter((trouble) => trouble !== null),
  ).toEqual([]);
});
