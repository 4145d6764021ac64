import { probeStorage, StorageError } from '@heliograph/offline';
import { Unrecordable } from '@heliograph/sync';

/** What to tell a person whose record was not saved; each asks something else of them. */
export type NotRecorded = 'storageFull' | 'tooLong' | 'notKept' | 'notSaved';

/**
 * Names a failure by what helps against it. A work already open may go on in a browser that cannot begin one (a tab on iOS, a phone that was
 * full), for as long as what it writes stays; a browser that keeps nothing (private mode, H14) is told apart from a passing fault by a try.
 */
export async function whyNotRecorded(error: unknown): Promise<NotRecorded> {
  if (error instanceof Unrecordable) return error.reason === 'too_large' ? 'tooLong' : 'notSaved';
  if (!(error instanceof StorageError)) return 'notSaved';
  if (error.problem === 'quota') return 'storageFull';
  // What hangs would hang a try as well.
  if (error.problem === 'hung') return 'notSaved';
  return (await probeStorage(crypto.randomUUID())) === 'refused' ? 'notKept' : 'notSaved';
}
