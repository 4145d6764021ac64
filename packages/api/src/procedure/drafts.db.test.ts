import { readHeads, withLookup } from '@heliograph/db';
import { alterVersions } from '@heliograph/db/testing';
import { emptyDraft } from '@heliograph/domain/procedure/draft';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Desk, deskOf, newcomer, type TestServer, testServer } from '../testing/index.ts';

let server: TestServer;
let admin: Desk;
let colleague: Desk;
let supervisor: Desk;
/** A procedure of its own for every test, with a draft that may be published. */
let slug: string;
beforeAll(async () => {
  server = await testServer();
  admin = await deskOf(server, server.own.people.admin);
  colleague = await deskOf(server, await newcomer(server, server.own, 'admin'));
  supervisor = await deskOf(server, server.own.people.supervisor);
});
afterAll(() => server.close());
beforeEach(async () => {
  const { document } = await admin.ask('procedure.draft', { slug: 'essai-own' });
  ({ slug } = await admin.do('procedure.create', { document: { ...document, tags: [crypto.randomUUID()] } }));
});

const draft = (desk: Desk = admin) => desk.ask('procedure.draft', { slug });
const titled = (document: object, fr: string) => ({ ...document, title: { fr, en: fr } });
const publish = async (note = '', desk: Desk = admin) => desk.do('procedure.publish', { slug, revision: (await draft()).revision, note });
const changed = async (fr: string) => {
  const { document, revision } = await draft();
  return admin.do('procedure.saveDraft', { slug, revision, document: titled(document, fr) });
};
const askForApproval = async (secondApproval: boolean) => {
  const { revision } = await admin.ask('organisation.get');
  await admin.do('organisation.update', { revision, secondApproval });
};

describe('a draft', () => {
  test('grows by one revision a save, and is read as it was written', async () => {
    const { document, revision } = await draft();
    expect(await admin.do('procedure.saveDraft', { slug, revision, document: titled(document, 'Relu') })).toMatchObject({
      kind: 'saved',
      revision: 2,
    });
    expect((await draft()).document.title).toEqual({ fr: 'Relu', en: 'Relu' });
  });

  test('saved late tells who was faster, hands over the newer one, and writes over nothing', async () => {
    const { document, revision } = await draft();
    await colleague.do('procedure.saveDraft', { slug, revision, document: titled(document, 'La collègue') });
    const late = await admin.do('procedure.saveDraft', { slug, revision, document: titled(document, 'Moi') });
    expect(late).toMatchObject({ kind: 'late', draft: { revision: 2, document: { title: { fr: 'La collègue' } } } });
    expect(late.draft.changedBy.name).toMatch(/^Nouvelle/);
    expect((await draft()).document.title.fr).toBe('La collègue');
  });

  test('published or archived by somebody else is gone for its editor, who hears of it', async () => {
    const { document, revision } = await draft();
    await publish();
    const after = await colleague.do('procedure.saveDraft', { slug, revision, document });
    expect(after).toMatchObject({ kind: 'gone', archived: false, draft: { revision: 0 } });
    // The next draft counts on, so that the old revision cannot be taken for one of its own.
    expect(await changed('Autre')).toMatchObject({ revision: revision + 1 });
    await admin.do('procedure.archive', { slug });
    expect(await colleague.do('procedure.saveDraft', { slug, revision: 0, document })).toMatchObject({ kind: 'gone', archived: true });
  });

  test('open at two desks tells each of the other', async () => {
    expect((await admin.do('procedure.attend', { slug })).others).toEqual([]);
    expect((await colleague.do('procedure.attend', { slug })).others).toMatchObject([{ id: server.own.people.admin.user }]);
  });

  test('may be half-written, and says what still forbids its publication', async () => {
    const { slug: half } = await admin.do('procedure.create', { document: emptyDraft('a-moitie') });
    const findings = await admin.ask('procedure.check', { slug: half });
    expect(findings).toContainEqual(expect.objectContaining({ code: 'missing', severity: 'error', path: ['category'] }));
    expect(await admin.refused('procedure.publish', { slug: half, revision: 1 })).toBe('INVALID findings');
  });

  test('put aside leaves the published version as it is; one that was never published cannot be put aside', async () => {
    expect(await admin.refused('procedure.discardDraft', { slug, revision: 1 })).toBe('CONFLICT unpublished');
    await publish();
    const { revision } = await changed('Autre');
    await admin.do('procedure.discardDraft', { slug, revision });
    expect(await draft()).toMatchObject({ revision: 0, changedBy: null });
  });
});

describe('a version', () => {
  test('says who published it and why, reaches the library, and goes on from the one before', async () => {
    expect(await publish('première')).toMatchObject({ kind: 'published', number: 1 });
    await changed('Deuxième');
    const second = await publish('plus claire');
    const { versions, draft: left } = await admin.ask('procedure.page', { slug });
    expect(versions).toMatchObject([
      { number: 2, hash: second.hash, note: 'plus claire', publishedBy: { id: server.own.people.admin.user }, executions: {} },
      { number: 1, note: 'première', withdrawn: true },
    ]);
    expect(left).toBeNull();
    const { head, from, to } = await admin.ask('procedure.compare', { slug, from: versions[1].hash, to: second.hash });
    expect([from.number, to.number]).toEqual([1, 2]);
    expect(head).toContainEqual({ path: ['title', 'fr'], before: expect.any(String), after: 'Deuxième' });
    expect(await admin.ask('procedure.get', { slug })).toMatchObject({ hash: second.hash, content: { title: { fr: 'Deuxième' } } });
    expect(await admin.ask('procedure.verify', { hash: second.hash })).toMatchObject({ matches: true, computed: second.hash });
  });

  test('whose stored bytes were changed no longer proves itself', async () => {
    const { hash } = await publish('à prouver');
    await alterVersions(server.deps.db, slug, { title: { fr: 'Retouchée', en: 'Retouched' } });
    const verdict = await admin.ask('procedure.verify', { hash });
    expect(verdict).toMatchObject({ hash, matches: false });
    expect(verdict.computed).not.toBe(hash);
  });

  test('that says the same as an earlier one is not published again', async () => {
    await publish();
    const { document, revision } = await draft();
    const saved = await admin.do('procedure.saveDraft', { slug, revision, document });
    expect(await admin.refused('procedure.publish', { slug, revision: saved.revision })).toBe('CONFLICT unchanged');
  });

  test('is not published from a draft that somebody changed meanwhile', async () => {
    await changed('Plus récent');
    expect(await admin.refusal('procedure.publish', { slug, revision: 1 })).toMatchObject({ details: { reason: 'changed', revision: 2 } });
  });
});

describe('a second person', () => {
  test('refuses with a reason, then approves what was proposed and not what was written since', async () => {
    await askForApproval(true);
    const first = await publish('pour relecture');
    expect(first.kind).toBe('proposed');
    expect(await admin.refused('procedure.approve', { slug, proposal: first.proposal })).toBe('NOT_ALLOWED own');
    await supervisor.do('procedure.reject', { slug, proposal: first.proposal, reason: 'manque la photo' });
    expect(await supervisor.refused('procedure.approve', { slug, proposal: first.proposal })).toBe('CONFLICT decided');
    await changed('Avec photo');
    const second = await publish('photo ajoutée');
    await changed('Écrit après');
    expect(await supervisor.do('procedure.approve', { slug, proposal: second.proposal })).toMatchObject({ kind: 'published', number: 1 });
    const page = await admin.ask('procedure.page', { slug });
    expect(page.versions).toMatchObject([{ hash: second.hash, approvedBy: { id: server.own.people.supervisor.user } }]);
    expect(page.proposals).toMatchObject([{ decision: 'approved' }, { decision: 'rejected', reason: 'manque la photo' }]);
    expect((await draft()).document.title.fr).toBe('Écrit après');
    await askForApproval(false);
  });
});

test('who looks on at another desk is told of a draft begun and of a decision, and not of every save', async () => {
  const head = async () => (await withLookup(server.deps.db, (tx) => readHeads(tx, [server.own.org]))).get(server.own.org) ?? 0;
  const isTold = async (act: () => Promise<unknown>) => {
    const before = await head();
    await act();
    return (await head()) > before;
  };
  expect(await isTold(() => changed('Relu'))).toBe(false);
  await askForApproval(true);
  const { proposal } = await publish();
  expect(await isTold(() => supervisor.do('procedure.reject', { slug, proposal, reason: 'non' }))).toBe(true);
  await askForApproval(false);
  await publish();
  expect(await isTold(() => changed('Suite'))).toBe(true);
});

describe('archived', () => {
  test('a procedure leaves the library and comes back with the versions it had', async () => {
    const { hash } = await publish();
    await admin.do('procedure.archive', { slug });
    expect(await admin.refused('procedure.publish', { slug, revision: 0 })).toBe('CONFLICT archived');
    const listed = async () => (await admin.ask('procedure.list', { query: 'Essai' })).items.map((item: { hash: string }) => item.hash);
    expect(await listed()).not.toContain(hash);
    await admin.do('procedure.restore', { slug });
    expect(await listed()).toContain(hash);
  });
});

describe('a plain list of steps', () => {
  test('becomes a draft in one call, each validation by the one table', async () => {
    const { slug: made } = await admin.do('procedure.create', {
      title: 'Contrôle visuel',
      steps: [
        { title: 'Regarder', description: 'De loin', instructions: 'puis de près', validation: 'manual' },
        { title: 'Mesurer', validation: 'numeric', unit: 'V', min: 590, max: '640,5' },
        { title: { fr: 'Choisir', en: 'Choose' }, validation: 'choice', options: ['sec', { value: 'wet', label: 'mouillé' }] },
      ],
    });
    const { document } = await admin.ask('procedure.draft', { slug: made });
    expect(made).toBe('controle-visuel');
    expect(document.steps).toMatchObject([
      { id: 's01', kind: 'check', instructions: { fr: 'De loin\n\npuis de près' } },
      { id: 's02', kind: 'measurement', unit: 'V', min: '590' },
      { id: 's03', kind: 'choice', options: [{ value: 'o1', label: { fr: 'sec' } }, { value: 'wet' }] },
    ]);
    await admin.do('procedure.update', { slug: made, revision: 1, title: 'Contrôle', steps: [{ title: 'Regarder' }] });
    expect(await admin.refused('procedure.update', { slug: made, revision: 1, title: 'Trop tard', steps: [] })).toBe('CONFLICT changed');
  });

  test('with a validation nobody knows is refused, not guessed', async () => {
    expect(await admin.refused('procedure.create', { title: 'X', steps: [{ title: 'Y', validation: 'telepathy' }] })).toBe('INVALID');
  });
});
