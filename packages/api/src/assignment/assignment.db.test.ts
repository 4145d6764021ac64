import { unassignSite, withOrg } from '@heliograph/db';
import { type ExecutionId, executionIdSchema } from '@heliograph/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, deskOf, newExecution, scriptedPhone, type TestServer, testServer } from '../testing/index.ts';

let server: TestServer;
let supervisor: Desk;
let cookie = '';
beforeAll(async () => {
  server = await testServer();
  supervisor = await deskOf(server, server.own.people.supervisor);
  cookie = await server.signIn(server.own.people.technician);
});
afterAll(() => server.close());

const work = (more: object = {}) => ({
  ...{ procedure: server.own.procedure, siteId: server.own.site, assetId: server.own.asset, day: '2026-06-01' },
  ...{ personIds: [server.own.people.technician.user], note: 'Prendre la caméra', reported: { symptom: 'Rendement en baisse', alarm: 'F117' } },
  ...more,
});
const phone = () => scriptedPhone(server, server.own.people.technician, cookie);
const startOf = (x: ExecutionId) =>
  ({ k: 'start', x, p: { procedure: server.own.procedure, site: server.own.site, roles: [] as 'technician'[] }, at: Date.now() }) as const;
const stepOf = (x: ExecutionId) => ({ k: 'step', x, s: 's01', p: { kind: 'check', response: { value: 'ok' } }, at: Date.now() }) as const;
const flagsIn = async (id: string) =>
  (await supervisor.ask('execution.get', { id })).history.flatMap(({ operation, flags }: { operation: { k: string }; flags: string[] }) =>
    flags.length === 0 ? [] : [`${operation.k} ${flags}`],
  );

describe('work that is given', () => {
  test('stands as planned, is told to the phone whole, and is given once however often it is sent', async () => {
    const id = newExecution();
    const given = await supervisor.do('assignment.create', { id, ...work() });
    expect(given).toMatchObject({
      id,
      status: 'planned',
      day: '2026-06-01',
      note: 'Prendre la caméra',
      reported: { alarm: 'F117' },
      withdrawn: null,
    });
    expect(await supervisor.do('assignment.create', { id, ...work() })).toEqual(given);
    const answer = await phone().send();
    const told = answer.kind === 'ok' ? answer.full?.find(({ x }) => x === id) : undefined;
    expect(told?.ops.map(({ k, p }) => [k, p['day']])).toEqual([['plan', '2026-06-01']]);
  });

  test('started by the technician it is the same execution, opened by who started it', async () => {
    const { id } = await supervisor.do('assignment.create', work());
    const hers = phone();
    hers.record(startOf(executionIdSchema.parse(id)));
    await hers.send();
    const { items } = await supervisor.ask('assignment.list', { status: 'in_progress' });
    expect(items).toMatchObject([{ id, status: 'in_progress', startedAt: expect.any(Number), plannedBy: { id: server.own.people.supervisor.user } }]);
    expect((await supervisor.ask('execution.get', { id })).execution).toMatchObject({ day: '2026-06-01', status: 'in_progress' });
  });

  test('is listed by day, site, person and state, page by page', async () => {
    for (const day of ['2026-07-03', '2026-07-01', '2026-07-02']) await supervisor.do('assignment.create', work({ day }));
    const july = { from: '2026-07-01', to: '2026-07-31', siteId: server.own.site, personId: server.own.people.technician.user };
    const first = await supervisor.ask('assignment.list', { ...july, limit: 2 });
    const second = await supervisor.ask('assignment.list', { ...july, limit: 2, cursor: first.nextCursor });
    expect([...first.items, ...second.items].map(({ day }: { day: string }) => day)).toEqual(['2026-07-01', '2026-07-02', '2026-07-03']);
    expect(second.nextCursor).toBeNull();
    expect((await supervisor.ask('assignment.list', { ...july, to: '2026-07-01' })).items).toHaveLength(1);
  });

  test('is found from the equipment it is on, and from no other', async () => {
    const here = await supervisor.do('assignment.create', work());
    const elsewhere = await supervisor.do('assignment.create', work({ assetId: undefined }));
    const { items } = await supervisor.ask('execution.list', { siteId: server.own.site, assetId: server.own.asset });
    const ids = items.map(({ id }: { id: string }) => id);
    expect(ids).toContain(here.id);
    expect(ids).not.toContain(elsewhere.id);
  });

  test('is not given where it could not be done, and each reason is another', async () => {
    const { people, farSite, asset } = server.own;
    expect(await supervisor.refusal('assignment.create', work({ siteId: farSite, assetId: undefined }))).toMatchObject({
      details: { reason: 'not_on_site', people: [people.technician.user] },
    });
    expect(await supervisor.refusal('assignment.create', work({ siteId: farSite, assetId: asset }))).toMatchObject({ details: { what: 'asset' } });
    expect(await supervisor.refusal('assignment.create', work({ personIds: [server.other.people.technician.user] }))).toMatchObject({
      details: { what: 'person' },
    });
    expect(await supervisor.refusal('assignment.create', work({ procedure: server.other.procedure }))).toMatchObject({
      details: { what: 'procedure' },
    });
    expect(await supervisor.refused('assignment.create', work({ day: '2026-02-30' }))).toBe('INVALID');
  });

  test('on another site it opens that site too, where that is asked for', async () => {
    const { farSite } = server.own;
    await supervisor.do('assignment.create', work({ siteId: farSite, assetId: undefined, openSite: true }));
    const answer = await phone().send();
    const sites = answer.kind === 'ok' ? answer.refs?.filter(({ kind, body }) => kind === 'site' && body !== null).map(({ id }) => id) : [];
    expect(sites).toContain(farSite);
    await withOrg(server.deps.db, server.own, (tx) => unassignSite(tx, { user: server.own.people.technician.user, site: farSite }));
  });
});

describe('work that is taken back', () => {
  test('is withdrawn with its reason; what was done offline meanwhile still arrives, marked', async () => {
    const id = executionIdSchema.parse((await supervisor.do('assignment.create', work())).id);
    const hers = phone();
    await hers.send();
    hers.record(startOf(id));
    hers.record(stepOf(id));
    const withdrawn = await supervisor.do('assignment.withdraw', { id, reason: 'Orage' });
    expect(withdrawn).toMatchObject({ status: 'cancelled', withdrawn: { reason: 'Orage', by: { id: server.own.people.supervisor.user } } });
    expect(await hers.send()).not.toHaveProperty('aside');
    expect(await flagsIn(id)).toEqual(['start after_cancel', 'step after_cancel']);
    expect(await supervisor.refusal('assignment.withdraw', { id, reason: 'encore' })).toMatchObject({
      details: { reason: 'closed', status: 'cancelled' },
    });
  });

  test('from one of two: the other goes on, and what the first still sends arrives', async () => {
    const { technician, admin } = server.own.people;
    const id = executionIdSchema.parse((await supervisor.do('assignment.create', work({ personIds: [technician.user, admin.user] }))).id);
    const hers = phone();
    await hers.send();
    hers.record(startOf(id));
    const left = await supervisor.do('assignment.withdraw', { id, reason: 'Appelée ailleurs', personIds: [technician.user] });
    expect([left.status, left.people.map((person: { id: string }) => person.id)]).toEqual(['planned', [admin.user]]);
    expect(await hers.send()).not.toHaveProperty('aside');
    expect(await flagsIn(id)).toEqual(['start after_removal']);
    expect(await supervisor.refused('assignment.withdraw', { id, reason: 'x', personIds: [technician.user] })).toBe('CONFLICT not_on_it');
  });

  test('sent twice it is done once', async () => {
    const { id } = await supervisor.do('assignment.create', work());
    const operation = crypto.randomUUID();
    const once = await supervisor.do('assignment.withdraw', { id, reason: 'Orage', operation });
    expect(await supervisor.do('assignment.withdraw', { id, reason: 'Orage', operation })).toEqual(once);
  });

  test('a technician moved off the site with unsent work: all of it arrives, marked, and none is set aside', async () => {
    const { technician } = server.own.people;
    const { site } = server.own;
    const hers = phone();
    await hers.send();
    const x = newExecution();
    hers.record(startOf(x));
    hers.record(stepOf(x));
    await withOrg(server.deps.db, server.own, (tx) => unassignSite(tx, { user: technician.user, site }));
    expect(await hers.send()).not.toHaveProperty('aside');
    hers.record(stepOf(x));
    expect(await hers.send()).not.toHaveProperty('aside');
    expect(await flagsIn(x)).toEqual(['start after_removal']);
    expect((await server.call('execution.get', { cookie, input: { id: x } })).status).toBe(200);
  });
});
