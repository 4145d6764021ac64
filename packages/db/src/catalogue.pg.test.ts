import { afterAll, beforeAll, expect, test } from 'vitest';
import { asLookup, type LookupTx, type OrgTx, withOrg } from './database.ts';
import { plantOrganisation, type TestPostgres, testPostgres } from './testing/index.ts';

let here: TestPostgres;
/** The same database with a fault of each sort planted in it: a rule that finds nothing there proves nothing here. */
let faulty: TestPostgres;

beforeAll(async () => {
  here = await testPostgres();
  faulty = await testPostgres();
  await faulty.sql(`
    alter table site add constraint site_id_everywhere unique (id);
    create table planted (org_id uuid, id uuid unique, site_id uuid references site (id));
    create index planted_short on planted (org_id);
    create index planted_long on planted (org_id, id);
    create policy planted_open on planted to public using (true);
    create table planted_shared (id uuid primary key);
    alter table planted_shared owner to heliograph_app;
    grant delete on planted to heliograph_app;
    grant select on operation to heliograph_lookup`);
});
afterAll(async () => {
  await faulty.close();
  await here.close();
});

const TENANT = `select c.oid, relname as name, relrowsecurity and relforcerowsecurity as secure from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id' and not a.attisdropped
  where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`;
const OWN = "(org_id = ( SELECT (NULLIF(current_setting(''app.org''::text, true), ''''::text))::uuid AS \"nullif\"))";

/** Each query names what breaks the rule. */
const rules: [rule: string, query: string, planted: string][] = [
  [
    'every table belongs to organisations, but for a few that are named here',
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
       and oid not in (select oid from (${TENANT}) t) and relname not in ('account', 'installation', 'kysely_migration', 'kysely_migration_lock', 'throttle')`,
    'planted_shared',
  ],
  ['row-level security is enabled and forced on every table of an organisation', `select name from (${TENANT}) t where not secure`, 'planted'],
  [
    "every such table has the application's policy, on reading and writing alike",
    `select name from (${TENANT}) t where not exists (select from pg_policies p where p.tablename = t.name and roles = '{heliograph_app}'
       and cmd = 'ALL' and permissive = 'PERMISSIVE' and qual = '${OWN}' and with_check = '${OWN}')`,
    'planted',
  ],
  [
    'no other policy lets anybody in but the look-up role',
    `select policyname as name from pg_policies where schemaname = 'public' and roles <> '{heliograph_lookup}' and policyname <> tablename || '_own'`,
    'planted_open',
  ],
  [
    'foreign keys between tables of organisations carry the organisation on both sides',
    `with org as (select attrelid, attnum from pg_attribute where attname = 'org_id' and not attisdropped)
     select conname as name from pg_constraint c join org child on child.attrelid = c.conrelid join org parent on parent.attrelid = c.confrelid
     where contype = 'f' and not (c.conkey[1] = child.attnum and c.confkey[1] = parent.attnum)`,
    'planted_site_id_fkey',
  ],
  [
    // Those that do not tell nothing by a conflict: secrets of 256 bits, and names that no organisation may write.
    'every key and unique index of an organisation begins with it',
    `select i.relname as name from pg_index x join pg_class i on i.oid = x.indexrelid join pg_attribute a on a.attrelid = x.indrelid and a.attname = 'org_id'
     where x.indisunique and x.indkey[0] <> a.attnum and i.relname not in ('invitation_token_hash_key', 'organisation_slug_key', 'session_id_hash_key')`,
    'site_id_everywhere',
  ],
  [
    'constraints have names of ours, never invented ones',
    `select conname as name from pg_constraint where connamespace = 'public'::regnamespace and contype in ('p', 'u', 'f', 'c')
       and conrelid::regclass::text not like 'kysely%' and conname !~ '_(pk|key|fk|check)$'`,
    'planted_site_id_fkey',
  ],
  [
    'no index is the beginning of another one',
    `with i as (select indexrelid, indrelid, indkey::text as keys, indisunique from pg_index where indpred is null)
     select a.indexrelid::regclass::text as name from i a join i b on a.indrelid = b.indrelid and a.indexrelid <> b.indexrelid and not a.indisunique
       and b.keys || ' ' like a.keys || ' %' where a.indrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)`,
    'planted_short',
  ],
  [
    'the application deletes nothing but certifications, conversations that their author removed, and passages, which are made from what stays',
    `select table_name as name from information_schema.role_table_grants
     where grantee = 'heliograph_app' and privilege_type in ('DELETE', 'TRUNCATE', 'TRIGGER', 'REFERENCES') and table_name not in ('certification', 'conversation', 'passage', 'passage_word')`,
    'planted',
  ],
  [
    'the look-up role is let into these tables and no others, none of which holds work',
    `select table_name as name from information_schema.role_table_grants where grantee = 'heliograph_lookup' and table_name not in
       ('account', 'activity', 'installation', 'invitation', 'member', 'org_clock', 'org_tick', 'organisation', 'session', 'throttle')`,
    'operation',
  ],
  [
    'the two roles own nothing',
    `select relname as name from pg_class where relowner in (select oid from pg_roles where rolname in ('heliograph_app', 'heliograph_lookup'))`,
    'planted_shared',
  ],
];

test.each(rules)('%s', async (_rule, query, fault) => {
  expect(await here.sql(query)).toEqual([]);
  const found = await faulty.sql<{ name: string }>(query);
  expect(found.map(({ name }) => name)).toContain(fault);
});

test('an organisation reads the e-mails of its own people and of nobody else, writes none, and reads no password at all', async () => {
  const [ours] = [await plantOrganisation(here.db, 'Ours'), await plantOrganisation(here.db, 'Theirs')];
  const seen = await withOrg(here.db, ours, (tx) => tx.selectFrom('account').select('id').execute());
  expect(seen.map(({ id }) => id).toSorted()).toEqual([ours.technician.user, ours.colleague.user, ours.supervisor.user].toSorted());
  const denied = /permission denied/;
  await expect(withOrg(here.db, ours, (tx) => tx.selectFrom('account').select('passwordHash').execute())).rejects.toThrow(denied);
  await expect(withOrg(here.db, ours, (tx) => tx.updateTable('account').set({ email: 'x@x.test' }).execute())).rejects.toThrow(denied);
});

test('a step into the role of look-ups ends with the step: afterwards the organisation sees its own rows alone', async () => {
  const [ours] = [await plantOrganisation(here.db, 'Ours'), await plantOrganisation(here.db, 'Theirs')];
  const [inside, after] = await withOrg(here.db, ours, async (tx) => {
    const count = (trx: OrgTx | LookupTx) => trx.selectFrom('member').select('userId').execute();
    return [await asLookup(tx, count), await count(tx)];
  });
  expect(inside.length).toBeGreaterThan(after.length);
  expect(after).toHaveLength(3);
});

test('both roles are plain: no superuser, no bypass, no rights to make anything, members of nothing', async () => {
  const rows = await here.sql(`
    select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin, (select count(*)::int from pg_auth_members where member = r.oid) as groups
    from pg_roles r where rolname in ('heliograph_app', 'heliograph_lookup') order by 1`);
  const plain = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolcanlogin: false, groups: 0 };
  expect(rows).toEqual([
    { rolname: 'heliograph_app', ...plain },
    { rolname: 'heliograph_lookup', ...plain },
  ]);
});
