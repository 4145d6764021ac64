import type { ProcedureHash } from '@heliograph/domain';
import { connection, type Database } from '../database/handle.ts';

/** Writes over the title of a published version past every door, as a hand in the database could: the hash it is named by stays. */
export async function alterVersion(db: Database, hash: ProcedureHash, title: string): Promise<void> {
  const { content } = await db[connection].selectFrom('procedureVersion').select('content').where('hash', '=', hash).executeTakeFirstOrThrow();
  const altered = { ...Object(content), title: { fr: title, en: title } };
  await db[connection]
    .updateTable('procedureVersion')
    .set({ content: JSON.stringify(altered) })
    .where('hash', '=', hash)
    .execute();
}
