import { type OrganisationId, refuse } from '@heliograph/domain';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connection } from './database/handle.ts';
import { readOrg, withLookup, withOrg } from './database.ts';
import { listSites } from './site.repository.ts';
import { newId, type Planted, plantOrganisation, type TestPostgres, testPostgres } from './testing/index.ts';

let here: TestPostgres;
let ours: Planted;
let theirs: Planted;

beforeAll(async () => {
  // One connection: every transaction below reuses the one before.
  here = await testPostgres({ poolSize: 1 });
  ours = await plantOrganisation(here.db, 'Ours');
  theirs = await plantOrganisation(here.db, 'Theirs');
});
afterAll(() => here.close());

test('a connection that comes back from an organisation shows nothing afterwards, and raises no error', async () => {
  expect(await withOrg(here.db, ours, (tx) => tx.selectFrom('site').select('id').execute())).toHaveLength(2);
  const after = await here.db[connection].transaction().execute(async (trx) => {
    await sql`select set_config('role', 'heliograph_app', true)`.execute(trx);
    return trx.selectFrom('site').select('id').execute();
  });
  expect(after).toEqual([]);
});

test('a query that forgets to name the organisation still sees only its own rows', async () => {
  const orgs = await withOrg(here.db, ours, (tx) => tx.selectFrom('site').select('orgId').distinct().execute());
  expect(orgs).toEqual([{ orgId: ours.org }]);
});

test("nothing can be written into another organisation, nor another's row changed", async () => {
  const stray = withOrg(here.db, ours, (tx) => tx.insertInto('orgTick').values({ orgId: theirs.org, seq: 999, mark: 'x' }).execute());
  await expect(stray).rejects.toThrow(/row-level security/);
  await withOrg(here.db, ours, (tx) => tx.updateTable('site').set({ name: 'taken' }).where('id', '=', theirs.site).execute());
  const names = await readOrg(here.db, theirs, (tx) => listSites(tx, theirs.supervisor, { limit: 100 }));
  expect(names.map(({ name }) => name)).not.toContain('taken');
});

test("a foreign key cannot reach another organisation's row", async () => {
  const stray = withOrg(here.db, ours, (tx) =>
    tx.insertInto('siteScope').values({ orgId: ours.org, userId: ours.technician.user, siteId: theirs.site, addedSeq: 1 }).execute(),
  );
  await expect(stray).rejects.toMatchObject({ code: 'NOT_FOUND', details: { constraint: 'site_scope_site_fk' } });
});

test("two organisations may hold the same id: another's rows cannot even be guessed by their conflict", async () => {
  const row = { name: 'Twin', code: 'TWIN', timeZone: 'UTC', address: '', emergency: '{}', seq: 1 };
  const made = await withOrg(here.db, ours, (tx) =>
    tx
      .insertInto('site')
      .values({ ...row, orgId: ours.org, id: theirs.site })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute(),
  );
  expect(made).toHaveLength(1);
});

test('passwords and throttles are out of reach of an organisation; work is out of reach of the look-ups', async () => {
  await expect(withOrg(here.db, ours, (tx) => tx.selectFrom('account').select('passwordHash').execute())).rejects.toThrow('permission denied');
  await expect(withOrg(here.db, ours, (tx) => tx.selectFrom('throttle').select('key').execute())).rejects.toThrow('permission denied');
  await expect(withLookup(here.db, (tx) => tx.selectFrom('operation').select('opId').execute())).rejects.toThrow('permission denied');
  await expect(withLookup(here.db, (tx) => tx.selectFrom('site').select('id').execute())).rejects.toThrow('permission denied');
});

test('what was recorded can be neither changed nor deleted: operations, published content, acts', async () => {
  const forbidden = [
    'update operation set envelope = null',
    'delete from operation',
    'truncate operation',
    `update procedure_version set content = '{}'`,
    `update activity set action = 'x'`,
    'delete from activity',
  ];
  for (const statement of forbidden)
    await expect(
      withOrg(here.db, ours, (tx) => sql.raw(statement).execute(tx)),
      statement,
    ).rejects.toThrow('permission denied');
});

test('a snapshot cannot be written in', async () => {
  await expect(readOrg(here.db, ours, (tx) => tx.updateTable('site').set({ name: 'x' }).execute())).rejects.toThrow('read-only');
});

test('a failure leaves nothing half written', async () => {
  const failing = withOrg(here.db, ours, async (tx) => {
    await tx.updateTable('site').set({ name: 'half' }).where('id', '=', ours.site).execute();
    return refuse('CONFLICT');
  });
  await expect(failing).rejects.toMatchObject({ code: 'CONFLICT' });
  const sites = await readOrg(here.db, ours, (tx) => listSites(tx, ours.supervisor, { limit: 100 }));
  expect(sites.map(({ name }) => name)).not.toContain('half');
});

test('a transaction inside a transaction is refused at once instead of waiting for ever', async () => {
  await expect(withOrg(here.db, ours, () => withOrg(here.db, ours, async () => 1))).rejects.toThrow('inside a transaction');
  // One after another, or side by side, is fine.
  await Promise.all([withOrg(here.db, ours, async () => 1), withOrg(here.db, theirs, async () => 2)]);
});

test('an organisation that does not exist shows nothing', async () => {
  expect(await withOrg(here.db, { org: newId<OrganisationId>() }, (tx) => tx.selectFrom('member').select('userId').execute())).toEqual([]);
});

test('a query outside a transaction of an organisation does not compile', () => {
  // @ts-expect-error a bare connection has no brand
  const attempt = () => listSites(here.db[connection], ours.supervisor, { limit: 100 });
  expect(attempt).toBeTypeOf('function');
});
