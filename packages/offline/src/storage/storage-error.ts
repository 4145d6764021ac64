/**
 * Why the phone's memory did not keep something; each asks a different thing of the person.
 * `quota`: make room. `hung`, `lost`: reload, what was typed stays on the screen. `unopenable`: the rescue page. `forbidden`: the browser keeps
 * nothing for this site, in a private window or by a setting, and trying again does not help. `refused`: a bug of ours.
 */
export type StorageProblem = 'quota' | 'hung' | 'lost' | 'unopenable' | 'forbidden' | 'refused';

/** Nothing of the transaction was kept, or that is not known. The tap it stands for must not be ticked. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly problem: StorageProblem;
  constructor(problem: StorageProblem, cause?: unknown) {
    super(`storage: ${problem}`, { cause });
    this.problem = problem;
  }
}

const nameOf = (error: unknown): string => (error instanceof Error || error instanceof DOMException ? error.name : '');

/** The browser's database process went away under us: a new handle and a second try may work (H5). */
export const isConnectionLost = (error: unknown): boolean => ['InvalidStateError', 'UnknownError', 'Silence'].includes(nameOf(error));

/** Why a database did not open. */
export function asOpeningError(error: unknown): StorageError {
  const known = asStorageError(error);
  return known instanceof StorageError && known.problem !== 'lost' && known.problem !== 'refused' ? known : new StorageError('unopenable', error);
}

/** Gives an error of IndexedDB its meaning; an error of the work itself (a refusal, a bug) passes unchanged. */
export function asStorageError(error: unknown): unknown {
  if (error instanceof StorageError) return error;
  const name = nameOf(error);
  if (name === 'QuotaExceededError') return new StorageError('quota', error);
  if (name === 'SecurityError') return new StorageError('forbidden', error);
  if (name === 'Silence') return new StorageError('hung', error);
  if (isConnectionLost(error)) return new StorageError('lost', error);
  return error instanceof DOMException ? new StorageError('refused', error) : error;
}

/** No event of a transaction, or of an opening, for longer than we wait. */
export class Silence extends Error {
  override readonly name = 'Silence';
}
