// Loaded before a server: makes it the build after this one, which has brought the database one migration further.
import { registerHooks } from 'node:module';

const MIGRATION = `
const nextBuild = { up: async (db) => {
  for (const change of [
    "alter table operation add column of_next_build jsonb not null default '{}'",
    "alter table device add column of_next_build text",
    "create index operation_of_next_build on operation (org_id, server_at)",
    "create table of_next_build (org_id uuid not null references organisation, id uuid not null, primary key (org_id, id))",
  ]) await sql.raw(change).execute(db);
} };`;

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    if (!url.endsWith('/packages/db/src/migrations/index.ts')) return loaded;
    const source = `import { sql } from 'kysely';${MIGRATION}${String(loaded.source)}`;
    const end = source.lastIndexOf('};');
    return { ...loaded, source: `${source.slice(0, end)} '9999-next-build': nextBuild };` };
  },
});
