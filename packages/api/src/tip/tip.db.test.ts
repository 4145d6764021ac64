import { executionIdSchema, type Payload, photoHashSchema } from '@heliograph/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { begunExecution, type Desk, deskOf, newcomer, scriptedPhone, type TestServer, testServer } from '../testing/index.ts';

let server: TestServer;
let supervisor: Desk;
let author: Desk;
let colleague: Desk;
let phone: ReturnType<typeof scriptedPhone>;
let other: ReturnType<typeof scriptedPhone>;
beforeAll(async () => {
  server = await testServer();
  const { technician, supervisor: boss } = server.own.people;
  const second = await newcomer(server, server.own, 'technician');
  supervisor = await deskOf(server, boss);
  author = await deskOf(server, technician);
  colleague = await deskOf(server, second);
  phone = scriptedPhone(server, technician, await server.signIn(technician));
  other = scriptedPhone(server, second, second.cookie);
});
afterAll(() => server.close());

const sha = photoHashSchema.parse('c'.repeat(64));
const note = (title: string): Payload<'tip'> => ({
  ...{ submit: true, language: 'fr', title, content: 'Retenir le capot : le vent l’arrache.', category: 'corrective', tags: ['vent'] },
  links: { steps: [{ procedure: 'essai-own', step: 's02' }] },
  photos: [],
});
// The scripted phone names subjects as executions; the kind of the operation says what it is.
const subject = (x: string) => executionIdSchema.parse(x);
type Device = ReturnType<typeof scriptedPhone>;
const write = (device: Device, x: string, p: Payload<'tip'>) => device.record({ k: 'tip', x: subject(x), p, at: Date.now() });
const photo = (device: Device, x: string) =>
  device.record({
    k: 'tip.photo',
    x: subject(x),
    p: { sha, size: 10, mime: 'image/jpeg', width: 4, height: 3, taken: 1 },
    at: Date.now(),
  });
const tipsOn = async (device: Device) => {
  const answer = await device.send();
  if (answer.kind !== 'ok') throw new Error(answer.kind);
  return new Map((answer.refs ?? []).flatMap((row) => (row.kind === 'tip' ? [[row.id, row.body]] : [])));
};
const proposed = async (title = 'Capot') => {
  const id = crypto.randomUUID();
  write(phone, id, note(title));
  return { id, told: (await tipsOn(phone)).get(id) };
};
const named = async (id: string) => {
  const { tip } = await supervisor.ask('tip.get', { id });
  return { id, revision: tip.revision };
};

test('a tip written on a phone is its author’s alone until a supervisor approves it; then everybody is told', async () => {
  const { id, told } = await proposed('Rosée');
  expect(told).toMatchObject({ title: { fr: 'Rosée', en: 'Rosée' }, language: 'fr', state: 'submitted', version: 1 });
  expect((await tipsOn(other)).has(id)).toBe(false);
  expect((await colleague.ask('tip.list', {})).items.map((tip: { id: string }) => tip.id)).not.toContain(id);
  expect((await server.call('tip.get', { cookie: colleague.cookie, input: { id } })).error?.code).toBe('NOT_FOUND');
  expect((await supervisor.ask('tip.list', { state: 'submitted' })).items).toMatchObject([{ id, state: 'submitted' }]);
  await supervisor.do('tip.approve', await named(id));
  expect((await tipsOn(other)).get(id)).toMatchObject({ title: { fr: 'Rosée' }, links: { steps: [{ step: 's02' }] } });
  expect((await tipsOn(phone)).get(id)).toMatchObject({ state: 'approved' });
});

test('a change of an approved tip leaves what others read until it is approved too; what is sent back says why', async () => {
  const { id } = await proposed('Première');
  await supervisor.do('tip.approve', await named(id));
  write(phone, id, note('Seconde'));
  expect((await tipsOn(phone)).get(id)).toMatchObject({ title: { fr: 'Seconde' }, state: 'submitted', version: 2 });
  expect((await tipsOn(other)).get(id)).toMatchObject({ title: { fr: 'Première' } });
  await supervisor.do('tip.reject', { ...(await named(id)), reason: 'Dire quel modèle' });
  expect((await tipsOn(phone)).get(id)).toMatchObject({ state: 'rejected', reason: 'Dire quel modèle' });
  expect((await colleague.ask('tip.get', { id })).tip).toMatchObject({ title: { fr: 'Première' }, reason: null });
  const { versions } = await supervisor.ask('tip.get', { id });
  expect(versions.map(({ number, state }: { number: number; state: string }) => [number, state])).toEqual([
    [2, 'rejected'],
    [1, 'approved'],
  ]);
});

test('two who decide on one tip: the second is told who was faster, and nothing is decided twice', async () => {
  const { id } = await proposed();
  const seen = await named(id);
  await supervisor.do('tip.approve', seen);
  expect(await supervisor.refused('tip.reject', { ...seen, reason: 'trop tard' })).toBe('CONFLICT changed');
  expect(await supervisor.refused('tip.approve', await named(id))).toBe('CONFLICT state');
});

test('only its author and those who approve write a tip, also past the doors', async () => {
  const { id } = await proposed();
  await supervisor.do('tip.approve', await named(id));
  const stolen = write(other, id, note('À moi'));
  const answer = await other.send();
  expect(answer).toMatchObject({ kind: 'ok', aside: [{ id: stolen.id, code: 'not_yours' }] });
  const { tip } = await colleague.ask('tip.get', { id });
  const { revision, title, content, language, category, tags, links, photos } = tip;
  const text = { title, content, language, category, tags, links, photos };
  expect(await colleague.refused('tip.update', { id, revision, ...text, category: 'safety' })).toBe('NOT_ALLOWED');
  expect(await author.refused('tip.archive', { id, revision })).toBe('NOT_ALLOWED');
  await supervisor.do('tip.archive', { id, revision });
  expect((await tipsOn(other)).has(id)).toBe(false);
  expect((await tipsOn(phone)).get(id)).toMatchObject({ state: 'archived' });
  await supervisor.do('tip.approve', await named(id));
  expect((await tipsOn(other)).has(id)).toBe(true);
});

test('a photo is seen with the tip it was announced for, and no tip opens the picture of another one', async () => {
  const { id } = await proposed();
  photo(phone, id);
  write(phone, id, { ...note('Avec photo'), photos: [{ sha, width: 4, height: 3 }] });
  expect((await tipsOn(phone)).get(id)).toMatchObject({ photos: [{ sha }] });
  const mine = crypto.randomUUID();
  write(other, mine, { ...note('Photo d’autrui'), photos: [{ sha, width: 4, height: 3 }] });
  expect((await tipsOn(other)).get(mine)).toMatchObject({ photos: [] });
});

test('found useful once per person, the last word counts, the author included', async () => {
  const { id } = await proposed();
  await supervisor.do('tip.approve', await named(id));
  const rate = (useful: boolean) => other.record({ k: 'tip.rate', x: subject(id), p: { tip: id, useful }, at: Date.now() });
  rate(true);
  rate(true);
  expect((await tipsOn(other)).get(id)).toMatchObject({ useful: 1, rated: true });
  expect(await author.do('tip.rate', { id, useful: true })).toMatchObject({ useful: 2, isRated: true });
  rate(false);
  expect((await tipsOn(other)).get(id)).toMatchObject({ useful: 1, rated: false });
});

test('the picture of a tip that calls itself an execution is none of its photos, and keeps nothing from being whole', async () => {
  const x = await begunExecution(server, server.own);
  photo(other, x);
  await other.send();
  const { execution, photos } = await supervisor.ask('execution.get', { id: x });
  expect(execution.missingPhotos).toBe(0);
  expect(photos).toEqual([]);
});
