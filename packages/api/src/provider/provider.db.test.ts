import { randomBytes } from 'node:crypto';
import { type ModelServer, startModelServer } from '@heliograph/ai/testing';
import { lockProvider, withOrg } from '@heliograph/db';
import { testDatabase } from '@heliograph/db/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Desk, deskOf, type TestServer, testServer } from '../testing/index.ts';
import { createVault } from '../vault.ts';
import { openModel } from './choices.ts';
import { providersOf } from './provider.service.ts';
import { resealKeys } from './reseal.ts';

let models: ModelServer;
let server: TestServer;
let desk: Desk;
beforeAll(async () => {
  models = await startModelServer();
  server = await testServer({ trusted: [models.origin] });
  desk = await deskOf(server, server.own.people.admin);
});
beforeEach(() => models.reset());
afterAll(async () => {
  await server.close();
  await models.close();
});

const KEY = 'sk-very-secret-0123456789-WXYZ';
const model = (name: string, more = {}) => ({
  name,
  abilities: ['chat'],
  price: { input: 100, output: 400 },
  contextLength: 8000,
  isOn: true,
  ...more,
});
const draft = (more = {}) => ({
  kind: 'other',
  name: 'Chez nous',
  baseUrl: models.baseUrl,
  apiVersion: null,
  isOn: true,
  models: [model('a')],
  ...more,
});

test('a key is kept encrypted, shown as its last four, and never given to anybody', async () => {
  const made = await desk.do('provider.save', draft({ key: KEY }));
  expect(made).toMatchObject({ hasKey: true, keyEnd: 'WXYZ' });
  const listed = await server.call('provider.list', { cookie: desk.cookie });
  const acts = await server.call('activity.list', { cookie: desk.cookie });
  const row = await withOrg(server.deps.db, server.own, (tx) => lockProvider(tx, made.id));
  for (const text of [JSON.stringify(made), listed.text, acts.text, JSON.stringify(row), server.lines.join('')])
    expect(text).not.toContain('very-secret');
  expect(listed.text).not.toContain('keyBox');
  const { endpoint } = await openModel(server.deps, server.own, { provider: made.id, model: 'a' });
  expect(endpoint.key).toBe(KEY);
});

test('a key stays where none is given, goes where it is emptied, and does not follow to another address', async () => {
  const { id } = await desk.do('provider.save', draft({ key: KEY }));
  expect(await desk.do('provider.save', draft({ id, name: 'Autre' }))).toMatchObject({ keyEnd: 'WXYZ', name: 'Autre' });
  expect(await desk.refused('provider.save', draft({ id, baseUrl: 'https://elsewhere.example.com/v1' }))).toBe('INVALID key_again');
  expect(await desk.do('provider.save', draft({ id, key: '' }))).toMatchObject({ hasKey: false, keyEnd: '' });
});

test('a box of another organisation opens nothing', async () => {
  const { id } = await desk.do('provider.save', draft({ key: KEY }));
  const stolen = await withOrg(server.deps.db, server.own, (tx) => lockProvider(tx, id));
  expect(server.deps.keys.vault.open({ box: stolen?.keyBox ?? '', keyId: stolen?.keyId ?? '' }, `${server.other.org}/provider/${id}`)).toBeNull();
});

test.each([
  [{ baseUrl: 'http://models.example.com/v1' }, 'INVALID address_scheme'],
  [{ baseUrl: 'https://192.168.1.4/v1' }, 'INVALID address_private'],
  [{ baseUrl: 'https://models.example.com:8443/v1' }, 'INVALID address_port'],
  [{ baseUrl: 'https://u:p@models.example.com/v1' }, 'INVALID address_credentials'],
  [{ kind: 'azure', baseUrl: 'https://x.openai.azure.com' }, 'INVALID api_version'],
  [{ models: [model('a'), model('a')] }, 'INVALID'],
  [{ key: 'two words' }, 'INVALID'],
])('%o is refused: %s', async (wrong, refusal) => {
  expect(await desk.refused('provider.save', draft(wrong))).toMatch(new RegExp(`^${refusal}`));
});

test('a connection is tried: what works, what does not, and what a wrong key says', async () => {
  const { id } = await desk.do('provider.save', draft({ key: KEY, models: [model('a', { isOn: false })] }));
  models.answer('a', ({ pictures, body }) =>
    pictures > 0 ? { status: 400 } : 'response_format' in body ? { json: { works: true } } : { text: 'OK' },
  );
  const faults = async () =>
    (await desk.do('provider.test', { id })).trials.map(({ ability, fault }: { ability: string; fault: string }) => [ability, fault]);
  expect(await faults()).toEqual([
    ['chat', null],
    ['vision', 'refused'],
    ['json', null],
  ]);
  expect(models.asked[0]?.key).toBe(KEY);
  models.lock('another');
  expect(await faults()).toEqual([['chat', 'key']]);
});

test('removed, a provider is no choice any more and its key is gone', async () => {
  const { id } = await desk.do('provider.save', draft({ key: KEY, models: [model('gone')] }));
  await desk.do('provider.remove', { id });
  expect((await desk.ask('ai.asking')).choices.some(({ provider }: { provider: string }) => provider === id)).toBe(false);
  await expect(openModel(server.deps, server.own, { provider: id, model: 'gone' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await desk.refused('provider.remove', { id })).toBe('NOT_FOUND');
});

test('everybody learns what can be asked, and nobody of an address or a key', async () => {
  await desk.do('provider.save', draft({ key: KEY, models: [model('on'), model('off', { isOn: false })] }));
  const { data, text } = await server.call('ai.asking', { cookie: await server.signIn(server.own.people.technician) });
  const names = data.choices.map((choice: { model: string }) => choice.model);
  expect([names.includes('on'), names.includes('off')]).toEqual([true, false]);
  expect(data).toMatchObject({ temperature: 0.7, longestAnswer: 2000, taste: { isAutomatic: true } });
  for (const secret of [models.baseUrl, 'WXYZ']) expect(text).not.toContain(secret);
});

test('the environment’s provider serves until an organisation has its own', async () => {
  const db = await testDatabase();
  const environmentProvider = {
    kind: 'other',
    baseUrl: models.baseUrl,
    key: 'sk-env',
    apiVersion: null,
    questionModel: 'q',
    photoModel: 'p',
  } as const;
  const alone = await testServer({ db, trusted: [models.origin], replace: { environmentProvider } });
  const admin = await deskOf(alone, alone.own.people.admin);
  expect(await admin.ask('provider.list')).toMatchObject([{ isEnvironment: true, hasKey: true, keyEnd: '' }]);
  const { cast } = await admin.ask('ai.asking');
  expect([cast.question.model, cast.photo.model]).toEqual(['q', 'p']);
  expect((await openModel(alone.deps, alone.own, cast.question)).endpoint.key).toBe('sk-env');
  await admin.do('provider.save', draft());
  expect((await admin.ask('ai.asking')).choices.map((choice: { model: string }) => choice.model)).toEqual(['a']);
  await alone.close();
});

test('with a new key in front every box is sealed anew, and opens without the old one', async () => {
  const { id } = await desk.do('provider.save', draft({ key: KEY }));
  const [old, fresh] = [server.deps.keys, createVault([{ id: 'fresh', key: randomBytes(32) }])];
  const both = { ...fresh, open: (...asked: Parameters<typeof fresh.open>) => fresh.open(...asked) ?? old.vault.open(...asked) };
  expect(await resealKeys({ ...server.deps, keys: { ...old, vault: both } })).toBeGreaterThan(0);
  const now = { ...server.deps, keys: { ...old, vault: fresh } };
  expect((await openModel(now, server.own, { provider: id, model: 'a' })).endpoint.key).toBe(KEY);
  await expect(openModel(server.deps, server.own, { provider: id, model: 'a' })).rejects.toMatchObject({
    code: 'UNAVAILABLE',
    details: { reason: 'key' },
  });
  expect(await resealKeys(now)).toBe(0);
  const isLost = async (deps: typeof now) => (await providersOf(deps, server.own)).find((one) => one.id === id)?.isKeyLost;
  expect([await isLost(now), await isLost(server.deps)]).toEqual([false, true]);
});
