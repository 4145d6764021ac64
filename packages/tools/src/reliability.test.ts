import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../bootstrap/project.mjs';
import { PLANTS } from './plants/plants.ts';

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const cellsOf = (line: string) => line.split('|').map((cell) => cell.trim());
const lines = read('docs/reliability.md').split('\n');
const rows = lines.filter((line) => /^\| H\d+ /.test(line)).map(cellsOf);
const journeys = lines.filter((line) => /^\| P\d+/.test(line)).map(cellsOf);
const tests = globSync('{apps,packages}/*/{src,test,e2e}/**/*.{test,spec}.ts', { cwd: root })
  .concat(globSync('packages/sync/test/guards/*.ts', { cwd: root }))
  .map(read)
  .join('\n');

test('every hazard of the catalogue has its row', () => {
  expect(rows.map(([, hazard]) => hazard)).toEqual(Array.from({ length: 44 }, (_, at) => `H${at + 1}`));
});

test('every test that the page names exists', () => {
  const cells = [...rows.map((row) => row.at(-2)), ...journeys.map((row) => row.at(-3))];
  const named = cells.flatMap((cell) => [...(cell ?? '').matchAll(/`([^`]+)`/g)].flatMap(([, title]) => title ?? []));
  expect(named.length).toBeGreaterThan(70);
  expect(named.filter((title) => !tests.includes(title))).toEqual([]);
});

test('the page lists every planted bug with the test that catches it', () => {
  const listed = read('docs/reliability.md')
    .split('\n')
    .filter((line) => /^\| `[a-z-]+` \|/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('`', '')));
  expect(listed.map(([, name, bug, title]) => [name, bug, title])).toEqual(PLANTS.map(({ name, bug, caught }) => [name, bug, caught.title]));
});
