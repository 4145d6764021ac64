import { randomUUID } from 'node:crypto';
import type { TestPostgres } from '@heliograph/db/testing';
import type { OrganisationId } from '@heliograph/domain';

/** Copies the rows of one organisation, or of all with null. The copy can be put back later, once or more; nobody else is told. */
export type BackUp = (org: OrganisationId | null) => Promise<{ restore(): Promise<void> }>;

/** A logical backup inside the same server: rows, and nothing of the cluster they lay in, as a dump holds them. */
export const backUpOf =
  ({ sql }: Pick<TestPostgres, 'sql'>): BackUp =>
  async (org) => {
    // What the database makes of other columns it makes again.
    const tables = await sql<{ name: string; columns: string }>(`
      select c.table_name as name, string_agg(quote_ident(c.column_name), ', ' order by c.ordinal_position) as columns
      from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where table_schema = 'public' and t.table_type = 'BASE TABLE' and table_name not like 'kysely%' and c.is_generated = 'NEVER'
      group by c.table_name
      having ${org === null} or bool_or(c.column_name = 'org_id')`);
    const only = org === null ? '' : `where org_id = '${org}'`;
    const copy = `backup_${randomUUID().replaceAll('-', '')}`;
    const inOne = (statements: readonly string[]) => sql(['begin', ...statements, 'commit'].join(';\n'));
    await inOne([
      'set transaction isolation level repeatable read',
      `create schema ${copy}`,
      ...tables.map(({ name, columns }) => `create table ${copy}."${name}" as select ${columns} from "${name}" ${only}`),
    ]);
    return {
      // Rows come back in any order: what a key refers to may come after it.
      restore: async () => {
        await inOne([
          'set local session_replication_role = replica',
          ...tables.map(({ name }) => `delete from "${name}" ${only}`),
          ...tables.map(({ name, columns }) => `insert into "${name}" (${columns}) select ${columns} from ${copy}."${name}"`),
        ]);
      },
    };
  };
