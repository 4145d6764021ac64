import { copyFile, mkdir, readdir, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';

/** A phone may sleep for weeks with a page open; the parts it has not loaded yet are there when it wakes (H29). */
const KEPT_MS = 35 * 86_400_000;
const HASHED = '_next/static';

/**
 * Keeps this build's hashed files beside the data, which outlives a deployment, and forgets those no build has had for five weeks.
 * @returns file by path of every build kept
 */
export async function keepAssets(site: string, shelf: string, now: number = Date.now()): Promise<ReadonlyMap<string, string>> {
  const current = await filesBelow(join(site, HASHED));
  for (const file of current.filter((name) => !/\.(?:br|gz|map)$/.test(name))) {
    const copy = join(shelf, relative(site, file));
    const seen = new Date(now);
    // The name is the hash of the content: what is there already is the same.
    await utimes(copy, seen, seen).catch(async () => {
      await mkdir(dirname(copy), { recursive: true });
      await copyFile(file, copy);
    });
  }
  const kept = new Map<string, string>();
  for (const file of await filesBelow(join(shelf, HASHED))) {
    if (now - (await stat(file)).mtimeMs > KEPT_MS) await rm(file);
    else kept.set(`/${relative(shelf, file).split(sep).join('/')}`, file);
  }
  return kept;
}

async function filesBelow(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}
