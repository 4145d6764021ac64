import { createHash } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { link, readdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGliteDialect } from 'kysely';
import { openInMemory } from '../database/embedded.ts';
import type { Database } from '../database/handle.ts';
import { embedded, openDatabase } from '../database/open.ts';

/** A fresh, migrated embedded database in memory, from a dump that all tests of this machine share: a fraction of a second each. */
export async function testDatabase(): Promise<Database> {
  return openDatabase({ memory: true, dump: await template() });
}

async function template(): Promise<Blob> {
  const path = join(tmpdir(), `heliograph-template-${await fingerprint()}.tar`);
  try {
    return await openAsBlob(path);
  } catch {
    await makeTemplate(path);
    return openAsBlob(path);
  }
}

/**
 * Made aside, then given its name: several test files may find it missing at once. The first to be ready stays for good,
 * because a blob of a file can no longer be read once another file has taken its place.
 */
async function makeTemplate(path: string): Promise<void> {
  const lite = await openInMemory();
  await embedded(new PGliteDialect({ pglite: lite }), () => undefined);
  const dump = await lite.dumpDataDir('none');
  const draft = `${path}.${crypto.randomUUID()}`;
  await writeFile(draft, new Uint8Array(await dump.arrayBuffer()));
  await lite.close();
  await link(draft, path).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  });
  await unlink(draft);
}

/** Of what the template is made from: the migrations, and the version of the embedded database. */
async function fingerprint(): Promise<string> {
  const folder = join(import.meta.dirname, '../migrations');
  const hash = createHash('sha256').update(await readFile(join(import.meta.dirname, '../../package.json')));
  for (const name of (await readdir(folder)).sort()) hash.update(await readFile(join(folder, name)));
  return hash.digest('hex').slice(0, 16);
}
