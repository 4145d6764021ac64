import { findAttachments, insertAttachment, listVersionsOf, type OrgTx, readOrg, readProcedures, withOrg } from '@heliograph/db';
import {
  type Attachment,
  type CarriedFile,
  can,
  extraSchema,
  filesOf,
  type Localized,
  type ProcedureFile,
  type ProcedureHash,
  procedureFileSchema,
  procedureHash,
  refuse,
} from '@heliograph/domain';
import { procedureDraftSchema } from '@heliograph/domain/procedure/draft';
import * as z from 'zod/mini';
import { kindOf } from '../attachment/attachment.service.ts';
import type { Actor, Doer } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { sha256 } from '../office/sha256.ts';
import { createUnder } from './create-under.ts';
import { openDraft } from './draft.service.ts';

type Ports = Pick<Deps, 'db' | 'now' | 'attachments' | 'drawPicture'>;

/** A version by its hash; by its code the newest version, else the draft. */
export type Named = { readonly hash: ProcedureHash } | { readonly slug: string };

/** All files of a procedure together, bytes. */
const MOST_BYTES = 67_108_864;

export interface Source {
  readonly kind: ProcedureFile['kind'];
  readonly content: Record<string, unknown>;
}

/** What is to be taken out of here. What is still being written goes out with those who may write it. @throws AppError NOT_FOUND, NOT_ALLOWED */
export async function sourceOf({ db }: Pick<Ports, 'db'>, actor: Actor, named: Named): Promise<Source> {
  const version = await readOrg(db, actor, (tx) => versionOf(tx, named));
  if (version !== undefined) return { kind: 'version', content: { ...version } };
  if (!('slug' in named)) return refuse('NOT_FOUND');
  const { document } = await openDraft({ db }, actor, named.slug);
  return can(actor, 'procedure.write') ? { kind: 'draft', content: { ...document } } : refuse('NOT_ALLOWED');
}

async function versionOf(tx: OrgTx, named: Named): Promise<object | undefined> {
  const hash = 'hash' in named ? named.hash : (await listVersionsOf(tx, named.slug))[0]?.hash;
  const [version] = hash === undefined ? [] : await readProcedures(tx, [hash]);
  // A stored version is the JSON it was published as.
  return version?.content as object | undefined;
}

/** Where files are named, also in a version of a newer app. */
const withNotes = z.object({ extra: z.optional(extraSchema) });
const withNotesSchema = z.extend(withNotes, { steps: z.array(withNotes) });

/** A procedure with its pictures and documents, as one file. @throws AppError NOT_FOUND, TOO_LARGE */
export async function exportProcedure(ports: Pick<Ports, 'db' | 'attachments'>, actor: Actor, named: Named): Promise<ProcedureFile> {
  const { kind, content } = await sourceOf(ports, actor, named);
  const wanted = filesOf(withNotesSchema.parse(content));
  if (wanted.reduce((sum, { bytes }) => sum + bytes, 0) > MOST_BYTES) refuse('TOO_LARGE', { limit: MOST_BYTES });
  const files: CarriedFile[] = [];
  for (const file of wanted) {
    const stored = await ports.attachments.open({ org: actor.org, sha: file.hash });
    // One that never arrived here cannot be handed on; whoever opens the procedure sees that it is missing, here as there.
    if (stored !== null) files.push({ ...file, data: Buffer.from(await new Response(stored.bytes).arrayBuffer()).toString('base64') });
  }
  return { format: 'heliograph-procedure', version: 1, kind, hash: await procedureHash(content, sha256), content, files };
}

export interface ImportedFile {
  readonly dryRun: boolean;
  /** The code it has here: its own, or a free one like it. Null in a dry run. */
  readonly slug: string | null;
  readonly title: Localized;
  readonly hash: ProcedureHash;
  readonly steps: number;
  readonly files: number;
}

/**
 * Brings a procedure in as a draft that says the same to the letter: published as it is, it has the same hash.
 * @throws AppError INVALID `not_a_procedure`, `hash`, `file_hash`, `newer`
 */
export async function importProcedure(ports: Ports, doer: Doer, { text, dryRun }: { text: string; dryRun: boolean }): Promise<ImportedFile> {
  const { hash, content, files } = readFile(text);
  if ((await procedureHash(content, sha256)) !== hash) refuse('INVALID', { reason: 'hash' });
  const draft = procedureDraftSchema.safeParse(content);
  if (!draft.success) return refuse('INVALID', { reason: 'newer' });
  const carried = await Promise.all(files.map((file) => bytesOf(file)));
  const told = { dryRun, title: draft.data.title, hash, steps: draft.data.steps.length, files: files.length };
  if (dryRun) return { ...told, slug: null };
  for (const one of carried) await keep(ports, doer, one);
  const { slug } = await createUnder(ports, doer, draft.data);
  return { ...told, slug };
}

function readFile(text: string): ProcedureFile {
  try {
    return procedureFileSchema.parse(JSON.parse(text));
  } catch {
    return refuse('INVALID', { reason: 'not_a_procedure' });
  }
}

interface Carried extends Attachment {
  readonly given: Uint8Array;
}

async function bytesOf({ data, ...file }: CarriedFile): Promise<Carried> {
  const given = Buffer.from(data, 'base64');
  if ((await sha256(given)) !== file.hash || given.byteLength !== file.bytes || kindOf(given) !== file.kind)
    refuse('INVALID', { reason: 'file_hash', name: file.name });
  return { ...file, given };
}

/**
 * A picture was drawn anew where it first came in, and its hash is that of the drawing; drawn again it would be another one. So it is drawn
 * once more only to prove that it is a picture, and kept as it came.
 */
async function keep({ db, now, attachments, drawPicture }: Ports, doer: Doer, { given, caption: _, ...file }: Carried): Promise<void> {
  const isKnown = (await readOrg(db, doer, (tx) => findAttachments(tx, [file.hash]))).length > 0;
  if (isKnown) return;
  const { width, height } = file.kind === 'photo' ? await drawPicture(given) : { width: null, height: null };
  await attachments.keep({ org: doer.org, sha: file.hash }, given);
  await withOrg(db, doer, (tx) => insertAttachment(tx, { ...file, width, height }, { by: doer.user, at: now() }));
}
