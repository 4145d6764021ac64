import { type ExecutionId, operationIdSchema } from '@heliograph/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, deskOf, newExecution, scriptedPhone, type TestServer, testServer } from '../testing/index.ts';

let server: TestServer;
let supervisor: Desk;
let phone: ReturnType<typeof scriptedPhone>;
beforeAll(async () => {
  server = await testServer();
  supervisor = await deskOf(server, server.own.people.supervisor);
  phone = scriptedPhone(server, server.own.people.technician, await server.signIn(server.own.people.technician));
});
afterAll(() => server.close());

/** Begun by nobody's order, and parked with its reason. */
async function begunByMistake(): Promise<ExecutionId> {
  const x = newExecution();
  phone.record({ k: 'start', x, p: { procedure: server.own.procedure, site: server.own.site, roles: [] }, at: Date.now() });
  phone.record({ k: 'suspend', x, p: { reason: 'Commencée par erreur' }, at: Date.now() });
  await phone.send();
  return x;
}

test('work that nobody had given can be cancelled: the desk reads why it stood still, the phone why it ended', async () => {
  const id = await begunByMistake();
  expect(await supervisor.ask('execution.get', { id })).toMatchObject({
    execution: { status: 'suspended' },
    suspended: { reason: 'Commencée par erreur', by: server.own.people.technician.user },
  });
  expect(await supervisor.do('execution.cancel', { id, reason: 'Doublon' })).toEqual({ id, status: 'cancelled' });
  const told = await phone.send();
  const rows = told.kind === 'ok' ? (told.full ?? []).flatMap(({ ops }) => ops).concat(told.ops ?? []) : [];
  expect(rows.findLast(({ k }) => k === 'cancel')?.p).toEqual({ reason: 'Doublon' });
  expect(await supervisor.ask('execution.get', { id })).toMatchObject({
    execution: { status: 'cancelled' },
    withdrawn: { reason: 'Doublon', by: server.own.people.supervisor.user },
    suspended: null,
  });
});

test('asked twice it is done once; what is over is not cancelled', async () => {
  const id = await begunByMistake();
  const operation = operationIdSchema.parse(crypto.randomUUID());
  const once = await supervisor.do('execution.cancel', { id, reason: 'Doublon', operation });
  expect(await supervisor.do('execution.cancel', { id, reason: 'Doublon', operation })).toEqual(once);
  expect(await supervisor.refused('execution.cancel', { id, reason: 'encore' })).toBe('CONFLICT closed');
});
