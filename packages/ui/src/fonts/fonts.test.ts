import { readdir, readFile, stat } from 'node:fs/promises';
import { expect, test } from 'vitest';

const folder = new URL('.', import.meta.url);
const filesEnding = async (ending: string) => (await readdir(folder)).filter((name) => name.endsWith(ending));

test('both faces are ours to serve, latin alone, and light enough to be kept on the phone', async () => {
  const faces = await filesEnding('.woff2');
  const css = await readFile(new URL('../fonts.css', folder), 'utf8');
  expect(faces.filter((name) => !css.includes(`./fonts/${name}`) || !/-latin-wght-normal/.test(name))).toEqual([]);
  const sizes = await Promise.all(faces.map(async (name) => (await stat(new URL(name, folder))).size));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(55_000);
});

test('each face has its licence beside it', async () => {
  for (const name of await filesEnding('.woff2')) {
    const family = name.replace(/-latin-.*$/, '');
    expect(await readFile(new URL(`${family}.LICENSE.txt`, folder), 'utf8')).toContain('SIL Open Font License');
  }
});
