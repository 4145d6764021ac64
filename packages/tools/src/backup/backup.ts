import { cp, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Env } from '@heliograph/api';
import { differences, type RowCounts, restoreEmbedded, restorePostgres, saveEmbedded, savePostgres } from '@heliograph/db';
import { databaseFile, type Manifest, photoFolder, readManifest, sha256Of, writeManifest } from './manifest.ts';

/** An installation: where its rows and its photos are. */
export interface Installation extends Pick<Env, 'databaseUrl' | 'dataDir' | 'photoDir'> {
  /** Where programs are looked for, as PATH says it. */
  readonly path: string;
}

/**
 * Writes database and photos of an installation into a new folder. Photos are copied after the rows: they never change, so every photo that a
 * row names is in the copy.
 */
export async function backUp(from: Installation, folder: string, now: Date): Promise<Manifest> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) throw new Error(`${folder} is not empty. A backup goes into a folder of its own.`);
  const rows = await saveRows(from, databaseFile(folder));
  const photos = await copyPhotos(from.photoDir, photoFolder(folder));
  const engine = from.databaseUrl === null ? 'embedded' : 'postgresql';
  const manifest: Manifest = { format: 1, made: now.toISOString(), engine, sha256: await sha256Of(databaseFile(folder)), rows, photos };
  await writeManifest(folder, manifest);
  return manifest;
}

/** Fills an installation that holds nothing yet, and counts what came. @throws Error where a table, or the photos, came out otherwise */
export async function bringBack(to: Installation, folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder);
  const engine = to.databaseUrl === null ? 'embedded' : 'postgresql';
  if (engine !== manifest.engine) throw new Error(`This is a backup of a database of the other kind (${manifest.engine}).`);
  const rows = await restoreRows(to, databaseFile(folder));
  const wrong = differences(manifest.rows, rows).map(({ table, before, after }) => `${table}: ${before} in the backup, ${after} restored`);
  if (wrong.length > 0) throw new Error(`Not every row came back:\n  ${wrong.join('\n  ')}`);
  const photos = await copyPhotos(photoFolder(folder), to.photoDir);
  if (photos < manifest.photos) throw new Error(`Not every photo came back: ${manifest.photos} in the backup, ${photos} restored.`);
  return manifest;
}

const embeddedIn = ({ dataDir }: Installation): string => join(dataDir, 'pglite');

const saveRows = (from: Installation, file: string): Promise<RowCounts> =>
  from.databaseUrl === null ? saveEmbedded(embeddedIn(from), file) : savePostgres({ databaseUrl: from.databaseUrl, path: from.path }, file);

const restoreRows = (to: Installation, file: string): Promise<RowCounts> =>
  to.databaseUrl === null ? restoreEmbedded(embeddedIn(to), file) : restorePostgres({ databaseUrl: to.databaseUrl, path: to.path }, file);

/** @returns how many files lie there now */
async function copyPhotos(from: string, to: string): Promise<number> {
  await mkdir(to, { recursive: true });
  await mkdir(from, { recursive: true });
  await cp(from, to, { recursive: true, force: false });
  return (await readdir(to, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length;
}
