import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOM = join(import.meta.dirname, '../..');
const SOURCES = globSync('src/**/*.{ts,tsx}', { cwd: ROOM }).filter((name) => !name.includes('.test.'));
const textOf = new Map(SOURCES.map((name) => [name, readFileSync(join(ROOM, name), 'utf8')]));
const CATALOGUES = SOURCES.filter((name) => textOf.get(name)?.includes('defineMessages({'));

type Words = Record<string, unknown>;
const isMessages = (value: unknown): value is { fr: Words; en: Words } =>
  typeof value === 'object' && value !== null && 'fr' in value && 'en' in value;

/** Every catalogue of the app, as it is at run time. A file that keeps its catalogue to itself is read for its keys. */
async function load(file: string): Promise<{ fr: Words; en: Words }[]> {
  const exported: Record<string, unknown> = await import(join(ROOM, file));
  return Object.values(exported).filter(isMessages);
}

/** Whether some source asks for a key: by property, by its name as a text, or by the beginning of its name (`role_${role}`). */
function isUsed(key: string): boolean {
  const property = new RegExp(`[.?]${key}\\b|['"\`]${key}['"\`]|[{,]\\s*${key}\\s*[,}:]`);
  return [...textOf].some(([name, text]) => {
    if (CATALOGUES.includes(name)) return new RegExp(`\\w+\\.${key}\\b`).test(text);
    if (property.test(text)) return true;
    return [...text.matchAll(/\[`([a-zA-Z_]+)\$\{/g)].some(([, beginning = '']) => beginning !== '' && key.startsWith(beginning));
  });
}

describe.each(CATALOGUES)('the words of %s', (file) => {
  test('are all used, and said in both languages', async () => {
    for (const { fr, en } of await load(file)) {
      expect(Object.keys(en).sort()).toEqual(Object.keys(fr).sort());
      expect(Object.keys(fr).filter((key) => !isUsed(key))).toEqual([]);
      // The same sentence twice is one that was not translated; a single word may well be the same.
      const same = Object.keys(fr).filter((key) => typeof fr[key] === 'string' && fr[key] === en[key] && fr[key].trim().split(/\s+/).length > 2);
      expect(same).toEqual([]);
      expect(Object.entries(fr).filter(([, words]) => words === '')).toEqual([]);
    }
  });
});

test('there are catalogues to look at', () => {
  expect(CATALOGUES.length).toBeGreaterThan(3);
});
