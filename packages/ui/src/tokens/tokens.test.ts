import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { applyAppearance, chromeColors, pageColors } from './appearance.ts';
import { palettes, type ThemeName } from './colours.ts';
import { toHex } from './oklch.ts';
import { renderTokens } from './render.ts';
import { target } from './scale.ts';

test('the style sheet is what the tables say: run scripts/write-tokens.ts after changing one', async () => {
  expect(await readFile(new URL('../tokens.css', import.meta.url), 'utf8')).toBe(renderTokens());
});

test('the browser is told the colours of the theme, bar and page', () => {
  for (const theme of Object.keys(palettes) as ThemeName[]) {
    expect(chromeColors[theme]).toBe(toHex(palettes[theme].bar));
    expect(pageColors[theme]).toBe(toHex(palettes[theme].paper));
  }
});

test('what the person chose is on the document, and leaves it with "auto" and 100 %', () => {
  const root = { dataset: {} } as HTMLElement;
  applyAppearance(root, { theme: 'soleil', textSize: 150 });
  expect(root.dataset).toEqual({ theme: 'soleil', textSize: '150' });
  applyAppearance(root, { theme: 'auto', textSize: 100 });
  expect(root.dataset).toEqual({});
});

test('a glove hits everything: 48 px, 56 for the actions of a step, 64 for the primary', () => {
  expect(target).toEqual({ any: 48, action: 56, primary: 64 });
});
