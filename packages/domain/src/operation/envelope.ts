import * as z from 'zod/mini';
import { operationIdSchema } from '../ids.ts';
import { isStorable } from '../text.ts';
import { type OperationKind, operationPayloads, type Payload } from './payload.ts';

export const LIMITS = { operationBytes: 16_384, supersedes: 16, batchOperations: 1000, batchBytes: 1_048_576, unpackedBytes: 4_194_304 } as const;

/** `stepId`, or `stepId/itemKey` where the step repeats (decision 6). */
export const addressSchema = z.string().check(z.regex(/^[A-Za-z0-9_.-]{1,80}(\/[A-Za-z0-9_.-]{1,80})?$/, 'not a step address'));

/**
 * What every operation carries, whatever its kind. The names are one letter because a day of them crosses a 2G link.
 * Frozen: the outbox of an old phone holds exactly this.
 */
export const envelopeSchema = z.object({
  /** Position in its outbox: 1, 2, 3… without holes within one device identity. */
  i: z.int().check(z.positive()),
  id: operationIdSchema,
  /** Kind and the version of its payload. */
  k: z.string().check(z.minLength(1), z.maxLength(64)),
  v: z.int().check(z.positive()),
  /** The subject: an execution, later a tip, a finding… The kind gives its type. */
  x: operationIdSchema,
  s: z.optional(addressSchema),
  /** Supersedes: the heads of this address that the person saw. */
  b: z.optional(z.array(operationIdSchema).check(z.maxLength(LIMITS.supersedes))),
  p: z.record(z.string(), z.unknown()),
  /** Device wall clock, ms since 1970; never used for order, identity or refusal. */
  w: z.int(),
  /** Offset of the device's zone, minutes east of UTC. */
  z: z.int(),
  /** Last measured (server − device) clock offset, ms. */
  o: z.int(),
  /** Page load number; with `w` it orders the display within one device. */
  n: z.int(),
});
export type Envelope = z.infer<typeof envelopeSchema>;

/** An operation whose kind and payload this build understands. */
export type Operation = { [K in OperationKind]: Omit<Envelope, 'k' | 'p'> & { k: K; p: Payload<K> } }[OperationKind];
export type OperationOf<K extends OperationKind> = Extract<Operation, { k: K }>;

export type Reading =
  | { kind: 'known'; operation: Operation }
  /** Made by a newer app: kept raw, folded as an opaque head, held on the server. */
  | { kind: 'newer'; envelope: Envelope }
  | { kind: 'malformed'; reason: string };

export const isKnownKind = (kind: string): kind is OperationKind => Object.hasOwn(operationPayloads, kind);

/** Reads one operation from outside. Never throws: what it cannot read is a value with its reason. */
export function readOperation(raw: unknown): Reading {
  const envelope = envelopeSchema.safeParse(raw);
  if (!envelope.success) return { kind: 'malformed', reason: z.prettifyError(envelope.error) };
  if (!isStorable(envelope.data)) return { kind: 'malformed', reason: 'holds a character or number that cannot be stored' };
  const { k, v, p } = envelope.data;
  if (!isKnownKind(k) || v > 1) return { kind: 'newer', envelope: envelope.data };
  const payload = operationPayloads[k].safeParse(p);
  if (!payload.success) return { kind: 'malformed', reason: z.prettifyError(payload.error) };
  // The one place where kind and payload are joined: both halves were just parsed by the same table.
  return { kind: 'known', operation: { ...envelope.data, k, p: payload.data } as Operation };
}

/** What an operation's `x` names: the kind says it (decision 7). */
export const subjectKindOf = ({ k }: { readonly k: string }): 'execution' | 'tip' => (k === 'tip' || k.startsWith('tip.') ? 'tip' : 'execution');
