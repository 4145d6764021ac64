import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import * as z from 'zod/mini';

/** What a backup says of itself, beside its files. */
const manifestSchema = z.object({
  format: z.literal(1),
  made: z.iso.datetime(),
  engine: z.enum(['embedded', 'postgresql']),
  /** Of the database's file. */
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  /** Rows of each table. */
  rows: z.record(z.string(), z.int()),
  photos: z.int(),
});
export type Manifest = z.infer<typeof manifestSchema>;

const NAME = 'backup.json';
export const databaseFile = (folder: string): string => join(folder, 'database.dump');
export const photoFolder = (folder: string): string => join(folder, 'photos');

export const writeManifest = (folder: string, manifest: Manifest): Promise<void> =>
  writeFile(join(folder, NAME), `${JSON.stringify(manifest, null, 2)}\n`);

/** @throws Error with what is wrong, for whoever restores */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, NAME), 'utf8').catch(() => {
    throw new Error(`${folder} is no backup: it has no ${NAME}.`);
  });
  const read = manifestSchema.safeParse(JSON.parse(text));
  if (!read.success) throw new Error(`${NAME} is not of a kind that this version reads.`);
  if ((await sha256Of(databaseFile(folder))) !== read.data.sha256)
    throw new Error('The database in this backup is damaged: its bytes are not those that were written.');
  return read.data;
}

export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
