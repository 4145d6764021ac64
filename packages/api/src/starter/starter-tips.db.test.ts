import { saveTips, withOrg } from '@heliograph/db';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { starterLibrary } from '../demo/library.ts';
import { type Desk, deskOf, type TestServer, testServer } from '../testing/index.ts';

let server: TestServer;
let supervisor: Desk;
const [same, changed, both, fresh] = starterLibrary().tips;
if (same === undefined || changed === undefined || both === undefined || fresh === undefined) throw new Error('the starter library has too few tips');

interface News {
  readonly id: string;
  readonly kind: string;
}

beforeAll(async () => {
  server = await testServer();
  supervisor = await deskOf(server, server.own.people.supervisor);
  // As an earlier release of the library had them.
  const earlier = [same, { ...changed, tags: ['ancien'] }, { ...both, tags: ['ancien'], content: { fr: 'Avant.', en: 'Before.' } }];
  await withOrg(server.deps.db, server.own, (tx) => saveTips(tx, earlier));
  const { tip } = await supervisor.ask('tip.get', { id: both.id });
  const { title, category, language, links, photos } = tip;
  const own = { title, category, language, links, photos, content: { fr: 'À nous.', en: 'Before.' }, tags: ['ancien'] };
  const { revision } = await supervisor.do('tip.update', { ...own, id: both.id, revision: tip.revision });
  const submitted = await supervisor.do('tip.submit', { id: both.id, revision });
  await supervisor.do('tip.approve', { id: both.id, revision: submitted.revision });
});
afterAll(() => server.close());

const kinds = async () => {
  const { items } = await supervisor.ask('starter.tips');
  return new Map(items.map(({ id, kind }: News) => [id, kind]));
};

test('the library tells which tips are new, which it changed, and which both changed', async () => {
  const news = await kinds();
  expect([same.id, changed.id, both.id, fresh.id].map((id) => news.get(id))).toEqual([undefined, 'changed', 'both', 'new']);
});

test('taken over, it waits for approval beside what everybody reads, with the organisation’s words kept', async () => {
  expect(await supervisor.do('starter.takeTip', { id: both.id })).toEqual({ id: both.id, kept: 1 });
  const technician = await deskOf(server, server.own.people.technician);
  expect((await technician.ask('tip.get', { id: both.id })).tip).toMatchObject({ content: { fr: 'À nous.' }, tags: ['ancien'] });
  const { tip } = await supervisor.ask('tip.get', { id: both.id });
  expect(tip).toMatchObject({ state: 'submitted', content: { fr: 'À nous.', en: both.content.en }, tags: both.tags });
  expect((await kinds()).has(both.id)).toBe(false);
});

test('a new one is seen by nobody before it is approved; one that is declined is not offered again', async () => {
  await supervisor.do('starter.takeTip', { id: fresh.id });
  expect((await supervisor.ask('tip.get', { id: fresh.id })).tip).toMatchObject({ state: 'submitted', approved: null, title: fresh.title });
  await supervisor.do('starter.declineTip', { id: changed.id });
  const news = await kinds();
  expect([news.has(fresh.id), news.has(changed.id)]).toEqual([false, false]);
});

test('what somebody has written and nobody decided is never written over', async () => {
  const other = starterLibrary().tips[4];
  if (other === undefined) throw new Error('the starter library has too few tips');
  await withOrg(server.deps.db, server.own, (tx) => saveTips(tx, [{ ...other, tags: ['ancien'] }]));
  const { tip } = await supervisor.ask('tip.get', { id: other.id });
  const { title, content, category, language, links, photos } = tip;
  await supervisor.do('tip.update', {
    ...{ title, content, category, language, links, photos },
    tags: ['à nous'],
    id: other.id,
    revision: tip.revision,
  });
  expect(await supervisor.refused('starter.takeTip', { id: other.id })).toBe('CONFLICT draft_exists');
});
