import type { ExecutionId } from '@heliograph/domain';
import pg from 'pg';
import { expect, test } from 'vitest';
import { readOrg } from '../database.ts';
import { newId, outbox, plantOrganisation, TestPhone, testPorts, testPostgres } from '../testing/index.ts';

test('nothing is acknowledged before its transaction is committed: where the commit itself fails, there is no answer', async () => {
  const here = await testPostgres();
  const plant = await plantOrganisation(here.db);
  const [phone, box, x] = [new TestPhone(testPorts(here.db), plant.technician), outbox(), newId<ExecutionId>()];
  const start = box.start(x, plant);
  // Everything up to the commit goes well; the disk is full when it comes to it.
  await here.sql(`
    create function fail_at_commit() returns trigger language plpgsql as $$ begin raise exception 'no space' using errcode = '53100'; end $$;
    create constraint trigger disk_full after insert on operation deferrable initially deferred for each row execute function fail_at_commit()`);
  await expect(phone.sync([start])).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  await here.sql('drop trigger disk_full on operation');
  expect((await phone.sync([start])).ack).toEqual({ i: 1, id: start.id });
  expect(await here.sql('select op_id from operation where execution_id = $1', [x])).toHaveLength(1);
  await here.close();
});

test('a push that PostgreSQL ends for the sake of a migration is made again: the phone hears of no failure, and its work stands once', async () => {
  const here = await testPostgres();
  const plant = await plantOrganisation(here.db);
  const [box, x] = [outbox(), newId<ExecutionId>()];
  const start = box.start(x, plant);
  const migration = new pg.Client({ connectionString: here.url });
  await migration.connect();
  // Of the two the push looks first, and is the one that ends.
  await migration.query("begin; set local deadlock_timeout = '1min'; lock table operation");
  const pushing = new TestPhone(testPorts(here.db), plant.technician).sync([start]);
  // The push holds its device by now, and waits for the table of operations.
  await expect.poll(() => here.sql('select 1 from pg_locks where not granted and database is not null'), { timeout: 20_000 }).not.toEqual([]);
  await migration.query('lock table device');
  await migration.query('commit');
  await migration.end();
  expect((await pushing).ack).toEqual({ i: 1, id: start.id });
  expect(await here.sql('select op_id from operation where execution_id = $1', [x])).toHaveLength(1);
  await here.close();
});

test('a reader that PostgreSQL ends for the sake of a migration reads again', async () => {
  const here = await testPostgres();
  const plant = await plantOrganisation(here.db);
  const migration = new pg.Client({ connectionString: here.url });
  await migration.connect();
  await migration.query("begin; set local deadlock_timeout = '1min'; lock table operation");
  const reading = readOrg(here.db, plant, async (tx) => {
    await tx.selectFrom('device').select('deviceId').execute();
    return tx.selectFrom('operation').select('opId').execute();
  });
  await expect.poll(() => here.sql('select 1 from pg_locks where not granted and database is not null'), { timeout: 20_000 }).not.toEqual([]);
  await migration.query('lock table device');
  await migration.query('commit');
  await migration.end();
  expect(await reading).toEqual([]);
  await here.close();
});
