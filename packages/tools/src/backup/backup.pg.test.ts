import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@heliograph/db';
import { admin, databaseIn, plantOrganisation, postgresBinaries, testPostgres } from '@heliograph/db/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { backUp, bringBack, type Installation } from './backup.ts';
import { databaseFile } from './manifest.ts';

const NOW = new Date('2026-11-22T06:00:00Z');
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heliograph-backup-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);
const installation = (name: string, databaseUrl: string | null = null): Installation => ({
  ...{ databaseUrl, dataDir: at(name), photoDir: at(`${name}-photos`) },
  path: `${postgresBinaries()}:/usr/bin:/bin`,
});

async function takePhoto({ photoDir }: Installation): Promise<void> {
  await mkdir(join(photoDir, 'org'), { recursive: true });
  await writeFile(join(photoDir, 'org', 'photo'), 'bytes of a photo');
}

describe('an embedded database', () => {
  async function inUse(name: string): Promise<Installation> {
    const own = installation(name);
    const db = await openDatabase({ dataDir: join(own.dataDir, 'pglite') });
    await plantOrganisation(db);
    await db.close();
    await takePhoto(own);
    return own;
  }

  test('is restored with every row and photo, and opens', async () => {
    const saved = await backUp(await inUse('before'), at('backup'), NOW);
    expect(saved.rows).toMatchObject({ organisation: 1, account: 3, site: 2 });
    const after = installation('after');
    expect(await bringBack(after, at('backup'))).toEqual(saved);
    expect(await readFile(join(after.photoDir, 'org', 'photo'), 'utf8')).toBe('bytes of a photo');
    await (await openDatabase({ dataDir: join(after.dataDir, 'pglite') })).close();
  });

  test('is never written over, nor taken from a damaged copy', async () => {
    const own = await inUse('before');
    await backUp(own, at('backup'), NOW);
    await expect(bringBack(own, at('backup'))).rejects.toThrow('already');
    await writeFile(databaseFile(at('backup')), 'half');
    await expect(bringBack(installation('after'), at('backup'))).rejects.toThrow('damaged');
    await expect(backUp(own, at('backup'), NOW)).rejects.toThrow('not empty');
  });

  test('with a server running on it is left alone', async () => {
    const own = installation('busy');
    const db = await openDatabase({ dataDir: join(own.dataDir, 'pglite') });
    await expect(backUp(own, at('backup'), NOW)).rejects.toThrow('in use');
    await db.close();
  });
});

describe('a PostgreSQL database', () => {
  test('is saved while it works, and restored whole into an empty one only', async () => {
    const postgres = await testPostgres();
    await plantOrganisation(postgres.db);
    const own = installation('before', postgres.url);
    await takePhoto(own);
    const saved = await backUp(own, at('backup'), NOW);
    expect(saved.rows).toMatchObject({ organisation: 1, account: 3, site: 2 });
    await expect(bringBack(own, at('backup'))).rejects.toThrow('holds tables already');
    const name = `restored_${crypto.randomUUID().slice(0, 8)}`;
    await admin(postgres.url, `create database ${name}`);
    const after = installation('after', databaseIn(postgres.url, name));
    expect((await bringBack(after, at('backup'))).rows).toEqual(saved.rows);
    const restored = await openDatabase({ databaseUrl: after.databaseUrl ?? '' });
    await restored.close();
    await admin(postgres.url, `drop database ${name} with (force)`);
    await postgres.close();
  });
});
