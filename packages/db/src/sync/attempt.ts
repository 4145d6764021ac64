import { sql } from 'kysely';
import type { OrgTx } from '../database.ts';
import { isDataError } from '../errors.ts';

/** Runs `work` in a savepoint: false when the database refused the data, and only then. */
export async function attempt(tx: OrgTx, work: () => Promise<void>): Promise<boolean> {
  await sql`savepoint attempt`.execute(tx);
  try {
    await work();
  } catch (error) {
    if (!isDataError(error)) throw error;
    await sql`rollback to savepoint attempt`.execute(tx);
    // Released as well: a thousand attempts would otherwise lie inside each other.
    await sql`release savepoint attempt`.execute(tx);
    return false;
  }
  await sql`release savepoint attempt`.execute(tx);
  return true;
}
