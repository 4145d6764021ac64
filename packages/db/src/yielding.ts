import { gaveWay } from './errors.ts';

/** Times that a transaction steps aside for a migration before its caller is told to come back: each costs PostgreSQL's second of looking for a deadlock. */
const PATIENCE = 3;

/**
 * A transaction that may be run again from its beginning, where the database ended it for somebody else's sake. Pushes and readers lock in one order
 * and never wait for each other in a circle; a migration of the next build, which locks whole tables, does not know it.
 */
export async function yielding<T>(transaction: () => Promise<T>): Promise<T> {
  for (let left = PATIENCE; left > 0; left--) {
    try {
      return await transaction();
    } catch (error) {
      if (!gaveWay(error)) throw error;
    }
  }
  return transaction();
}
