import { afterAll, beforeAll, expect, test } from 'vitest';
import { deskOf, newcomer, newExecution, scriptedPhone, type TestServer, testServer } from '../testing/index.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

test('a restore that nobody told of is told to the office: when, how far the work went, what has come back since, and whose phone is awaited', async () => {
  const { own, deps } = server;
  const admin = await deskOf(server, own.people.admin);
  const { technician } = own.people;
  const away = await newcomer(server, own, 'technician');
  const left = await newcomer(server, own, 'technician');
  const [cookie, awayCookie, leftCookie] = [await server.signIn(technician), await server.signIn(away), await server.signIn(left)];
  const exchange = async (user: string, cookieOf: string, more: object) => {
    server.pass(1000);
    const input = { proto: 1, nonce: 'n', user, dev: crypto.randomUUID(), build: 'b', ...more };
    return (await server.call('sync.exchange', { method: 'POST', cookie: cookieOf, input })).data;
  };
  await exchange(away.user, awayCookie, {});
  await exchange(left.user, leftCookie, {});
  const { inc } = await exchange(technician.user, cookie, {});
  expect((await admin.ask('device.list')).restore).toBeNull();

  // What the desk does is on no phone: it says nothing of how far the backup goes.
  await admin.do('assignment.create', { procedure: own.procedure, siteId: own.site, personIds: [technician.user], day: '2026-06-01' });

  // A mark of this server's own making that its database no longer has: that is what a restored one looks like to a phone.
  const lost = '900.gone';
  const seen = `${lost}.${deps.sync.seal.sign(`${lost}.${own.org}`)}`;
  expect(await exchange(technician.user, cookie, { inc, seen })).toMatchObject({ kind: 'incarnation' });
  const madeBefore = Date.now() - 60_000;
  const phone = scriptedPhone(server, technician, cookie);
  phone.record({ k: 'start', x: newExecution(), p: { procedure: own.procedure, site: own.site, roles: [] }, at: madeBefore });
  phone.record({ k: 'start', x: newExecution(), p: { procedure: own.procedure, site: own.site, roles: [] }, at: Date.now() + 60_000 });
  await phone.send();

  const { restore } = await admin.ask('device.list');
  expect(restore).toMatchObject({ lastRecordAt: null, back: { records: 1, people: 1 } });
  // People of the other organisation, and who is back, are not among them.
  expect(restore?.away).toEqual([expect.stringMatching(/^Nouvelle/), expect.stringMatching(/^Nouvelle/)]);
  // Whoever is suspended still delivers; whoever has left does not.
  const awaited = async () => (await admin.ask('device.list')).restore?.away.length;
  await admin.do('person.deactivate', { id: left.user });
  await admin.do('person.suspend', { id: away.user });
  expect(await awaited()).toBe(1);
  await exchange(away.user, awayCookie, {});
  expect(await awaited()).toBe(0);
  const stranger = await deskOf(server, server.other.people.admin);
  expect((await stranger.ask('device.list')).restore).toBeNull();
  const { items } = await admin.ask('activity.list', { actions: ['server.'], limit: 9 });
  expect(items).toMatchObject([{ action: 'server.restore', actor: null, details: { noticedBy: technician.user } }]);
});
