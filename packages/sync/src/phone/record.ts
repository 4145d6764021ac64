import {
  type Envelope,
  type ExecutionId,
  envelopeSchema,
  LIMITS,
  type OperationId,
  operationIdSchema,
  readOperation,
  registerOf,
  utf8Length,
  uuidv7,
} from '@heliograph/domain';
import type { OutboxTx, PhotoRecord } from './ports.ts';

/** What a person did, before it has an identity. Payloads are typed by the domain's builders; they are parsed again here. */
export interface OperationDraft {
  readonly k: string;
  readonly v?: number;
  readonly x: string;
  readonly s?: string;
  /** Heads of the address that the person saw. Operations of this phone still being written are added by the engine. */
  readonly b?: readonly OperationId[];
  readonly p: Readonly<Record<string, unknown>>;
}

/** One thing to record, with the photo and the draft that belong in the same transaction. */
export interface Entry {
  readonly draft: OperationDraft;
  readonly photo?: { readonly record: PhotoRecord; readonly slices: readonly ArrayBuffer[] };
  readonly replacesDraft?: { readonly x: ExecutionId; readonly s: string };
}

/** The operation can never be stored: too long, or not what its kind takes. Nothing was written; the person's words are still on the screen. */
export class Unrecordable extends Error {
  override readonly name = 'Unrecordable';
  readonly reason: 'too_large' | 'schema';
  constructor(reason: 'too_large' | 'schema', message: string) {
    super(message);
    this.reason = reason;
  }
}

/** Everything of the envelope but the counter, which only the storing transaction may give (H16). */
export type Unnumbered = Omit<Envelope, 'i' | 'o'>;

export interface Moment {
  readonly w: number;
  readonly z: number;
  readonly n: number;
  readonly random: Uint8Array;
}

/** Gives a draft its identity, and refuses at once what could never be stored. */
export function identify(draft: OperationDraft, moment: Moment, inFlight: readonly Unnumbered[]): Unnumbered {
  const id = operationIdSchema.parse(uuidv7(moment.w, moment.random));
  const { k, v = 1, x, s, p } = draft;
  const supersedes = [...new Set([...(draft.b ?? []), ...sameRegister(inFlight, { k, x, s })])].slice(-LIMITS.supersedes);
  const candidate = { id, k, v, x, ...(s === undefined ? {} : { s }), ...(supersedes.length === 0 ? {} : { b: supersedes }), p };
  const timed = { ...candidate, w: moment.w, z: moment.z, n: moment.n };
  const reading = readOperation({ i: 1, o: 0, ...timed });
  if (reading.kind === 'malformed') throw new Unrecordable('schema', reading.reason);
  if (utf8Length(JSON.stringify(timed)) > LIMITS.operationBytes - 64) throw new Unrecordable('too_large', `over ${LIMITS.operationBytes} bytes`);
  const { i: _i, o: _o, ...envelope } = envelopeSchema.parse({ i: 1, o: 0, ...timed });
  return envelope;
}

/** A correction typed before the first tap was durable replaces it (decision 23). */
function sameRegister(inFlight: readonly Unnumbered[], { k, x, s }: { k: string; x: string; s: string | undefined }): OperationId[] {
  const register = registerOf({ k, s });
  return register === null ? [] : inFlight.filter((other) => other.x === x && registerOf(other) === register).map(({ id }) => id);
}

/** Writes entries in the order given: operation, photo and the end of the draft together, or nothing. */
export async function store(tx: OutboxTx, entries: readonly { entry: Entry; envelope: Unnumbered }[]): Promise<Envelope[]> {
  const meta = await tx.meta();
  if (meta === undefined) throw new Error('outbox without identity');
  const operations = entries.map(({ envelope }, at) => ({ i: meta.next + at, ...envelope, o: meta.offset }));
  for (const operation of operations) await tx.putOp(operation);
  for (const { entry } of entries) await storeBeside(tx, entry);
  await tx.putMeta({ ...meta, next: meta.next + operations.length });
  return operations;
}

async function storeBeside(tx: OutboxTx, { photo, replacesDraft }: Entry): Promise<void> {
  const held = photo === undefined ? undefined : await tx.photo(photo.record.sha);
  if (photo !== undefined && held?.state !== 'waiting' && held?.state !== 'stored') {
    for (const [n, bytes] of photo.slices.entries()) await tx.putSlice(photo.record.sha, n, bytes);
    await tx.putPhoto(photo.record);
  }
  if (replacesDraft !== undefined) await tx.deleteDraft(replacesDraft.x, replacesDraft.s);
}
