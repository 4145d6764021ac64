import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withLookup } from '../database.ts';
import { startPostgres, type TestPostgres, testPostgres } from '../testing/index.ts';
import { admin, databaseIn } from '../testing/postgres-database.ts';
import { openDatabase } from './open.ts';

let here: TestPostgres;
const server = () => process.env['TEST_DATABASE_URL'] ?? '';
const fresh: string[] = [];
/** A database of an unprivileged owner, as production should have it. */
async function ownedDatabase(login: string, attributes = ''): Promise<string> {
  const name = `heliograph_${crypto.randomUUID().replaceAll('-', '')}`;
  fresh.push(`drop database ${name} with (force)`, `drop role ${login}`);
  await admin(server(), `create role ${login} login password 'owner' ${attributes}`);
  await admin(server(), `create database ${name} owner ${login}`);
  const url = new URL(databaseIn(server(), name));
  url.username = login;
  url.password = 'owner';
  return url.href;
}
const loginName = () => `office_${crypto.randomUUID().slice(0, 8)}`;

beforeAll(async () => {
  here = await testPostgres();
});
afterAll(async () => {
  await here.close();
  for (const statement of fresh) await admin(server(), statement);
});

test('several processes that start at once on an empty database migrate it once', async () => {
  const url = await ownedDatabase(loginName(), 'in role heliograph_app, heliograph_lookup');
  const opened = await Promise.all([1, 2, 3].map(() => openDatabase({ databaseUrl: url })));
  for (const db of opened) await withLookup(db, (tx) => tx.selectFrom('account').select('id').execute());
  for (const db of opened) await db.close();
});

test('an owner who may not create roles is told the SQL, and nothing is made', async () => {
  const own = await startPostgres();
  try {
    await admin(own.url, `create role office login password 'owner'`);
    await admin(own.url, 'create database plant owner office');
    const url = new URL(databaseIn(own.url, 'plant'));
    url.username = 'office';
    url.password = 'owner';
    const refusal = await openDatabase({ databaseUrl: url.href }).catch((error: unknown) => error);
    expect(String(refusal)).toContain('create role heliograph_app nologin;');
    expect(String(refusal)).toContain('grant heliograph_app, heliograph_lookup to office;');

    // An administrator does what it says; then it starts.
    await admin(
      own.url,
      'create role heliograph_app nologin; create role heliograph_lookup nologin; grant heliograph_app, heliograph_lookup to office',
    );
    const db = await openDatabase({ databaseUrl: url.href });
    await db.close();

    // A role that could pass by row-level security is noticed.
    await admin(own.url, 'alter role heliograph_app bypassrls');
    await expect(openDatabase({ databaseUrl: url.href })).rejects.toThrow('plain one that owns nothing');
    await admin(own.url, 'alter role heliograph_app nobypassrls');
  } finally {
    await own.stop();
  }
});

test('an owner who may create roles makes them', async () => {
  const own = await startPostgres();
  try {
    await admin(own.url, `create role office login createrole password 'owner'`);
    await admin(own.url, 'create database plant owner office');
    const url = new URL(databaseIn(own.url, 'plant'));
    url.username = 'office';
    url.password = 'owner';
    const db = await openDatabase({ databaseUrl: url.href });
    await withLookup(db, (tx) => tx.selectFrom('account').select('id').execute());
    await db.close();
  } finally {
    await own.stop();
  }
});

test('a server that does not wait for the disk is refused: an acknowledgement promises it', async () => {
  const login = loginName();
  const url = await ownedDatabase(login, 'in role heliograph_app, heliograph_lookup');
  await admin(server(), `alter role ${login} set synchronous_commit = off`);
  await expect(openDatabase({ databaseUrl: url })).rejects.toThrow('synchronous_commit');
});

test('a password with @ / # ? and % opens the database as it is pasted', async () => {
  const address = new URL(here.url);
  const pasted = here.url.replace(address.password, decodeURIComponent(address.password));
  expect(pasted).toContain('p@ss/w#rd?100%');
  const db = await openDatabase({ databaseUrl: pasted });
  expect(db.engine).toBe('postgresql');
  await db.close();
});

test('a database that a later build has brought further is served by this one; one that lost a migration in the middle is not', async () => {
  const own = await testPostgres();
  await own.sql("insert into kysely_migration (name, timestamp) values ('9999-later', '2027-01-01T00:00:00Z')");
  const again = await openDatabase({ databaseUrl: own.url });
  await withLookup(again, (tx) => tx.selectFrom('account').select('id').execute());
  await again.close();
  await own.sql("insert into kysely_migration (name, timestamp) values ('0002-unknown', '2025-01-01T00:00:00Z')");
  await expect(openDatabase({ databaseUrl: own.url })).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  await own.close();
});

test('a migration that meets phones at work gives way to them, and is done right after', async () => {
  const own = await testPostgres();
  await own.sql('alter table asset drop column folded');
  await own.sql("delete from kysely_migration where name = '0023-found-quickly'");
  const phone = new pg.Client({ connectionString: own.url });
  await phone.connect();
  // Of the two that wait for each other the migration looks first, and is the one that ends.
  await phone.query("begin; set local deadlock_timeout = '1min'; lock table asset in row exclusive mode");
  const opening = openDatabase({ databaseUrl: own.url });
  await expect.poll(() => own.sql('select 1 from pg_locks where not granted and database is not null'), { timeout: 20_000 }).not.toEqual([]);
  await phone.query('lock table kysely_migration in access exclusive mode');
  await phone.query('commit');
  await phone.end();
  const db = await opening;
  expect(await own.sql("select column_name from information_schema.columns where table_name = 'asset' and column_name = 'folded'")).toHaveLength(1);
  await db.close();
  await own.close();
});
