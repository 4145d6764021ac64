import { connection, type Database } from '../database/handle.ts';

/** Writes over fields of a procedure's published versions past every door, as a hand in the database could: the hashes they are named by stay. */
export async function alterVersions(db: Database, slug: string, fields: object): Promise<void> {
  const versions = await db[connection].selectFrom('procedureVersion').select(['orgId', 'hash', 'content']).where('slug', '=', slug).execute();
  for (const { orgId, hash, content } of versions) {
    const altered = JSON.stringify({ ...Object(content), ...fields });
    await db[connection].updateTable('procedureVersion').set({ content: altered }).where('orgId', '=', orgId).where('hash', '=', hash).execute();
  }
}
