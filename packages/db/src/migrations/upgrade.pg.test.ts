import { Kysely, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postgresDialect } from '../database/postgres.ts';
import { admin, databaseIn } from '../testing/postgres-database.ts';
import { migrations } from './index.ts';

const NAME = `heliograph_upgrade_${crypto.randomUUID().replaceAll('-', '')}`;
const OWNER = `${NAME}_owner`;
const ORG = '11111111-0000-7000-8000-000000000001';
const BEFORE = ['0001-people', '0002-plant', '0003-work', '0004-invitations', '0005-assignments'];

let db: Kysely<unknown>;
beforeAll(async () => {
  const url = process.env['TEST_DATABASE_URL'] ?? '';
  await admin(url, `create database ${NAME}`);
  await admin(url, `create role ${OWNER}; grant heliograph_app, heliograph_lookup to ${OWNER}`);
  db = new Kysely({ dialect: postgresDialect(databaseIn(url, NAME), { size: 1 }) });
  await sql.raw(`alter schema public owner to ${OWNER}`).execute(db);
});
afterAll(async () => {
  await db.destroy();
  const url = process.env['TEST_DATABASE_URL'] ?? '';
  await admin(url, `drop database ${NAME} with (force)`);
  await admin(url, `drop role ${OWNER}`);
});

/** As a login of its own would: it owns the tables, and row-level security binds it. */
const asOwner = (work: () => Promise<void>) =>
  sql
    .raw(`set role ${OWNER}`)
    .execute(db)
    .then(work)
    .then(() => sql.raw('reset role').execute(db));

test('versions that were published before there was a table of procedures belong to one afterwards, also under row-level security', async () => {
  await asOwner(async () => {
    for (const name of BEFORE) await migrations[name]?.up(db);
  });
  await sql
    .raw(`insert into organisation (org_id, name, slug, language, time_zone, seq) values ('${ORG}', 'S', 's', 'fr', 'Europe/Paris', 1)`)
    .execute(db);
  for (const number of [1, 2])
    await sql
      .raw(
        `insert into procedure_version (org_id, hash, slug, number, content, step_ids, published_at, seq)
         values ('${ORG}', repeat('${number}', 64), 'ancienne', ${number}, '{}', '{}', '2026-01-0${number}', ${number})`,
      )
      .execute(db);
  await asOwner(async () => {
    await migrations['0006-drafts']?.up(db);
  });
  const { rows } = await sql<object>`select slug, created_at = '2026-01-01' as since_first, archived_at from procedure`.execute(db);
  expect(rows).toEqual([{ slug: 'ancienne', since_first: true, archived_at: null }]);
  const forced =
    await sql<object>`select relname from pg_class where relname in ('procedure', 'procedure_version') and relforcerowsecurity order by 1`.execute(
      db,
    );
  expect(forced.rows).toEqual([{ relname: 'procedure' }, { relname: 'procedure_version' }]);
});
