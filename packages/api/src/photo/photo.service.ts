import { findPhoto, maySeePhoto, readOrg, recordReceived, recordRefused, recordStored, withOrg } from '@heliograph/db';
import { can, type PhotoHash, refuse } from '@heliograph/domain';
import type { Actor } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { type PhotoRefusal, readJpeg } from './jpeg.ts';
import type { PhotoFile, PhotoKey } from './store.ts';

type Ports = Pick<Deps, 'db' | 'photos' | 'decode' | 'failedUploads' | 'now'>;

/** Largest photo that is taken in: an unshrunk one of a good phone. */
const MAX_BYTES = 33_554_432;

/** How far an upload is. `stored` once every byte is here, hashes to its name, and is a picture. */
export interface Progress {
  readonly held: number;
  readonly size: number;
  readonly stored: boolean;
}

/** How far the upload of a photo is. All bytes are never reported before they are checked and shown: the phone lets go of its own then. */
export async function uploadOf(ports: Ports, actor: Actor, sha: PhotoHash): Promise<Progress | Elsewhere> {
  const progress = await progressOf(ports, actor, sha);
  const { held, size, stored } = progress;
  return held === size && !stored ? finish(ports, { org: actor.org, sha }, size) : progress;
}

/** Only photos that a stored operation names are known. */
async function progressOf({ db, photos }: Ports, { org }: Actor, sha: PhotoHash): Promise<Progress> {
  const row = (await readOrg(db, { org }, (tx) => findPhoto(tx, sha))) ?? refuse('NOT_FOUND');
  if (row.state === 'refused') refuse('UNSUPPORTED', { reason: row.refusal });
  if (row.size <= 0) refuse('UNSUPPORTED', { reason: 'not_a_photo' });
  if (row.size > MAX_BYTES) refuse('TOO_LARGE', { limit: MAX_BYTES });
  const stored = row.state === 'stored';
  return { size: row.size, stored, held: stored ? row.size : await photos.size({ org, sha }) };
}

/** The upload stands elsewhere than the slice begins. */
export interface Elsewhere {
  readonly kind: 'elsewhere';
  readonly held: number;
}

export interface Slice {
  readonly sha: PhotoHash;
  readonly at: number;
  readonly total: number;
  readonly bytes: Uint8Array;
}

/**
 * Takes one slice; after the last one, checks the hash and makes the pictures.
 * @throws AppError UNSUPPORTED with `reason` when what came is not a photo we show
 */
export async function receiveSlice(ports: Ports, actor: Actor, { sha, at, total, bytes }: Slice): Promise<Progress | Elsewhere> {
  const progress = await progressOf(ports, actor, sha);
  if (progress.stored) return progress;
  if (total !== progress.size || at + bytes.byteLength > total) refuse('INVALID', { reason: 'length', length: progress.size });
  const key = { org: actor.org, sha };
  // Every byte was here, and something came between that and the pictures: only the end is to be done again.
  if (progress.held === total) return finish(ports, key, total);
  const held = await ports.photos.append(key, at, bytes);
  if (held === null) return { kind: 'elsewhere', held: await ports.photos.size(key) };
  if (held === total) return finish(ports, key, total);
  await withOrg(ports.db, key, (tx) => recordReceived(tx, sha, held));
  return { held, size: total, stored: false };
}

/** An upload that went wrong is begun again once; the second time is believed. */
function isSecondTry({ failedUploads }: Ports, { org, sha }: PhotoKey): boolean {
  const name = `${org} ${sha}`;
  if (failedUploads.delete(name)) return true;
  failedUploads.add(name);
  return false;
}

async function finish(ports: Ports, key: PhotoKey, size: number): Promise<Progress | Elsewhere> {
  const { db, photos, decode, now } = ports;
  if ((await photos.hash(key)) !== key.sha) {
    if (isSecondTry(ports, key)) return turnDown(ports, key, 'hash_differs');
    await photos.restart(key);
    return { kind: 'elsewhere', held: 0 };
  }
  const reading = readJpeg(await photos.read(key));
  if (reading.kind === 'refused') return turnDown(ports, key, reading.reason);
  const decoded = await photos.finish(key, decode);
  if (decoded.kind === 'refused') return turnDown(ports, key, 'damaged');
  if (decoded.kind === 'crashed') return isSecondTry(ports, key) ? turnDown(ports, key, 'damaged') : refuse('UNAVAILABLE', { retryAfter: 5 });
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
