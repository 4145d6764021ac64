import { setTimeout as sleep } from 'node:timers/promises';
import { AppError, type Envelope, type ExecutionId } from '@heliograph/domain';
import { expect, test } from 'vitest';
import { openDatabase } from './database/open.ts';
import { readOrg } from './database.ts';
import { readLog } from './execution-log.repository.ts';
import { newId, outbox, plantOrganisation, startPostgres, TestPhone, testPorts } from './testing/index.ts';

test('what was acknowledged survives the server process being killed, and what was not is applied once when it is sent again', async () => {
  const server = await startPostgres({ isDurable: true });
  const db = await openDatabase({ databaseUrl: server.url });
  const plant = await plantOrganisation(db);
  const [phone, box, x] = [new TestPhone(testPorts(db), plant.technician), outbox(), newId<ExecutionId>()];
  await phone.sync([box.start(x, plant)]);
  const sent: Envelope[] = [];
  let acknowledged = 1;

  for (let crash = 0; crash < 3; crash++) {
    const killed = sleep(200 + 150 * crash).then(() => server.crash());
    for (let isUp = true; isUp; ) {
      sent.push(box.step(x, 's01'));
      isUp = await phone.sync(sent.slice(acknowledged - 1)).then(
        ({ ack }) => {
          acknowledged = ack.i;
          return true;
        },
        (error: unknown) => {
          expect(error).toBeInstanceOf(AppError);
          expect(error).toMatchObject({ code: 'UNAVAILABLE' });
          return false;
        },
      );
    }
    await killed;
    await server.start();
    const log = await readOrg(db, plant, (tx) => readLog(tx, x));
    expect(log.length).toBeGreaterThanOrEqual(acknowledged);
  }

  await phone.sync(sent.slice(acknowledged - 1));
  const log = await readOrg(db, plant, (tx) => readLog(tx, x));
  expect(log.slice(1).map(({ operation }) => operation.id)).toEqual(sent.map(({ id }) => id));
  await db.close();
  await server.stop();
}, 60_000);
