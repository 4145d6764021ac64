import { insertProcedureVersion, withOrg } from '@heliograph/db';
import { type PublishedContent, procedureHash } from '@heliograph/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { starterLibrary } from '../demo/library.ts';
import { sha256 } from '../office/sha256.ts';
import { type Desk, deskOf, type TestServer, testServer } from '../testing/index.ts';

let server: TestServer;
let admin: Desk;
const offered = new Map(starterLibrary().procedures.map(({ content }) => [content.slug, content]));
const contentOf = (slug: string): PublishedContent => {
  const content = offered.get(slug);
  if (content === undefined) throw new Error(`the starter library has no ${slug}`);
  return content;
};

beforeAll(async () => {
  server = await testServer();
  admin = await deskOf(server, server.own.people.admin);
  // As an earlier release of the library had them: the procedure of cleaning lacked its last step, that of the curve was called otherwise.
  const cleaning = contentOf('module-cleaning');
  await publish({ ...cleaning, steps: cleaning.steps.slice(0, -1) }, 1, false);
  const curve = contentOf('iv-curve-test');
  const old = { ...curve, title: { fr: 'Courbe', en: 'Curve' }, description: { fr: 'Ancienne', en: 'Old' } };
  await publish(old, 1, false);
  // The organisation's own words since: its title, and one of its own steps.
  const [first] = curve.steps;
  if (first === undefined) throw new Error('no step');
  await publish({ ...old, title: { fr: 'Notre courbe', en: 'Our curve' }, steps: [...old.steps, { ...first, id: 's99' }] }, 2, true);
  await publish(contentOf('loto-string-inverter'), 1, false);
});
afterAll(() => server.close());

async function publish(content: PublishedContent, number: number, isOwn: boolean): Promise<void> {
  const hash = await procedureHash(content, sha256);
  const stepIds = content.steps.map(({ id }) => id);
  const publishedBy = isOwn ? server.own.people.admin.user : null;
  await withOrg(server.deps.db, server.own, (tx) =>
    insertProcedureVersion(tx, { hash, slug: content.slug, number, publishedAt: number, publishedBy, content, stepIds }),
  );
}
const kinds = async (): Promise<ReadonlyMap<string, string>> => {
  const { items } = await admin.ask('starter.list');
  return new Map(items.map(({ slug, kind }: { slug: string; kind: string }) => [slug, kind]));
};

test('the library tells what is new, what it changed, and what both changed; what is here already is no news', async () => {
  const news = await kinds();
  expect([news.get('module-cleaning'), news.get('iv-curve-test'), news.get('tracker-inspection')]).toEqual(['changed', 'both', 'new']);
  expect(news.has('loto-string-inverter')).toBe(false);
  const compared = await admin.ask('starter.compare', { slug: 'module-cleaning' });
  expect(compared.steps.filter(({ kind }: { kind: string }) => kind !== 'same')).toMatchObject([{ kind: 'added' }]);
});

test('taken over, it is a draft beside the version in use, with everything that the organisation wrote', async () => {
  expect(await admin.do('starter.take', { slug: 'iv-curve-test' })).toEqual({ slug: 'iv-curve-test', kept: 1 });
  const { document, base } = await admin.ask('procedure.draft', { slug: 'iv-curve-test' });
  const { hash, number } = await admin.ask('procedure.get', { slug: 'iv-curve-test' });
  expect([base, number]).toEqual([hash, 2]);
  // Both had changed the title: the organisation's stays. The description only the library had changed, the last step only the organisation.
  expect(document).toMatchObject({ title: { fr: 'Notre courbe' }, description: contentOf('iv-curve-test').description });
  expect(document.steps.at(-1).id).toBe('s99');
  expect((await kinds()).has('iv-curve-test')).toBe(false);
});

test('what somebody is writing is never written over', async () => {
  const { document } = await admin.ask('procedure.draft', { slug: 'module-cleaning' });
  await admin.do('procedure.saveDraft', { slug: 'module-cleaning', revision: 0, document: { ...document, tags: ['à nous'] } });
  expect(await admin.refused('starter.take', { slug: 'module-cleaning' })).toBe('CONFLICT draft_exists');
  expect((await admin.ask('procedure.draft', { slug: 'module-cleaning' })).document.tags).toEqual(['à nous']);
});

test('a new one becomes a draft of its own; one that is declined is not offered again', async () => {
  await admin.do('starter.take', { slug: 'tracker-inspection' });
  const draft = await admin.ask('procedure.draft', { slug: 'tracker-inspection' });
  expect(draft).toMatchObject({ base: null, document: { title: contentOf('tracker-inspection').title } });
  await admin.do('starter.decline', { slug: 'ir-thermography' });
  const news = await kinds();
  expect([news.has('tracker-inspection'), news.has('ir-thermography')]).toEqual([false, false]);
});
