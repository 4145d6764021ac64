import { randomUUID } from 'node:crypto';
import type { TestPostgres } from '@heliograph/db/testing';
import type { OrganisationId } from '@heliograph/domain';

/** Copies the rows of one organisation, or of all with null. The copy can be put back later, once or more; nobody else is told. */
export type BackUp = (org: OrganisationId | null) => Promise<{ restore(): Promise<void> }>;

/** A logical backup inside the same server: rows, and nothing of the cluster they lay in, as a dump holds them. */
export const backUpOf =
  ({ sql }: Pick<TestPostgres, 'sql'>): BackUp =>
  async (org) => {
    const tables = await sql<{ name: string }>(`
      select table_name as name from information_schema.tables t
      where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'kysely%'
        and (${org === null} or exists (select from information_schema.columns c
          where c.table_schema = 'public' and c.table_name = t.table_name and c.column_name = 'org_id'))`);
    const names = tables.map(({ name }) => name);
    const only = org === null ? '' : `where org_id = '${org}'`;
    const copy = `backup_${randomUUID().replaceAll('-', '')}`;
    const inOne = (statements: readonly string[]) => sql(['begin', ...statements, 'commit'].join(';\n'));
    await inOne([
      'set transaction isolation level repeatable read',
      `create schema ${copy}`,
      ...names.map((name) => `create table ${copy}."${name}" as select * from "${name}" ${only}`),
    ]);
    return {
      // Rows come back in any order: what a key refers to may come after it.
      restore: async () => {
        await inOne([
          'set local session_replication_role = replica',
          ...names.map((name) => `delete from "${name}" ${only}`),
          ...names.map((name) => `insert into "${name}" select * from ${copy}."${name}"`),
        ]);
      },
    };
  };
