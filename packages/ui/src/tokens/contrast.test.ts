import { describe, expect, test } from 'vitest';
import { type Palette, palettes, type ThemeName } from './colours.ts';
import { apcaContrast, wcagRatio } from './contrast.ts';
import { isInSrgb, type Oklch, toHex } from './oklch.ts';

type Role = keyof Palette;

const results: readonly Role[] = ['conform', 'watch', 'out', 'stop'];
const washes: readonly Role[] = ['signalWash', 'conformWash', 'watchWash', 'outWash', 'stopWash'];

const pairs = (texts: readonly Role[], grounds: readonly Role[]) => texts.flatMap((text) => grounds.map((ground) => [text, ground] as const));

/** Everything that is written on something. */
const texts = [
  ...pairs(['ink', 'inkSoft'], ['paper', 'surface', 'sunken', ...washes]),
  ...pairs(['signal', ...results], ['paper', 'surface']),
  ...pairs(['onBar', 'onBarSoft'], ['bar', 'barRaised']),
  ...pairs(['onMark'], results),
  ['onSignal', 'signal'],
  ['paper', 'ink'],
  ['signal', 'signalWash'],
  ...results.map((result) => [result, `${result}Wash` as Role] as const),
] as const;

/** What must be seen to be used, and is no text. */
const shapes = [...pairs(['lineStrong'], ['paper', 'surface', 'sunken']), ['sun', 'bar'], ['sun', 'barRaised']] as const;

const themes = Object.keys(palettes) as ThemeName[];

describe.each(themes)('theme %s', (theme) => {
  const palette = palettes[theme];

  test.each(texts)('%s is read on %s: seven to one', (text, ground) => {
    expect(wcagRatio(palette[text], palette[ground])).toBeGreaterThanOrEqual(7);
  });

  test.each(shapes)('%s is seen on %s: three to one, seven in the sun', (shape, ground) => {
    expect(wcagRatio(palette[shape], palette[ground])).toBeGreaterThanOrEqual(theme === 'soleil' ? 7 : 3);
  });

  test.each(['paper', 'surface', 'sunken'] as const)('running text on %s has Lc 90, secondary text 75, results 60', (ground) => {
    expect(apcaContrast(palette.ink, palette[ground])).toBeGreaterThanOrEqual(90);
    expect(apcaContrast(palette.inkSoft, palette[ground])).toBeGreaterThanOrEqual(75);
    for (const role of ['signal', ...results] as const) expect(apcaContrast(palette[role as Role], palette[ground])).toBeGreaterThanOrEqual(60);
  });

  test('every colour can be shown by an ordinary screen', () => {
    expect(Object.entries(palette).filter(([, colour]) => !isInSrgb(colour))).toEqual([]);
  });
});

test('the sun theme has no grey: what is not a result is black or white', () => {
  const plain = Object.entries(palettes.soleil).filter(([role]) => !results.includes(role as Role));
  expect(new Set(plain.map(([, colour]) => toHex(colour)))).toEqual(new Set(['#000000', '#ffffff']));
});

const black: Oklch = [0, 0, 0];
const white: Oklch = [1, 0, 0];
const red: Oklch = [0.627955, 0.257683, 29.2339];

test('colours are converted as CSS converts them', () => {
  expect([black, white, red].map(toHex)).toEqual(['#000000', '#ffffff', '#ff0000']);
});

test('contrasts agree with the published ones', () => {
  expect(wcagRatio(black, white)).toBeCloseTo(21, 3);
  expect(wcagRatio(red, white)).toBeCloseTo(3.998, 2);
  expect(apcaContrast(black, white)).toBeCloseTo(106.04, 1);
  expect(apcaContrast(white, black)).toBeCloseTo(107.88, 1);
});
