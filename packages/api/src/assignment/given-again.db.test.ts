import { withdrawProcedureVersion, withOrg } from '@heliograph/db';
import { type ExecutionId, type ProcedureHash, procedureHashSchema, type SiteId } from '@heliograph/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, deskOf, newcomer, newExecution, scriptedPhone, type TestPerson, type TestServer, testServer } from '../testing/index.ts';

let server: TestServer;
let desk: Desk;
beforeAll(async () => {
  server = await testServer();
  desk = await deskOf(server, server.own.people.supervisor);
});
afterAll(() => server.close());

const again = (id: ExecutionId, more: object = {}) => ({
  ...{ id, procedure: server.own.procedure, siteId: server.own.site, personIds: [server.own.people.technician.user], day: '2026-06-01' },
  ...{ note: 'Prendre la caméra', reported: { alarm: 'F117' }, isAgain: true },
  ...more,
});
const phoneOf = async (person: TestPerson) => scriptedPhone(server, person, await server.signIn(person));
const lastIn = async (id: ExecutionId) => {
  const { execution, history } = await desk.ask('execution.get', { id });
  return [execution.status, history.length];
};
async function startedBy(person: TestPerson, x: ExecutionId, wish: { procedure?: ProcedureHash; site?: SiteId } = {}) {
  const phone = await phoneOf(person);
  phone.record({ k: 'start', x, p: { procedure: server.own.procedure, site: server.own.site, roles: [], ...wish }, at: Date.now() });
  await phone.send();
}

test('given again at two desks, the second is told so and changes nothing; the same press after a lost answer is answered', async () => {
  const id = newExecution();
  const given = await desk.do('assignment.create', again(id));
  expect(await desk.do('assignment.create', again(id))).toEqual(given);
  await startedBy(server.own.people.technician, id);
  const before = await lastIn(id);
  expect(before[0]).toBe('in_progress');
  const { admin } = server.own.people;
  const others = [
    { personIds: [admin.user] },
    { day: '2026-06-02' },
    { assetId: server.own.asset },
    { note: undefined },
    { reported: { alarm: 'F118' } },
  ];
  for (const other of others)
    expect(await desk.refusal('assignment.create', again(id, other))).toMatchObject({
      code: 'CONFLICT',
      details: { reason: 'given_meanwhile', work: id },
    });
  expect(await lastIn(id)).toEqual(before);
});

test('work that was taken back meanwhile is not taken for what was just given', async () => {
  const id = newExecution();
  await desk.do('assignment.create', again(id));
  await desk.do('assignment.withdraw', { id, reason: 'Orage' });
  expect(await desk.refused('assignment.create', again(id))).toBe('CONFLICT given_meanwhile');
});

test('work that came back with the phone of a colleague is said to be there, though nobody gave it', async () => {
  const id = newExecution();
  await startedBy(server.own.people.admin, id);
  expect(await desk.refused('assignment.create', again(id))).toBe('CONFLICT given_meanwhile');
  expect(await desk.refused('assignment.create', again(id, { isAgain: false }))).toBe('CONFLICT given_meanwhile');
});

test('work is not given with a procedure that lacks the steps of what waits for it: nothing of that would ever be applied', async () => {
  const { technician } = server.own.people;
  const phone = await phoneOf(technician);
  const [other, same] = [newExecution(), newExecution()];
  phone.record({ k: 'step', x: other, s: 's77/1', p: { kind: 'check', response: { value: 'ok' } }, at: Date.now() });
  phone.record({ k: 'step', x: same, s: 's01', p: { kind: 'check', response: { value: 'ok' } }, at: Date.now() });
  await phone.send();
  expect(await desk.refused('assignment.create', again(other))).toBe('CONFLICT waiting_otherwise');
  expect((await desk.ask('device.list')).held.map(({ id }: { id: string }) => id)).toContain(other);
  await desk.do('assignment.create', again(same));
  await server.deps.hub.idle();
  expect((await desk.ask('device.list')).held.map(({ id }: { id: string }) => id)).not.toContain(same);
});

test('where the start of what waits names another version or site, the refusal names them', async () => {
  const { technician } = server.own.people;
  const [missing, far] = [newExecution(), newExecution()];
  const procedure = procedureHashSchema.parse('a'.repeat(64));
  await startedBy(technician, missing, { procedure });
  await startedBy(technician, far, { site: server.own.farSite });
  expect(await desk.refusal('assignment.create', again(missing))).toMatchObject({
    details: { reason: 'waiting_otherwise', procedure, slug: null, siteId: server.own.site },
  });
  expect(await desk.refusal('assignment.create', again(far))).toMatchObject({
    details: { reason: 'waiting_otherwise', procedure: server.own.procedure, slug: 'essai-own', siteId: server.own.farSite },
  });
  await desk.do('assignment.create', again(far, { siteId: server.own.farSite, openSite: true }));
});

test('work that was begun with a version retired since is given again with it; no other work is', async () => {
  const { farSite: siteId, procedure } = server.own;
  const x = newExecution();
  const someone = await newcomer(server, server.own, 'technician');
  await startedBy(someone, x, { site: siteId });
  await withOrg(server.deps.db, server.own, (tx) => withdrawProcedureVersion(tx, procedure, Date.now()));
  const wish = { siteId, personIds: [someone.user], openSite: true };
  expect(await desk.refused('assignment.create', again(newExecution(), wish))).toBe('CONFLICT retired');
  expect(await desk.do('assignment.create', again(x, wish))).toMatchObject({ procedure: { hash: procedure } });
});
