import type { OperationKind } from '../operation/index.ts';
import type { LogEntry } from './log.ts';

/** Where an execution stands in its life, in the order it lives. `returned`: sent back by the office, work goes on. */
export const LIFE_STATUSES = ['planned', 'in_progress', 'suspended', 'returned', 'completed', 'approved', 'cancelled'] as const;
export type LifeStatus = (typeof LIFE_STATUSES)[number];

/**
 * Status from the heads of the life register. While several stand, the order is fixed (decision 14): work that goes on is never hidden
 * by a cancellation, and a completion that a review did not see is shown as completed, to be looked at again.
 */
export function lifeStatus(heads: readonly LogEntry[], { isStarted, isPaused }: { isStarted: boolean; isPaused: boolean }): LifeStatus {
  const kinds = new Set(heads.map(({ operation }) => (operation.k === 'review' ? `review ${String(operation.p['outcome'])}` : operation.k)));
  if (kinds.has('reopen')) return isPaused ? 'suspended' : 'in_progress';
  if (kinds.has('review return')) return isPaused ? 'suspended' : 'returned';
  if (kinds.has('complete')) return 'completed';
  if (kinds.has('review approve')) return 'approved';
  if (kinds.has('cancel')) return 'cancelled';
  if (!isStarted) return 'planned';
  return isPaused ? 'suspended' : 'in_progress';
}

/** Nobody goes on with it, unless the office sends it back. */
export const isOver = (status: LifeStatus): boolean => status === 'completed' || status === 'approved' || status === 'cancelled';

/** Somebody is at it, for the first time or again: answers are taken. */
export const takesAnswers = (status: LifeStatus): boolean => status === 'in_progress' || status === 'returned';

/** Begun and not over, parked or not. */
export const isGoingOn = (status: LifeStatus): boolean => takesAnswers(status) || status === 'suspended';

/** Operations that move an execution's life: a list of executions reads only these, not the thousands of answers between them. */
export const LIFE_KINDS: readonly OperationKind[] = [
  'plan',
  'assign',
  'unassign',
  'start',
  'suspend',
  'resume',
  'complete',
  'reopen',
  'review',
  'cancel',
];
