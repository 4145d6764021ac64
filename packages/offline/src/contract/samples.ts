import {
  type AssetId,
  assetIdSchema,
  deviceIdSchema,
  type Envelope,
  type ExecutionId,
  envelopeSchema,
  executionIdSchema,
  type OperationId,
  operationIdSchema,
  organisationIdSchema,
  type PhotoHash,
  photoHashSchema,
  siteIdSchema,
  userIdSchema,
} from '@heliograph/domain';
import type { AsideRecord, LogRow, OutboxMeta, Owner, PhotoRecord, RefRow } from '@heliograph/sync';
import { logRowSchema } from '@heliograph/sync';

const uuid = (family: number, n: number): string => `${family.toString(16).padStart(8, '0')}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

export const operationId = (n: number): OperationId => operationIdSchema.parse(uuid(1, n));
export const executionId = (n: number): ExecutionId => executionIdSchema.parse(uuid(2, n));
export const assetId = (n: number): AssetId => assetIdSchema.parse(uuid(3, n));
export const photoHash = (n: number): PhotoHash => photoHashSchema.parse(n.toString(16).padStart(64, '0'));
export const owner = (n = 1): Owner => ({ org: organisationIdSchema.parse(uuid(4, n)), user: userIdSchema.parse(uuid(5, n)) });

/** An answer to step `s`, as an outbox holds it. */
export const operation = (i: number, { x = 1, s = 's01', id = i }: { x?: number; s?: string; id?: number } = {}): Envelope =>
  envelopeSchema.parse({
    ...{ i, id: operationId(id), k: 'step', v: 1, x: executionId(x), s },
    ...{ p: { kind: 'text', response: { text: `contrôlé ${i}` } }, w: 1_763_715_600_000 + i, z: 60, o: 0, n: 1 },
  });

/** The same as the server's log tells it. */
export const logRow = (q: number, at: { x?: number; s?: string; id?: number } = {}): LogRow => {
  const { i: _i, ...rest } = operation(q, at);
  return logRowSchema.parse({ ...rest, q, a: owner().user, t: rest.w + 1000 });
};

export const meta = (): OutboxMeta => ({
  ...{ dev: deviceIdSchema.parse(uuid(7, 1)), next: 1, acked: { i: 0, id: null }, inc: null, seen: null },
  ...{ born: 1_763_715_600_000, offset: 0, milestones: [], pastUntil: null },
});
export const photo = (n: number): PhotoRecord => ({ sha: photoHash(n), size: 5, mime: 'image/jpeg', slices: 2, sent: 0, state: 'waiting', at: n });
export const aside = (i: number): AsideRecord => ({
  operation: operation(i),
  state: 'rejected',
  code: 'unknown_step',
  message: 'no such step',
  at: i,
});
export const bytes = (...values: number[]): ArrayBuffer => Uint8Array.from(values).buffer;

export const assetRef = (n: number, q: number, name: string | null): RefRow => ({
  ...{ kind: 'asset', id: assetId(n), q },
  body:
    name === null
      ? null
      : { id: assetId(n), site: siteIdSchema.parse(uuid(6, 1)), parent: null, type: 'inverter', name, code: `OND-${n}`, position: n, attributes: {} },
});
