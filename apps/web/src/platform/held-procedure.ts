import { type ProcedureContent, readProcedure } from '@heliograph/domain';

/** A version in this phone's memory. `absent`: its bytes are not here. `newer`: it takes a newer app to read it. */
export type HeldProcedure = { readonly kind: 'here'; readonly content: ProcedureContent } | { readonly kind: 'absent' | 'newer' };

const readings = new WeakMap<object, HeldProcedure>();

/** Reads the stored JSON of a version, each once: the same bytes give the same object. Undefined while the disk has not answered. */
export function heldFrom(raw: unknown): HeldProcedure | undefined {
  if (raw === undefined) return undefined;
  if (typeof raw !== 'object' || raw === null) return { kind: 'absent' };
  const known = readings.get(raw);
  if (known !== undefined) return known;
  const content = readProcedure(raw);
  const held: HeldProcedure = content === null ? { kind: 'newer' } : { kind: 'here', content };
  readings.set(raw, held);
  return held;
}
