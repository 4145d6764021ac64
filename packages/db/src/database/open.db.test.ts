import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readOrg, withLookup } from '../database.ts';
import { listSites } from '../site.repository.ts';
import { plantOrganisation } from '../testing/index.ts';
import { openDatabase } from './open.ts';

test('a directory is made, closed, opened again with what was in it, and serves one opener at a time', async () => {
  const home = mkdtempSync(join(tmpdir(), 'heliograph-open-'));
  const dataDir = join(home, 'deep', 'pglite');
  // What a kill in the middle of an earlier initialisation left behind.
  mkdirSync(`${dataDir}.new`, { recursive: true });
  writeFileSync(join(`${dataDir}.new`, 'PG_VERSION'), 'half');

  const first = await openDatabase({ dataDir });
  expect(first.engine).toBe('embedded');
  const planted = await plantOrganisation(first);
  await expect(openDatabase({ dataDir })).rejects.toThrow('in use');
  await first.close();
  expect(existsSync(`${dataDir}.lock`)).toBe(false);
  expect(existsSync(`${dataDir}.new`)).toBe(false);

  const second = await openDatabase({ dataDir });
  const sites = await readOrg(second, planted, (tx) => listSites(tx, planted.supervisor, { limit: 100 }));
  expect(sites.map(({ name }) => name)).toEqual(['Les Garrigues', 'Plateau nord']);
  await second.close();
  rmSync(home, { recursive: true });
}, 120_000);

test('of many who ask an embedded database at once, the network is heard between two', async () => {
  const db = await openDatabase({ memory: true });
  const heard: string[] = [];
  setImmediate(() => heard.push('network'));
  const ask = (name: string) => withLookup(db, async () => void heard.push(name));
  await Promise.all([ask('first'), ask('second')]);
  await db.close();
  expect(heard).toEqual(['network', 'first', 'second']);
}, 60_000);
