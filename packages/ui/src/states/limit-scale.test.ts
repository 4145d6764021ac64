import { expect, test } from 'vitest';
import { bandOf, placeOf } from './limit-scale.ts';

const both = { min: 590, max: 640 };
const lower = { min: 1, max: null };
const upper = { min: null, max: 1 };
const zero = { min: 0, max: null };

test('on a limit is on the end of the band, and the middle is the middle', () => {
  const band = bandOf(both);
  expect(placeOf(590, both)).toBeCloseTo(band?.from ?? Number.NaN);
  expect(placeOf(640, both)).toBeCloseTo(band?.to ?? Number.NaN);
  expect(placeOf(615, both)).toBeCloseTo(0.5);
});

test.each([both, lower, upper, zero])('more is further right, and nothing leaves the picture: %o', (limits) => {
  const places = [-1e9, -5, 0, 0.4, 0.999, 1, 1.001, 12, 589, 591, 639, 641, 1e4, 1e9].map((value) => placeOf(value, limits));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...places)).toBeLessThanOrEqual(1);
});

test('a value is drawn inside the band exactly when it is inside the limits', () => {
  const isDrawnInside = (value: number, limits: typeof both | typeof lower | typeof upper) => {
    const band = bandOf(limits);
    const place = placeOf(value, limits);
    return band !== null && place >= band.from && place <= band.to;
  };
  expect([589.9, 590, 640, 640.1].map((value) => isDrawnInside(value, both))).toEqual([false, true, true, false]);
  expect([0.99, 1, 500].map((value) => isDrawnInside(value, lower))).toEqual([false, true, true]);
  expect([-3, 1, 1.01].map((value) => isDrawnInside(value, upper))).toEqual([true, true, false]);
});

test('with one limit the band runs to the edge; with none there is no band', () => {
  expect(bandOf(lower)?.to).toBe(1);
  expect(bandOf(upper)?.from).toBe(0);
  expect(bandOf({ min: null, max: null })).toBeNull();
});

test('what is to be watched lies inside the limits', () => {
  const band = bandOf({ ...both, watchMin: 600, watchMax: 630 });
  expect(band?.watched).toHaveLength(2);
  expect(band?.watched[0]?.to).toBeCloseTo(placeOf(600, both));
  expect(band?.watched[1]?.from).toBeCloseTo(placeOf(630, both));
});
