import { alterVersions } from '@heliograph/db/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, deskOf, type TestServer, testServer } from '../testing/index.ts';

/** What a newer server published before this one was started again on its data: a rule and a kind of step that nobody here knows. */
const newer = {
  noise: { max: '60' },
  steps: [
    {
      ...{ id: 'ecoute', kind: 'recording', seconds: 12, required: true, holdPoint: false },
      ...{ title: { fr: 'Écouter l’onduleur', en: 'Listen to the inverter' }, instructions: { fr: '', en: '' } },
    },
  ],
};

let server: TestServer;
let admin: Desk;
beforeAll(async () => {
  server = await testServer();
  admin = await deskOf(server, server.own.people.admin);
});
afterAll(() => server.close());

/** A procedure whose only version is a newer server's. @param isWritten with a draft that was begun on this one */
async function publishedByNewer(isWritten: boolean): Promise<{ readonly slug: string; readonly hash: string }> {
  const { document } = await admin.ask('procedure.draft', { slug: 'essai-own' });
  const { slug, revision } = await admin.do('procedure.create', { document: { ...document, tags: [crypto.randomUUID()] } });
  const { hash } = await admin.do('procedure.publish', { slug, revision });
  if (isWritten) await admin.do('procedure.saveDraft', { slug, revision: 0, document: { ...document, slug, tags: ['suite'] } });
  await alterVersions(server.deps.db, slug, newer);
  return { slug, hash };
}

test('a version of a newer server is shown, proved, compared and handed on as it stands', async () => {
  const { slug, hash } = await publishedByNewer(true);
  expect(await admin.ask('procedure.get', { hash })).toMatchObject({ content: newer });
  expect(await admin.ask('procedure.verify', { hash })).toMatchObject({ hash, matches: false });
  expect(await admin.ask('procedure.export', { hash })).toMatchObject({ content: newer });
  const { head, steps } = await admin.ask('procedure.compare', { slug, from: hash, to: 'draft' });
  expect(head).toContainEqual({ path: ['noise'], before: newer.noise });
  expect(steps).toContainEqual(expect.objectContaining({ kind: 'removed', before: expect.objectContaining({ id: 'ecoute' }) }));
});

test('nobody writes on one, which would lose what is not known here: that is said, and is no failure of the server', async () => {
  const { slug, hash } = await publishedByNewer(false);
  await expect(admin.ask('procedure.draft', { slug })).rejects.toThrow(/INVALID.*newer/);
  await expect(admin.ask('procedure.compare', { slug, from: hash, to: 'draft' })).rejects.toThrow(/INVALID.*newer/);
  await expect(admin.ask('procedure.exportXlsform', { hash })).rejects.toThrow(/INVALID.*newer/);
  expect(await admin.refused('procedure.duplicate', { slug })).toBe('INVALID newer');
});
