import type { RpcError } from '../../../platform/rpc.ts';
import { numberIn, textIn, textsIn } from '../shared/refusal.ts';

/** One record that came while the reviewer was reading. */
export interface Arrival {
  readonly id: string;
  readonly kind: string;
  /** Address of the place; null where it is about the whole. */
  readonly address: string | null;
  readonly person: string;
}

export interface Moved {
  /** Where the log stands now: what the next decision is bound to. */
  readonly head: number;
  readonly arrivals: readonly Arrival[];
}

/** What came since, from the refusal's four lists of one length; null for another refusal. */
export function movedIn(refused: RpcError | null): Moved | null {
  if (refused === null || textIn(refused, 'reason') !== 'moved') return null;
  const [kinds, addresses, people] = ['kinds', 'addresses', 'people'].map((name) => textsIn(refused, name));
  const arrivals = textsIn(refused, 'operations').map((id, n) => ({
    ...{ id, kind: kinds?.[n] ?? '', person: people?.[n] ?? '' },
    address: addresses?.[n] || null,
  }));
  return { head: numberIn(refused, 'head') ?? 0, arrivals };
}
