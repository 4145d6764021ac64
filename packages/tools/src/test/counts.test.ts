import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { count, countTable } from './counts.ts';

afterEach(() => vi.unstubAllEnvs());

test('what several tests counted is added up, in the order in which it first came; a test that runs alone counts nowhere', () => {
  vi.stubEnv('COUNTS', undefined);
  count('kills', 3);
  const folder = mkdtempSync(join(tmpdir(), 'heliograph-counts-'));
  const file = join(folder, 'counts.jsonl');
  vi.stubEnv('COUNTS', file);
  count('seeds', 1_000);
  count('kills', 2);
  count('seeds', 500);
  const lines = countTable(file).split('\n');
  rmSync(folder, { recursive: true });
  expect(lines.map((line) => line.split(/ {2,}/))).toEqual([
    ['seeds', '1,500'],
    ['kills', '2'],
  ]);
});
