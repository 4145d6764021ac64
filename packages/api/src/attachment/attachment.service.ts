import { createHash } from 'node:crypto';
import { findAttachments, insertAttachment, readOrg, withOrg } from '@heliograph/db';
import { type Attachment, type PhotoHash, photoHashSchema, refuse } from '@heliograph/domain';
import type { Actor } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';

type Ports = Pick<Deps, 'db' | 'now' | 'attachments' | 'drawPicture'>;

/** Largest file that is taken in, bytes: a scanned manual, a picture of a good camera. */
export const LARGEST = { document: 20_971_520, photo: 20_971_520 } as const;

/** What a file is by its first bytes; its name and its declared type are not believed. */
export function kindOf(bytes: Uint8Array): Attachment['kind'] | null {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  if (head.startsWith('%PDF-')) return 'document';
  const isPicture =
    head.startsWith('\xff\xd8\xff') || head.startsWith('\x89PNG\r\n\x1a\n') || (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP');
  return isPicture ? 'photo' : null;
}

/**
 * Takes in a picture or a PDF document and answers what a step says of it. A picture is drawn anew, so the hash is that of our own file:
 * what a phone keeps can be checked against its name, and carries no place and no device.
 * @throws AppError UNSUPPORTED `kind`, `damaged`
 */
export async function storeAttachment(ports: Ports, actor: Actor, { given, name }: { given: Uint8Array; name: string }): Promise<Attachment> {
  const kind = kindOf(given) ?? refuse('UNSUPPORTED', { reason: 'kind' });
  const drawn = kind === 'photo' ? await ports.drawPicture(given) : { bytes: given, width: null, height: null };
  const { bytes, ...size } = drawn;
  const hash = photoHashSchema.parse(createHash('sha256').update(bytes).digest('hex'));
  await ports.attachments.keep({ org: actor.org, sha: hash }, bytes);
  const attachment = { hash, kind, bytes: bytes.byteLength, name };
  await withOrg(ports.db, actor, (tx) => insertAttachment(tx, { ...attachment, ...size }, { by: actor.user, at: ports.now() }));
  return attachment;
}

/** A stored file, for everybody of the organisation. */
export async function openAttachment({ db, attachments }: Pick<Ports, 'db' | 'attachments'>, actor: Actor, hash: PhotoHash) {
  const [known] = await readOrg(db, actor, (tx) => findAttachments(tx, [hash]));
  const file = known === undefined ? null : await attachments.open({ org: actor.org, sha: hash });
  return known === undefined || file === null ? refuse('NOT_FOUND') : { ...file, kind: known.kind, name: known.name };
}
