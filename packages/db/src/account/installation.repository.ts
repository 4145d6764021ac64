import type { LookupTx } from '../database.ts';

/**
 * Writes a fact of the installation where there is none yet, and returns the one that stands. Of two processes that start at once
 * on an empty database, both read the same.
 */
export async function settleFact(tx: LookupTx, name: string, value: string): Promise<string> {
  await tx
    .insertInto('installation')
    .values({ name, value })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await tx.selectFrom('installation').select('value').where('name', '=', name).executeTakeFirstOrThrow()).value;
}

export const findFact = async (tx: LookupTx, name: string): Promise<string | undefined> =>
  (await tx.selectFrom('installation').select('value').where('name', '=', name).executeTakeFirst())?.value;
