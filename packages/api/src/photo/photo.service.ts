import { findPhoto, maySeePhoto, readOrg, recordReceived, recordRefused, recordStored, withOrg } from '@heliograph/db';
import { can, type PhotoHash, refuse } from '@heliograph/domain';
import type { Actor } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { type PhotoRefusal, readJpeg } from './jpeg.ts';
import type { PhotoFile, PhotoKey } from './store.ts';

type Ports = Pick<Deps, 'db' | 'photos' | 'decode' | 'now'>;

/** Largest photo that is taken in: an unshrunk one of a good phone. */
const MAX_BYTES = 33_554_432;

/** How far an upload is. `stored` once every byte is here, hashes to its name, and is a picture. */
export interface Progress {
  readonly held: number;
  readonly size: number;
  readonly stored: boolean;
}

/** How far the upload of a photo is; only photos that a stored operation names are known. */
export async function progressOf({ db, photos }: Ports, { org }: Actor, sha: PhotoHash): Promise<Progress> {
  const row = (await readOrg(db, { org }, (tx) => findPhoto(tx, sha))) ?? refuse('NOT_FOUND');
  if (row.state === 'refused') refuse('UNSUPPORTED', { reason: row.refusal });
  const stored = row.state === 'stored';
  return { size: row.size, stored, held: stored ? row.size : await photos.size({ org, sha }) };
}

export interface Slice {
  readonly sha: PhotoHash;
  readonly at: number;
  readonly total: number;
  readonly bytes: Uint8Array;
}

/**
 * Takes one slice; after the last one, checks the hash and makes the pictures. `elsewhere`: the slice does not begin where the upload is.
 * @throws AppError UNSUPPORTED with `reason` when what came is not a photo we show
 */
export async function receiveSlice(
  ports: Ports,
  actor: Actor,
  { sha, at, total, bytes }: Slice,
): Promise<Progress | { kind: 'elsewhere'; held: number }> {
  const progress = await progressOf(ports, actor, sha);
  if (progress.stored) return progress;
  if (total !== progress.size || at + bytes.byteLength > total) refuse('INVALID', { reason: 'length', length: progress.size });
  if (total > MAX_BYTES) refuse('TOO_LARGE', { limit: MAX_BYTES });
  const key = { org: actor.org, sha };
  // An empty slice at the end asks to try the last part again.
  const held = bytes.byteLength === 0 && at === progress.held ? at : await ports.photos.append(key, at, bytes);
  if (held === null) return { kind: 'elsewhere', held: await ports.photos.size(key) };
  if (held === total) return finish(ports, key, total);
  await withOrg(ports.db, key, (tx) => recordReceived(tx, sha, held));
  return { held, size: total, stored: false };
}

/** Photos whose upload went wrong once in this process: the second time is believed. */
const secondTries = new Set<string>();
function isSecondTry({ org, sha }: PhotoKey): boolean {
  const name = `${org} ${sha}`;
  if (secondTries.delete(name)) return true;
  secondTries.add(name);
  return false;
}

async function finish(ports: Ports, key: PhotoKey, size: number): Promise<Progress | { kind: 'elsewhere'; held: number }> {
  const { db, photos, decode, now } = ports;
  if ((await photos.hash(key)) !== key.sha) {
    if (isSecondTry(key)) return turnDown(ports, key, 'hash_differs');
    await photos.restart(key);
    return { kind: 'elsewhere', held: 0 };
  }
  const reading = readJpeg(await photos.read(key));
  if (reading.kind === 'refused') return turnDown(ports, key, reading.reason);
  const decoded = await photos.finish(key, decode);
  if (decoded.kind === 'refused') return turnDown(ports, key, 'damaged');
  if (decoded.kind === 'crashed') return isSecondTry(key) ? turnDown(ports, key, 'damaged') : refuse('UNAVAILABLE', { retryAfter: 5 });
  await withOrg(db, key, (tx) => recordStored(tx, key.sha, { width: reading.width, height: reading.height, at: now() }));
  return { held: size, size, stored: true };
}

/** The bytes are let go here; the phone keeps its own and says why. */
async function turnDown({ db, photos }: Ports, key: PhotoKey, why: PhotoRefusal): Promise<never> {
  await withOrg(db, key, (tx) => recordRefused(tx, key.sha, why));
  await photos.restart(key);
  return refuse('UNSUPPORTED', { reason: why });
}

/** A finished file, for those who may see an execution that shows it. */
export async function openPhoto({ db, photos }: Ports, actor: Actor, { sha, file }: { sha: PhotoHash; file: PhotoFile }) {
  if (!can(actor, 'photo.read')) refuse('NOT_FOUND');
  const isVisible = await readOrg(db, actor, (tx) => maySeePhoto(tx, actor, sha));
  return (isVisible ? await photos.open({ org: actor.org, sha }, file) : null) ?? refuse('NOT_FOUND');
}
