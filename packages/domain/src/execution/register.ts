import type { OperationId } from '../ids.ts';
import type { Envelope } from '../operation/index.ts';

/**
 * A multi-value register: the value of one address (a step, or one item of a repeated step).
 * The heads are the operations that no other operation of the register names; nothing else decides, no clock takes part.
 */
export interface Register<Head extends { id: OperationId } = { id: OperationId }> {
  readonly heads: readonly Head[];
  /** Every id that some operation of this register replaced, whether or not it has arrived yet. */
  readonly replaced: readonly OperationId[];
}

export const emptyRegister: Register<never> = { heads: [], replaced: [] };

/**
 * Adds one operation. Order and repetition do not matter: an operation that arrives after the one that replaced it
 * (after a restore, or a new device identity) never comes back as a head.
 */
export function addToRegister<Head extends { id: OperationId }>(
  register: Register<Head>,
  head: Head,
  supersedes: readonly OperationId[] = [],
): Register<Head> {
  const replaced = new Set([...register.replaced, ...supersedes]);
  const heads = register.heads.filter(({ id }) => !replaced.has(id) && id !== head.id);
  return { heads: replaced.has(head.id) ? heads : [...heads, head], replaced: [...replaced] };
}

/** Address of the register of the execution's life (complete, reopen, review, cancel) and of its pauses. No step id starts with `~`. */
export const LIFE = '~life';
export const PAUSE = '~pause';
export const CONDITIONS = '~conditions';
/** What was given to whom for which day: two supervisors who move it without seeing each other are both shown. */
export const PLAN = '~plan';

/** Which register an operation writes; null where operations add up instead (comments, photos, signatures…). */
export function registerOf(operation: Pick<Envelope, 'k' | 's'>): string | null {
  switch (operation.k) {
    case 'step':
    case 'clear':
    case 'skip':
    case 'refuse':
      return operation.s ?? null;
    case 'complete':
    case 'reopen':
    case 'review':
    case 'cancel':
      return LIFE;
    case 'suspend':
    case 'resume':
      return PAUSE;
    case 'conditions':
      return CONDITIONS;
    case 'plan':
      return PLAN;
    default:
      return null;
  }
}
