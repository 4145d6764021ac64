/**
 * One rule for every kind of record. Retired means: in no list by default, on no phone, and nothing new begins on it; whatever names it stays
 * readable. What hangs below goes with it and comes back with it. Nothing is deleted; erasing a person is another matter and another door.
 */
export interface Retirable {
  /** When it was retired, ms; null while it is in use. */
  readonly retiredAt: number | null;
}

export const isRetired = ({ retiredAt }: Retirable): boolean => retiredAt !== null;

/** What stands above a record and shares its number with nobody else in use. */
export interface Surroundings {
  /** Whether the record it hangs below, or belongs to, is itself retired. */
  readonly parent: 'in_use' | 'retired' | 'none';
  /** Whether another record in use has taken its number meanwhile. */
  readonly isCodeTaken: boolean;
}

/** Why a record cannot come back now; null when it can. */
export function obstacleToRestore({ parent, isCodeTaken }: Surroundings): 'parent_retired' | 'code_taken' | null {
  if (parent === 'retired') return 'parent_retired';
  return isCodeTaken ? 'code_taken' : null;
}

/** Which records a list shows. */
export const RETIRED_FILTER = ['no', 'only', 'all'] as const;
export type RetiredFilter = (typeof RETIRED_FILTER)[number];
