import { existsSync, mkdirSync, openAsBlob, renameSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { AppError } from '@heliograph/domain';
import { openDirectory } from '../database/embedded.ts';
import { takeLock } from '../database/lock-file.ts';
import { countRows, type RowCounts } from './counts.ts';

/**
 * Writes an embedded database into one file. It serves one process, so its server must be stopped.
 * @param dataDir the database's own folder
 * @throws AppError UNAVAILABLE where a server is running on it
 */
export async function saveEmbedded(dataDir: string, file: string): Promise<RowCounts> {
  if (!existsSync(dataDir)) throw new AppError('NOT_FOUND', {}, `There is no embedded database in ${dataDir}.`);
  const { lite, unlock } = await openDirectory(dataDir);
  try {
    const counts = await countRows(async (text) => (await lite.query(text)).rows);
    const dump = await lite.dumpDataDir('gzip');
    await writeFile(file, new Uint8Array(await dump.arrayBuffer()));
    return counts;
  } finally {
    await lite.close();
    unlock();
  }
}

/**
 * Makes an embedded database from such a file, beside its place and renamed, so that a kill in the middle leaves nothing half made.
 * @throws AppError CONFLICT where there is a database already
 */
export async function restoreEmbedded(dataDir: string, file: string): Promise<RowCounts> {
  const place = resolve(dataDir);
  mkdirSync(dirname(place), { recursive: true });
  const unlock = takeLock(`${place}.lock`);
  const draft = `${place}.restored`;
  try {
    if (existsSync(place))
      throw new AppError('CONFLICT', {}, `There is a database in ${place} already. Move it away first: nothing is written over.`);
    rmSync(draft, { recursive: true, force: true });
    const lite = await PGlite.create(draft, { loadDataDir: await openAsBlob(file) });
    const counts = await countRows(async (text) => (await lite.query(text)).rows);
    await lite.close();
    renameSync(draft, place);
    return counts;
  } finally {
    rmSync(draft, { recursive: true, force: true });
    unlock();
  }
}
