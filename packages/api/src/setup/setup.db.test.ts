import { testDatabase } from '@heliograph/db/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PASSWORD, type TestServer, testServer } from '../testing/index.ts';

let server: TestServer;
beforeEach(async () => {
  server = await testServer({ db: await testDatabase(), isEmpty: true });
});
afterEach(() => server.close());

const wish = (more: object = {}) => ({
  ...{ code: server.deps.keys.setupCode, organisation: { name: 'Soleil & Fils', language: 'fr', timeZone: 'Europe/Paris' } },
  ...{ admin: { name: 'Ada Martin', email: 'Ada@Soleil.test', password: PASSWORD }, site: { name: 'Les Garrigues', code: 'LG' } },
  ...more,
});
const create = (more: object = {}, headers = {}) => server.call('setup.create', { method: 'POST', input: wish(more), headers });
const isWanted = async () => (await server.call('auth.welcome')).data.setup;

test('the code that the server printed makes the organisation, its first admin, its first site and the library; then the door is shut', async () => {
  expect(await isWanted()).toBe(true);
  const { data } = await create();
  expect(data.procedures).toBeGreaterThan(10);
  expect(await isWanted()).toBe(false);
  const cookie = await server.signIn({ user: data.admin, email: 'ada@soleil.test', role: 'admin' });
  const me = await server.call('auth.me', { cookie });
  expect(me.data).toMatchObject({
    role: 'admin',
    organisation: { name: 'Soleil & Fils', slug: 'soleil-fils', timeZone: 'Europe/Paris', language: 'fr' },
  });
  expect((await server.call('site.list', { cookie })).text).toContain('Les Garrigues');
  expect((await server.call('procedure.list', { cookie })).data.items.length).toBeGreaterThan(10);
  expect((await create()).error).toMatchObject({ code: 'CONFLICT', details: { reason: 'set_up' } });
});

test('the library is an offer', async () => {
  const { data } = await create({ library: false });
  expect(data.procedures).toBe(0);
});

test('a wrong code makes nothing, and guessing is stopped; another network may still go on', async () => {
  for (let n = 0; n < 10; n++)
    expect((await create({ code: `0000-0000-00${n}0` })).error).toMatchObject({ code: 'NOT_ALLOWED', details: { reason: 'code' } });
  expect((await create()).error).toMatchObject({ code: 'TOO_MANY' });
  expect(await isWanted()).toBe(true);
  expect((await create({ library: false }, { 'x-forwarded-for': '203.0.113.9' })).status).toBe(200);
});

test('the code is taken as it is read out: small letters, spaces, O for 0', async () => {
  const code = server.deps.keys.setupCode.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
  expect((await create({ code, library: false })).status).toBe(200);
});

test('two people who set up at the same moment make one organisation', async () => {
  const answers = await Promise.all([
    create({ library: false }),
    create({ library: false, admin: { name: 'B', email: 'b@s.test', password: PASSWORD } }),
  ]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
});

test.each([
  ['a weak password', { admin: { name: 'Ada', email: 'ada@s.test', password: 'soleil & fils 2026' } }],
  ['a time zone that does not exist', { organisation: { name: 'S', language: 'fr', timeZone: 'Europe/Montpellier' } }],
  ['a language we do not speak', { organisation: { name: 'S', language: 'de', timeZone: 'Europe/Paris' } }],
  ['no name of the site', { site: { name: ' ', code: 'LG' } }],
  ['no e-mail', { admin: { name: 'Ada', email: 'ada', password: PASSWORD } }],
])('%s is refused and leaves nothing behind', async (_, more) => {
  expect((await create(more)).error?.code).toBe('INVALID');
  expect(await isWanted()).toBe(true);
  expect((await create({ library: false })).status).toBe(200);
});

test('where somebody has begun, the code opens nothing', async () => {
  const begun = await testServer();
  const input = { ...wish(), code: begun.deps.keys.setupCode };
  expect((await begun.call('setup.create', { method: 'POST', input })).error?.details).toEqual({ reason: 'set_up' });
  await begun.close();
});
