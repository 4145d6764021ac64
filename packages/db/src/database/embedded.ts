import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { takeLock } from './lock-file.ts';
import { PARSERS } from './parsers.ts';

const OPTIONS: PGliteOptions = { parsers: PARSERS };

/** An embedded database in memory, empty or filled from a dump of `dumpDataDir`. */
export const openInMemory = (dump?: Blob): Promise<PGlite> => PGlite.create({ ...OPTIONS, ...(dump === undefined ? {} : { loadDataDir: dump }) });

/**
 * An embedded database in a directory, made when there is none. For one process: see `takeLock`.
 * A new one is made beside its place and renamed, so that a kill in the middle leaves nothing half made.
 */
export async function openDirectory(dataDir: string): Promise<{ lite: PGlite; unlock: () => void }> {
  const place = resolve(dataDir);
  mkdirSync(dirname(place), { recursive: true });
  const unlock = takeLock(`${place}.lock`);
  try {
    if (!existsSync(place)) await initialise(place);
    return { lite: await PGlite.create(place, OPTIONS), unlock };
  } catch (error) {
    unlock();
    throw error;
  }
}

async function initialise(place: string): Promise<void> {
  const draft = `${place}.new`;
  rmSync(draft, { recursive: true, force: true });
  const lite = await PGlite.create(draft);
  await lite.close();
  renameSync(draft, place);
}
