import type { ExecutionId } from '@heliograph/domain';
import { expect, test } from 'vitest';
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
