import { findPhoto, isNamedByAnother, maySeePhoto, readOrg, recordReceived, recordRefused, recordStored, withOrg } from '@heliograph/db';
import { can, type PhotoHash, refuse } from '@heliograph/domain';
import type { Actor } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { type PhotoRefusal, readJpeg } from './jpeg.ts';
import type { PhotoFile, Upload } from './store.ts';

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
  return held === size && !stored ? finish(ports, uploadBy(actor, sha), size) : progress;
}

/** Only photos that a stored operation names are known. */
async function progressOf({ db, photos }: Ports, actor: Actor, sha: PhotoHash): Promise<Progress> {
  const row = (await readOrg(db, { org: actor.org }, (tx) => findPhoto(tx, sha))) ?? refuse('NOT_FOUND');
  if (row.state === 'refused') refuse('UNSUPPORTED', { reason: row.refusal });
  if (row.size <= 0) refuse('UNSUPPORTED', { reason: 'not_a_photo' });
  if (row.size > MAX_BYTES) refuse('TOO_LARGE', { limit: MAX_BYTES });
  const stored = row.state === 'stored';
  return { size: row.size, stored, held: stored ? row.size : await photos.size(uploadBy(actor, sha)) };
}

const uploadBy = ({ org, user }: Actor, sha: PhotoHash): Upload => ({ org, sha, by: user });

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
  const upload = uploadBy(actor, sha);
  // Every byte was here, and something came between that and the pictures: only the end is to be done again.
  if (progress.held === total) return finish(ports, upload, total);
  const held = await ports.photos.append(upload, at, bytes);
  if (held === null) return { kind: 'elsewhere', held: await ports.photos.size(upload) };
  if (held === total) return finish(ports, upload, total);
  await withOrg(ports.db, actor, (tx) => recordReceived(tx, sha, held));
  return { held, size: total, stored: false };
}

/** An upload that went wrong is begun again once; the second time is believed. */
function isSecondTry({ failedUploads }: Ports, { org, sha, by }: Upload): boolean {
  const name = `${org} ${sha} ${by}`;
  if (failedUploads.delete(name)) return true;
  failedUploads.add(name);
  return false;
}

/** Nothing of it is held: it never was what its name says, or another request at the same moment found so and threw it away. */
const BEGINNING: Elsewhere = { kind: 'elsewhere', held: 0 };

async function finish(ports: Ports, upload: Upload, size: number): Promise<Progress | Elsewhere> {
  const { db, photos, decode, now } = ports;
  const hash = await photos.hash(upload);
  if (hash === null) return BEGINNING;
  if (hash !== upload.sha) {
    if (isSecondTry(ports, upload)) return turnDown(ports, upload, 'hash_differs');
    await photos.restart(upload);
    return BEGINNING;
  }
  const bytes = await photos.read(upload);
  if (bytes === null) return BEGINNING;
  const reading = readJpeg(bytes);
  if (reading.kind === 'refused') return turnDown(ports, upload, reading.reason);
  const decoded = await photos.finish(upload, decode);
  if (decoded === null) return BEGINNING;
  if (decoded.kind === 'refused') return turnDown(ports, upload, 'damaged');
  if (decoded.kind === 'failed') return refuse('UNAVAILABLE', { retryAfter: 30 });
  if (decoded.kind === 'crashed') return isSecondTry(ports, upload) ? turnDown(ports, upload, 'damaged') : refuse('UNAVAILABLE', { retryAfter: 5 });
  await withOrg(db, upload, (tx) => recordStored(tx, upload.sha, { width: reading.width, height: reading.height, at: now() }));
  return { held: size, size, stored: true };
}

/** The bytes are let go here; the phone keeps its own and says why. Other bytes than the name says are one person's matter where another may bring the true ones. */
async function turnDown({ db, photos }: Ports, upload: Upload, why: PhotoRefusal): Promise<never> {
  const { sha, by } = upload;
  await withOrg(db, upload, async (tx) => {
    if (why !== 'hash_differs' || !(await isNamedByAnother(tx, by, sha))) await recordRefused(tx, sha, why);
  });
  await photos.restart(upload);
  return refuse('UNSUPPORTED', { reason: why });
}

/** A finished file, for those who may see an execution that shows it. */
export async function openPhoto({ db, photos }: Ports, actor: Actor, { sha, file }: { sha: PhotoHash; file: PhotoFile }) {
  if (!can(actor, 'photo.read')) refuse('NOT_FOUND');
  const isVisible = await readOrg(db, actor, (tx) => maySeePhoto(tx, actor, sha));
  return (isVisible ? await photos.open({ org: actor.org, sha }, file) : null) ?? refuse('NOT_FOUND');
}
