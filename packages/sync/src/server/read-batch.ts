import { type Envelope, envelopeSchema, LIMITS, type Operation, readOperation, utf8Length } from '@heliograph/domain';
import type { AsideCode } from '../messages/exchange.ts';

/** One operation as it came, and what it is before anything is known of the database. */
export type Incoming = { readonly i: number; readonly envelope: Envelope; readonly raw: string } & (
  | { readonly kind: 'known'; readonly operation: Operation }
  | { readonly kind: 'held'; readonly code: Extract<AsideCode, 'newer_kind'> }
  | { readonly kind: 'rejected'; readonly code: Extract<AsideCode, 'schema' | 'too_large'>; readonly reason: string }
);

/** A batch the server cannot even acknowledge: an operation without counter or id, or counters that do not follow. Our own bug; answered 400. */
export class UnreadableBatch extends Error {
  override readonly name = 'UnreadableBatch';
}

/** Reads a batch operation by operation: one bad one never stops the rest. */
export function readBatch(ops: readonly unknown[]): Incoming[] {
  const batch = ops.map(readOne);
  batch.forEach(({ i }, at) => {
    const before = batch[at - 1];
    if (before !== undefined && i !== before.i + 1) throw new UnreadableBatch(`operation ${i} follows ${before.i}`);
  });
  return batch;
}

/** Deeper than any payload: the text of a value nested thousands of times cannot even be written. */
const MOST_LEVELS = 32;

function isWithin(value: unknown, levels: number): boolean {
  return typeof value !== 'object' || value === null || (levels > 0 && Object.values(value).every((inner) => isWithin(inner, levels - 1)));
}

/** Reads one operation by itself. @throws UnreadableBatch where it has no counter or no id */
export function readOne(raw: unknown): Incoming {
  if (!isWithin(raw, MOST_LEVELS)) return refused(raw, '', { code: 'schema', reason: `nested deeper than ${MOST_LEVELS} levels` });
  const text = JSON.stringify(raw);
  // Counted in UTF-8 bytes as the phone counts them; text beyond the limit is kept, cut, as evidence.
  if (utf8Length(text) > LIMITS.operationBytes)
    return refused(raw, text.slice(0, LIMITS.operationBytes), { code: 'too_large', reason: `over ${LIMITS.operationBytes} bytes` });
  const reading = readOperation(raw);
  switch (reading.kind) {
    case 'known':
      return { i: reading.operation.i, envelope: reading.operation, raw: text, kind: 'known', operation: reading.operation };
    case 'newer':
      return { i: reading.envelope.i, envelope: reading.envelope, raw: text, kind: 'held', code: 'newer_kind' };
    case 'malformed':
      return refused(raw, text, { code: 'schema', reason: reading.reason });
  }
}

function refused(raw: unknown, text: string, why: { code: 'schema' | 'too_large'; reason: string }): Incoming {
  const envelope = identityOf(raw);
  return { i: envelope.i, envelope, raw: text, kind: 'rejected', ...why };
}

/** The least that lets an operation be acknowledged and set aside: its counter and its id. The rest of the envelope is filled with nothing. */
function identityOf(raw: unknown): Envelope {
  const { i, id } = typeof raw === 'object' && raw !== null ? { i: 0, id: '', ...raw } : { i: 0, id: '' };
  const found = envelopeSchema.safeParse({ k: 'unreadable', v: 1, x: id, p: {}, w: 0, z: 0, o: 0, n: 0, i, id });
  if (!found.success) throw new UnreadableBatch('an operation has no counter or no id');
  return found.data;
}
