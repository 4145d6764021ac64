import { executionIdSchema, type UserId } from '@heliograph/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, deskOf, scriptedPhone, type TestServer, testServer } from '../testing/index.ts';

let server: TestServer;
let supervisor: Desk;
let cookie = '';
beforeAll(async () => {
  server = await testServer();
  supervisor = await deskOf(server, server.own.people.supervisor);
  cookie = await server.signIn(server.own.people.technician);
});
afterAll(() => server.close());

const given = (personIds: readonly UserId[]) =>
  supervisor.do('assignment.create', {
    ...{ procedure: server.own.procedure, siteId: server.own.site, assetId: server.own.asset, day: '2026-06-01', personIds },
    ...{ note: 'Prendre la caméra', reported: { alarm: 'F117' } },
  });
const idsOf = (work: { people: { id: string }[] }) => work.people.map(({ id }) => id);

test('work moves to somebody else and to another day as the same execution, with what was reported', async () => {
  const { technician, supervisor: other } = server.own.people;
  const work = await given([technician.user]);
  const phone = scriptedPhone(server, technician, cookie);
  await phone.send();
  const moved = await supervisor.do('assignment.change', {
    id: work.id,
    seen: work.head,
    personIds: [other.user],
    day: '2026-06-04',
    note: 'Portail est',
  });
  expect([moved.id, moved.day, moved.note, moved.reported, idsOf(moved)]).toEqual([
    work.id,
    '2026-06-04',
    'Portail est',
    { alarm: 'F117' },
    [other.user],
  ]);
  const { items } = await supervisor.ask('assignment.list', { from: '2026-06-04', to: '2026-06-04', personId: other.user });
  expect(items).toMatchObject([{ id: work.id }]);
  const { items: acts } = await supervisor.ask('activity.list', { subjectKind: 'execution', subjectId: work.id });
  expect(acts).toMatchObject(
    [1, 2].map(() => ({ action: 'execution.assign', work: { title: work.procedure.title, site: work.site.name, asset: work.asset?.name } })),
  );
  // Already begun without a network by who was taken off: it arrives all the same, and says so.
  const x = executionIdSchema.parse(work.id);
  phone.record({ k: 'start', x, p: { procedure: server.own.procedure, site: server.own.site, roles: ['technician'] }, at: Date.now() });
  expect(await phone.send()).not.toHaveProperty('aside');
});

test('what was reported is said in other words or taken back; left out, it stays as it is', async () => {
  const { technician } = server.own.people;
  const work = await given([technician.user]);
  const wish = { id: work.id, personIds: [technician.user], day: '2026-06-01', note: 'Prendre la caméra' };
  const said = await supervisor.do('assignment.change', { ...wish, seen: work.head, reported: { alarm: 'F118', source: 'Supervision' } });
  expect(said.reported).toEqual({ alarm: 'F118', source: 'Supervision' });
  const again = await supervisor.do('assignment.change', { ...wish, seen: said.head, reported: { source: 'Supervision', alarm: 'F118' } });
  expect(again.head).toBe(said.head);
  expect((await supervisor.do('assignment.change', { ...wish, seen: said.head, day: '2026-06-02' })).reported).toEqual(said.reported);
  const { head } = await supervisor.do('assignment.change', { ...wish, seen: said.head + 1 });
  expect((await supervisor.do('assignment.change', { ...wish, seen: head, reported: null })).reported).toBeNull();
});

test('what another desk changed meanwhile is not undone unseen; what a technician recorded meanwhile stands in nobody’s way', async () => {
  const { technician, supervisor: other } = server.own.people;
  const work = await given([technician.user]);
  const wish = { id: work.id, personIds: [technician.user, other.user], day: '2026-06-01', note: 'Prendre la caméra' };
  const phone = scriptedPhone(server, technician, cookie);
  const x = executionIdSchema.parse(work.id);
  phone.record({ k: 'start', x, p: { procedure: server.own.procedure, site: server.own.site, roles: ['technician'] }, at: Date.now() });
  await phone.send();
  const joined = await supervisor.do('assignment.change', { ...wish, seen: work.head });
  expect(idsOf(joined)).toEqual([technician.user, other.user]);
  expect(await supervisor.refused('assignment.change', { ...wish, seen: work.head, day: '2026-06-09' })).toBe('CONFLICT changed');
  // As it is already: nothing is written.
  expect((await supervisor.do('assignment.change', { ...wish, seen: joined.head })).head).toBe(joined.head);
});

test('sent twice it is done once; work that was withdrawn is given to nobody, and a colleague without the site is asked about', async () => {
  const { technician, supervisor: other } = server.own.people;
  const work = await given([other.user]);
  const wish = { id: work.id, seen: work.head, personIds: [technician.user], day: '2026-06-05', operation: crypto.randomUUID() };
  const once = await supervisor.do('assignment.change', wish);
  expect(await supervisor.do('assignment.change', wish)).toEqual(once);
  const far = await supervisor.do('assignment.create', {
    ...{ procedure: server.own.procedure, siteId: server.own.farSite, day: '2026-06-01', personIds: [other.user] },
  });
  const there = { id: far.id, seen: far.head, personIds: [technician.user], day: '2026-06-01' };
  expect(await supervisor.refusal('assignment.change', there)).toMatchObject({ details: { reason: 'not_on_site', people: [technician.user] } });
  expect(idsOf(await supervisor.do('assignment.change', { ...there, openSite: true }))).toEqual([technician.user]);
  await supervisor.do('assignment.withdraw', { id: work.id, reason: 'Orage' });
  expect(await supervisor.refused('assignment.change', { ...wish, operation: crypto.randomUUID() })).toBe('CONFLICT closed');
});
