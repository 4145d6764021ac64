import { afterAll, beforeAll, expect, test } from 'vitest';
import { begunAnalysis, begunExecution, type Desk, deskOf, type TestServer, testServer } from '../testing/index.ts';

let server: TestServer;
let admin: Desk;
let supervisor: Desk;
beforeAll(async () => {
  server = await testServer();
  admin = await deskOf(server, server.own.people.admin);
  supervisor = await deskOf(server, server.own.people.supervisor);
});
afterAll(() => server.close());

const waiting = (desk: Desk) => desk.ask('office.waiting');

test('a finished intervention waits until somebody has decided on it', async () => {
  expect(await waiting(supervisor)).toEqual({ reviews: 0, proposals: 0, tips: 0, analyses: 0, phones: 0 });
  const id = await begunExecution(server, server.own, 'complete');
  expect((await waiting(supervisor)).reviews).toBe(1);
  const { head } = (await supervisor.ask('execution.get', { id })).execution;
  await supervisor.do('review.approve', { id, seen: head });
  expect((await waiting(supervisor)).reviews).toBe(0);
});

test('a version waits for others than who proposed it; a tip until its newest version is decided', async () => {
  const technician = await deskOf(server, server.own.people.technician);
  const text = { title: { fr: 'T', en: 'T' }, content: { fr: 'C', en: 'C' }, language: null, category: 'safety', tags: [], links: {}, photos: [] };
  const { id, revision } = await technician.do('tip.create', { ...text, submit: true });
  const { revision: settings } = await admin.ask('organisation.get');
  await admin.do('organisation.update', { revision: settings, secondApproval: true });
  const { document } = await admin.ask('procedure.draft', { slug: 'essai-own' });
  const { slug } = await admin.do('procedure.create', { document: { ...document, tags: ['nouveau'] } });
  await admin.do('procedure.publish', { slug, revision: 1 });
  expect(await waiting(supervisor)).toMatchObject({ proposals: 1, tips: 1 });
  expect(await waiting(admin)).toMatchObject({ proposals: 0, tips: 1 });
  await supervisor.do('tip.approve', { id, revision });
  expect((await waiting(supervisor)).tips).toBe(0);
});

test('a photo waits once a model has proposed something, until somebody has decided', async () => {
  await begunAnalysis(server, server.own.people.technician.user, { state: 'failed' });
  const id = await begunAnalysis(server, server.own.people.technician.user);
  expect((await waiting(supervisor)).analyses).toBe(1);
  const { revision } = await supervisor.ask('vision.get', { id });
  await supervisor.do('vision.decide', { id, revision, outcome: 'accept' });
  expect((await waiting(supervisor)).analyses).toBe(0);
});

test('a phone whose work waits too long asks for somebody', async () => {
  const cookie = await server.signIn(server.own.people.technician);
  const pending = { ops: 3, photos: 0, bytes: 9, since: Date.now() - 25 * 3_600_000 };
  const input = { proto: 1, nonce: 'n', user: server.own.people.technician.user, dev: crypto.randomUUID(), build: 'b', pending };
  await server.call('sync.exchange', { method: 'POST', cookie, input });
  expect((await waiting(supervisor)).phones).toBe(1);
});
