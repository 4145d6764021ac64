import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { keepAssets } from './kept-assets.ts';

const DAY = 86_400_000;
const folders: string[] = [];
afterEach(() => Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true }))));

async function folderWith(...names: string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'heliograph-kept-'));
  folders.push(folder);
  for (const name of names) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), name);
  }
  return folder;
}

test('the parts of a build outlive it by a month, and not for ever', async () => {
  const shelf = await folderWith();
  const first = await folderWith('_next/static/chunks/a.js', '_next/static/chunks/a.js.br', '_next/static/css/a.css', 'app.html');
  const second = await folderWith('_next/static/chunks/b.js');
  const now = Date.now();
  expect([...(await keepAssets(first, shelf, now - 60 * DAY)).keys()].sort()).toEqual(['/_next/static/chunks/a.js', '/_next/static/css/a.css']);
  // Started again with the same build a month later, then with another.
  await keepAssets(first, shelf, now - 30 * DAY);
  const kept = await keepAssets(second, shelf, now);
  expect([...kept.keys()].sort()).toEqual(['/_next/static/chunks/a.js', '/_next/static/chunks/b.js', '/_next/static/css/a.css']);
  expect(await readFile(kept.get('/_next/static/chunks/a.js') ?? '', 'utf8')).toBe('_next/static/chunks/a.js');
  expect([...(await keepAssets(second, shelf, now + 10 * DAY)).keys()]).toEqual(['/_next/static/chunks/b.js']);
});
