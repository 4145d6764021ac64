import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../bootstrap/project.mjs';

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const page = read('docs/security.md');
const rows = page
  .split('\n')
  .filter((line) => /^\| S\d+ /.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));
const tests = globSync('{apps,packages}/*/{src,test,e2e}/**/*.{test,spec}.ts', { cwd: root }).map(read).join('\n');

test('every line owed before anybody uses it has its row, and every row its test', () => {
  expect(rows.map(([, line]) => line)).toEqual(Array.from({ length: 27 }, (_, at) => `S${String(at + 1).padStart(2, '0')}`));
  expect(rows.filter((cells) => !/`[^`]+`/.test(cells.at(-2) ?? '')).map(([, line]) => line)).toEqual([]);
});

test('every test that the page names exists', () => {
  const named = rows.flatMap((cells) => [...(cells.at(-2) ?? '').matchAll(/`([^`]+)`/g)].flatMap(([, title]) => title ?? []));
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter((title) => !tests.includes(title))).toEqual([]);
});

test('every page that it leads to exists', () => {
  const links = [...page.matchAll(/\]\(([^)#:]+)\)/g)].flatMap(([, link]) => link ?? []);
  expect(links.map((link) => read(join('docs', link)).length > 0)).not.toContain(false);
});
