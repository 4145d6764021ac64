import { type TestPostgres, testPostgres } from '@heliograph/db/testing';
import { photoHashSchema } from '@heliograph/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Eyes, openEyes, saw } from '../testing/eyes.ts';
import { newExecution, scriptedPhone } from '../testing/index.ts';
import { createDesk } from './desk.ts';
import { wake, wakeAll } from './take-up.service.ts';

// What only shows where several connections write at once.
let postgres: TestPostgres;
let eyes: Eyes;
beforeAll(async () => {
  postgres = await testPostgres();
  eyes = await openEyes(postgres.db);
  eyes.says({ json: saw() });
});
afterAll(async () => {
  await eyes.close();
  await postgres.close();
});

test('four processes that look for work at once ask a model once for each photo', async () => {
  const { deps, own } = eyes.server;
  const processes = Array.from({ length: 4 }, () => ({ ...deps, analyses: createDesk() }));
  const asked = await Promise.all(
    Array.from({ length: 5 }, async () => {
      const one = await eyes.asked();
      for (const process of processes) wake(process, own.org);
      return one;
    }),
  );
  await Promise.all(processes.map((process) => wakeAll(process)));
  for (const { id } of asked) expect((await eyes.settled(id)).state).toBe('proposed');
  expect(eyes.models.asked).toHaveLength(asked.length);
  const calls = await postgres.sql(`select subject_id from model_call where purpose = 'photo'`);
  expect(calls).toHaveLength(asked.length);
});

test('a record and a question that name one photo in the same moment are both kept', async () => {
  const { people, procedure, site } = eyes.server.own;
  const phone = scriptedPhone(eyes.server, people.technician, eyes.desks.technician.cookie);
  for (let round = 0; round < 5; round++) {
    const { named } = await eyes.photo();
    const x = newExecution();
    phone.record({ k: 'start', x, p: { procedure, site, roles: [] }, at: Date.now() });
    // A phone asks about work that the server knows: what is asked before it is there is not found.
    expect((await phone.send()).kind).toBe('ok');
    const p = { sha: photoHashSchema.parse(named.sha), size: named.size, mime: 'image/jpeg', width: 64, height: 48, taken: Date.now() } as const;
    phone.record({ k: 'photo', x, s: 's03', p, at: Date.now() });
    const input = { id: crypto.randomUUID(), photo: named, language: 'fr', execution: x };
    const [exchanged, view] = await Promise.all([phone.send(), eyes.desks.technician.do('vision.analyze', input)]);
    expect([exchanged.kind, view.state]).toEqual(['ok', 'waiting']);
  }
});

test('of two who decide in the same moment one is first, and there is one finding', async () => {
  for (let round = 0; round < 3; round++) {
    const { id } = await eyes.asked();
    const { revision } = await eyes.settled(id, 'supervisor');
    const desks = [eyes.desks.supervisor, eyes.desks.admin];
    const refusals = await Promise.all(desks.map((desk) => desk.refused('vision.decide', { id, revision, outcome: 'accept' })));
    expect(refusals.toSorted()).toEqual(['CONFLICT decided', 'not refused']);
    expect((await eyes.settled(id)).findings).toHaveLength(1);
  }
});
