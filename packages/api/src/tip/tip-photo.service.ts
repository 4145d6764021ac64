import { createHash } from 'node:crypto';
import { readSettings, subjectOfTip, withOrg } from '@heliograph/db';
import { executionIdSchema, mayWriteTip, type PhotoHash, photoHashSchema, refuse, type TipPhoto } from '@heliograph/domain';
import { kindOf } from '../attachment/attachment.service.ts';
import type { Actor } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { actAs } from '../office/act.ts';
import { receiveSlice } from '../photo/photo.service.ts';
import { standingOf, visibleTip } from './tip.service.ts';

type Ports = Pick<Deps, 'db' | 'now' | 'sync' | 'photos' | 'decode' | 'failedUploads' | 'drawPicture'>;

/**
 * Takes in a picture for a tip from a desk: drawn anew, so that it tells of no place and no device, and announced as a phone announces its own.
 * The tip shows it once a version names it. One that nobody has written yet has the id that its form gave it.
 * @throws AppError NOT_ALLOWED, NOT_FOUND for a word that is no tip, UNSUPPORTED `kind`, `damaged`
 */
export async function storeTipPhoto(ports: Ports, actor: Actor, { id, given }: { id: string; given: Uint8Array }): Promise<TipPhoto> {
  if (kindOf(given) !== 'photo') refuse('UNSUPPORTED', { reason: 'kind' });
  const { bytes, width, height } = await ports.drawPicture(given);
  const sha = photoHashSchema.parse(createHash('sha256').update(bytes).digest('hex'));
  const announced = { sha, size: bytes.byteLength, mime: 'image/jpeg', width, height, taken: ports.now() } as const;
  await withOrg(ports.db, actor, async (tx) => {
    // Whose a person's tip is, the records know; one of the library is known by its word alone, and is not begun by a form.
    if (!executionIdSchema.safeParse(id).success && !mayWriteTip(actor, standingOf(await visibleTip(tx, actor, id)))) refuse('NOT_ALLOWED');
    const { timeZone } = await readSettings(tx);
    await actAs(ports, tx, { actor, zone: timeZone, acts: [{ k: 'tip.photo', x: subjectOfTip(actor.org, id), p: announced }] });
  });
  await keep(ports, actor, { sha, bytes });
  return { sha, width, height };
}

/** An earlier try may have ended half-way: it goes on from there. */
async function keep(ports: Ports, actor: Actor, { sha, bytes }: { sha: PhotoHash; bytes: Uint8Array }): Promise<void> {
  const from = (at: number) => receiveSlice(ports, actor, { sha, at, total: bytes.byteLength, bytes: bytes.subarray(at) });
  const first = await from(0);
  const last = 'kind' in first ? await from(first.held) : first;
  if ('kind' in last || !last.stored) refuse('UNAVAILABLE', { retryAfter: 2 });
}
