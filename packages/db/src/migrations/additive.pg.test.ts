import { Kysely, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postgresDialect } from '../database/postgres.ts';
import { admin, databaseIn } from '../testing/postgres-database.ts';
import { migrations } from './index.ts';

/** Before there was a release, and so a build to go back to. */
const BEFORE_ANY_RELEASE = ['0001-people', '0002-plant', '0003-work', '0004-invitations', '0005-assignments', '0006-drafts'];
const NAME = `heliograph_additive_${crypto.randomUUID().replaceAll('-', '')}`;

let db: Kysely<unknown>;
beforeAll(async () => {
  const url = process.env['TEST_DATABASE_URL'] ?? '';
  await admin(url, `create database ${NAME}`);
  db = new Kysely({ dialect: postgresDialect(databaseIn(url, NAME), { size: 1 }) });
});
afterAll(async () => {
  await db.destroy();
  await admin(process.env['TEST_DATABASE_URL'] ?? '', `drop database ${NAME} with (force)`);
});

interface Column {
  readonly type: string;
  readonly isNeeded: boolean;
}
interface Catalogue {
  readonly columns: ReadonlyMap<string, Column>;
  /** Constraints and unique indexes, with the columns that they look at. */
  readonly rules: ReadonlyMap<string, readonly string[]>;
}

async function readCatalogue(): Promise<Catalogue> {
  const columns = await sql<{ name: string; type: string; needed: boolean }>`
    select c.relname || '.' || a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
      a.attnotnull and not a.atthasdef and a.attidentity = '' as needed
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`.execute(db);
  const rules = await sql<{ name: string; columns: string[] }>`
    select c.relname || ' ' || r.name as name,
      array(select c.relname || '.' || a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum = any(r.keys) and a.attname <> 'org_id')::text[] as columns
    from pg_class c join (
      select conrelid as relid, conname::text as name, conkey::int[] as keys from pg_constraint where contype in ('c', 'f')
      union all
      select indrelid, indexrelid::regclass::text, indkey::int2[]::int[] from pg_index where indisunique
    ) r on r.relid = c.oid
    where c.relnamespace = 'public'::regnamespace`.execute(db);
  return {
    columns: new Map(columns.rows.map(({ name, type, needed }) => [name, { type, isNeeded: needed }])),
    rules: new Map(rules.rows.map(({ name, columns: of }) => [name, of])),
  };
}

const tableOf = (name: string): string => name.split(/[. ]/)[0] ?? '';

/** What a build that knows only `before` would stumble over in `after`. */
function breaks(before: Catalogue, after: Catalogue): string[] {
  const old = new Set([...before.columns.keys()].map(tableOf));
  const gone = [...before.columns].flatMap(([name, { type, isNeeded }]) => {
    const now = after.columns.get(name);
    if (now === undefined) return [`${name} is gone`];
    return [...(now.type === type ? [] : [`${name} is ${now.type} now`]), ...(now.isNeeded && !isNeeded ? [`${name} must be filled now`] : [])];
  });
  const needed = [...after.columns].filter(([name, { isNeeded }]) => isNeeded && old.has(tableOf(name)) && !before.columns.has(name));
  const rules = [...after.rules].filter(
    ([name, columns]) => old.has(tableOf(name)) && !before.rules.has(name) && columns.every((column) => before.columns.has(column)),
  );
  return [...gone, ...needed.map(([name]) => `${name} must be filled`), ...rules.map(([name]) => `${name} is a new rule for old columns`)];
}

test('a migration only adds: the build before it goes on working on what it leaves', async () => {
  let before: Catalogue | null = null;
  const found: string[] = [];
  for (const [name, { up }] of Object.entries(migrations)) {
    await up(db);
    const after = await readCatalogue();
    if (before !== null && !BEFORE_ANY_RELEASE.includes(name)) found.push(...breaks(before, after).map((what) => `${name}: ${what}`));
    before = after;
  }
  expect(found).toEqual([]);
});

test('what takes away, renames, or asks more of an older build would be noticed', async () => {
  const before = await readCatalogue();
  for (const change of [
    'alter table device rename column build to version',
    'alter table site alter column name type varchar(40)',
    'alter table operation add column of_next_build text not null',
    'alter table execution add constraint execution_next_check check (head_seq >= 0)',
  ])
    await sql.raw(change).execute(db);
  expect(breaks(before, await readCatalogue()).sort()).toEqual([
    'device.build is gone',
    'device.version must be filled',
    'execution execution_next_check is a new rule for old columns',
    'operation.of_next_build must be filled',
    'site.name is character varying(40) now',
  ]);
});
