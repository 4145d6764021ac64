import { assignSite, joinExecution, unassignSite, withOrg } from '@heliograph/db';
import { type Payload, procedureHashSchema, siteIdSchema } from '@heliograph/domain';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  type Desk,
  deskOf,
  heldRecord,
  newcomer,
  newExecution,
  scriptedPhone,
  type TestPerson,
  type TestServer,
  testServer,
} from '../testing/index.ts';

let server: TestServer;
let desk: Desk;
beforeEach(async () => {
  server = await testServer();
  desk = await deskOf(server, server.own.people.supervisor);
});
afterEach(() => server.close());

const held = async (who = desk) => (await who.ask('device.list')).held;
/** After an act of the desk: what it let in is applied behind it. */
const settled = () => server.deps.hub.idle();

/** A run begun on a site, with a remark; and the person's phone. */
async function begunBy(person: TestPerson & { cookie: string }, elsewhere: Partial<Payload<'start'>> = {}) {
  const phone = scriptedPhone(server, person, person.cookie);
  const x = newExecution();
  const { procedure, site } = server.own;
  phone.record({ k: 'start', x, p: { procedure, site, roles: [], ...elsewhere }, at: Date.now() });
  phone.record({ k: 'comment', x, p: { text: 'sans le site' }, at: Date.now() });
  await phone.send();
  return x;
}

test('work whose author is not on it is told to the desk, and is applied as soon as they are put on it', async () => {
  const x = await heldRecord(server, server.own);
  const { technician } = server.own.people;
  const { canary, site } = server.own;
  expect(await held()).toMatchObject([
    {
      author: { user: technician.user, name: `technician ${canary}` },
      ...{ id: x, isKnown: true, need: 'person', code: 'not_yours', opensSite: false, records: 1 },
      ...{ title: { fr: `Essai ${canary}` }, site: { id: site, name: `Proche ${canary}` } },
    },
  ]);
  expect((await desk.ask('office.waiting')).phones).toBe(1);
  await desk.do('device.admit', { author: technician.user, execution: x });
  await settled();
  expect(await held()).toEqual([]);
  expect((await desk.ask('office.waiting')).phones).toBe(0);
  expect((await desk.ask('execution.get', { id: x })).comments).toHaveLength(1);
  expect(await desk.refused('device.admit', { author: technician.user, execution: x })).toBe('NOT_FOUND');
});

test('work that is over still takes in whose part in it was forgotten', async () => {
  const x = await heldRecord(server, server.own);
  const { supervisor, technician } = server.own.people;
  const phone = scriptedPhone(server, supervisor, desk.cookie);
  phone.record({ k: 'complete', x, p: {}, at: Date.now() });
  await phone.send();
  await desk.do('device.admit', { author: technician.user, execution: x });
  await settled();
  expect((await desk.ask('execution.get', { id: x })).comments).toHaveLength(1);
});

test('a run begun on a site that is not theirs is one line with all that follows it, and arrives once the site is opened', async () => {
  const someone = await newcomer(server, server.own, 'technician');
  const x = await begunBy(someone);
  expect(await held()).toMatchObject([{ id: x, isKnown: false, need: 'site', opensSite: true, records: 2, site: { id: server.own.site } }]);
  await desk.do('device.admit', { author: someone.user, execution: x });
  await settled();
  expect(await held()).toEqual([]);
  expect((await desk.ask('site.get', { id: server.own.site })).people.map(({ id }: { id: string }) => id)).toContain(someone.user);
});

test('work that the server has forgotten waits until it is given again under its id', async () => {
  const { technician } = server.own.people;
  const phone = scriptedPhone(server, technician, await server.signIn(technician));
  const x = newExecution();
  phone.record({ k: 'comment', x, p: { text: 'après la restauration' }, at: Date.now() });
  await phone.send();
  expect(await held()).toMatchObject([{ id: x, isKnown: false, need: 'work', title: null, site: null, records: 1 }]);
  const { procedure, site } = server.own;
  await desk.do('assignment.create', { id: x, procedure, siteId: site, personIds: [technician.user], day: '2026-06-01' });
  await settled();
  expect(await held()).toEqual([]);
  expect((await desk.ask('execution.get', { id: x })).comments).toHaveLength(1);
});

test('what somebody recorded who is no longer active is let in all the same: forgotten work is given to a colleague, and they are put on it', async () => {
  const someone = await newcomer(server, server.own, 'technician');
  const phone = scriptedPhone(server, someone, someone.cookie);
  const x = newExecution();
  phone.record({ k: 'comment', x, p: { text: 'avant son départ' }, at: Date.now() });
  await phone.send();
  const { procedure, site, people } = server.own;
  const office = await deskOf(server, people.admin);
  await office.do('person.suspend', { id: someone.user });
  expect(await held()).toMatchObject([{ id: x, need: 'work', author: { user: someone.user } }]);
  const wish = { id: x, procedure, siteId: site, day: '2026-06-01', isAgain: true };
  expect(await desk.refused('assignment.create', { ...wish, personIds: [someone.user] })).toBe('CONFLICT inactive');
  await desk.do('assignment.create', { ...wish, personIds: [people.technician.user] });
  await settled();
  expect(await held()).toMatchObject([{ id: x, need: 'person' }]);
  await desk.do('device.admit', { author: someone.user, execution: x });
  await settled();
  expect(await held()).toEqual([]);
  expect((await desk.ask('execution.get', { id: x })).comments).toHaveLength(1);
});

test('work begun by a colleague after all is no longer unknown: its author is to be put on it', async () => {
  const { technician, supervisor } = server.own.people;
  const phone = scriptedPhone(server, technician, await server.signIn(technician));
  const x = newExecution();
  phone.record({ k: 'comment', x, p: { text: 'avant son début' }, at: Date.now() });
  await phone.send();
  const other = scriptedPhone(server, supervisor, desk.cookie);
  other.record({ k: 'start', x, p: { procedure: server.own.procedure, site: server.own.site, roles: [] }, at: Date.now() });
  await other.send();
  expect(await held()).toMatchObject([{ id: x, isKnown: true, need: 'person', code: 'not_yours' }]);
});

test('the receipt names what waits, apart from what was refused', async () => {
  const x = await heldRecord(server, server.own);
  const { held: waits, refused, records } = await desk.ask('execution.receipt', { id: x });
  expect(waits).toMatchObject([{ code: 'not_yours', kind: 'comment', by: `technician ${server.own.canary}` }]);
  expect([refused, records.length]).toEqual([[], 2]);
});

test('a version that is not here is named as what is missing; another organisation sees nothing of it all', async () => {
  const { technician } = server.own.people;
  const person = { ...technician, cookie: await server.signIn(technician) };
  await begunBy(person, { procedure: procedureHashSchema.parse('a'.repeat(64)) });
  await heldRecord(server, server.own);
  expect(await held()).toMatchObject([
    { need: 'person', records: 1 },
    { need: 'procedure', records: 2, slug: null, site: { id: server.own.site } },
  ]);
  const stranger = await deskOf(server, server.other.people.supervisor);
  expect(await held(stranger)).toEqual([]);
  expect((await stranger.ask('office.waiting')).phones).toBe(0);
});

test('a version that is published has what waits looked at again', async () => {
  const x = await heldRecord(server, server.own);
  const { technician, admin } = server.own.people;
  const office = await deskOf(server, admin);
  const { document } = await office.ask('procedure.draft', { slug: 'essai-own' });
  const { slug, revision } = await office.do('procedure.create', { document: { ...document, tags: ['nouveau'] } });
  // Nothing but the publication says that there is something to look at.
  await withOrg(server.deps.db, server.own, (tx) => joinExecution(tx, { user: technician.user, execution: x }));
  await settled();
  expect(await held()).toHaveLength(1);
  await office.do('procedure.publish', { slug, revision });
  await settled();
  expect(await held()).toEqual([]);
});

test('a site that the server does not know holds up what was begun there', async () => {
  const someone = await newcomer(server, server.own, 'technician');
  await begunBy(someone, { site: siteIdSchema.parse(crypto.randomUUID()) });
  expect(await held()).toMatchObject([{ need: 'place', site: null, opensSite: false }]);
});

test('pressed twice, it puts a person on work once', async () => {
  const x = await heldRecord(server, server.own);
  const { technician } = server.own.people;
  await withOrg(server.deps.db, server.own, (tx) => unassignSite(tx, { user: technician.user, site: server.own.site }));
  expect(await held()).toMatchObject([{ need: 'person', opensSite: true }]);
  await withOrg(server.deps.db, server.own, (tx) => assignSite(tx, { user: technician.user, site: server.own.site }));
  await Promise.allSettled([1, 2].map(() => desk.do('device.admit', { author: technician.user, execution: x })));
  await settled();
  const { history } = await desk.ask('execution.get', { id: x });
  expect(history.filter(({ operation }: { operation: { k: string } }) => operation.k === 'assign')).toHaveLength(1);
});

test('however much waits, the desk is told how much more there is, and whatever is not on its page can be let in too', async () => {
  const { people, procedure, site } = server.own;
  const executions = Array.from({ length: 51 }, newExecution);
  const first = scriptedPhone(server, people.admin, await server.signIn(people.admin));
  for (const x of executions) first.record({ k: 'start', x, p: { procedure, site, roles: [] }, at: Date.now() });
  await first.send();
  const second = scriptedPhone(server, people.technician, await server.signIn(people.technician));
  for (const x of executions) second.record({ k: 'comment', x, p: { text: 'encore un' }, at: Date.now() });
  await second.send();
  const { held: shown, heldMore } = await desk.ask('device.list');
  expect([shown.length, heldMore]).toEqual([50, 1]);
  const unseen = executions.find((x) => !shown.some(({ id }: { id: string }) => id === x));
  await desk.do('device.admit', { author: people.technician.user, execution: unseen });
  await settled();
  expect(await desk.ask('device.list')).toMatchObject({ heldMore: 0 });
});

test('work that a colleague’s waiting start tells of is told with its procedure and site, ready to be given again', async () => {
  const [someone, { technician }] = [await newcomer(server, server.own, 'technician'), server.own.people];
  const x = newExecution();
  const early = scriptedPhone(server, technician, await server.signIn(technician));
  early.record({ k: 'comment', x, p: { text: 'avant son début' }, at: Date.now() });
  await early.send();
  const { procedure, site } = server.own;
  const late = scriptedPhone(server, someone, someone.cookie);
  late.record({ k: 'start', x, p: { procedure, site, roles: [] }, at: Date.now() });
  await late.send();
  expect(await held()).toMatchObject([
    { author: { user: someone.user }, need: 'site' },
    { author: { user: technician.user }, need: 'work', procedure, slug: 'essai-own', site: { id: site } },
  ]);
});
