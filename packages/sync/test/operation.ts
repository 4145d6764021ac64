import { type Envelope, envelopeSchema } from '@heliograph/domain';

const uuid = (n: number) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;

/** A remark on some execution; its id is made of its counter. */
export const operationOf = (i: number, more: Record<string, unknown> = {}): Envelope =>
  envelopeSchema.parse({ ...{ i, id: uuid(i), k: 'comment', v: 1, x: uuid(50), p: { text: 'vu' }, w: 1, z: 0, o: 0, n: 1 }, ...more });
