import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, deskOf, ORIGIN, type TestServer, testServer } from '../testing/index.ts';
import { workbookOf } from '../testing/workbooks.ts';

let server: TestServer;
let admin: Desk;
let elsewhere: Desk;
beforeAll(async () => {
  server = await testServer();
  admin = await deskOf(server, server.own.people.admin);
  elsewhere = await deskOf(server, server.other.people.admin);
});
afterAll(() => server.close());

/** The door for files, as a browser sends a form. */
async function send(kind: 'xlsform' | 'procedure', bytes: Uint8Array, { cookie = admin.cookie, ...fields }: Readonly<Record<string, string>> = {}) {
  const form = new FormData();
  form.set('file', new File([new Uint8Array(bytes)], 'Relevé annuel.xlsx'));
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const request = new Request(`${ORIGIN}/api/import/${kind}`, { method: 'POST', headers: { origin: ORIGIN, cookie }, body: form });
  const answer = await server.handlers.importProcedure(request);
  const body = JSON.parse(await answer.text());
  return { status: answer.status, body, code: body.error?.data?.code, reason: body.error?.data?.details?.reason };
}

const FORM = workbookOf({
  survey: [
    ['type', 'name', 'label::fr', 'label::en', 'relevant', 'constraint'],
    ['select_one yn', 'ok', 'Bon état', 'In good order', '', ''],
    ['decimal', 'riso', 'Isolement (MΩ)', 'Insulation (MΩ)', "${ok} = 'n'", '. >= 1'],
    ['date', 'day', 'Jour', 'Day', '', ''],
  ],
  choices: [
    ['list_name', 'name', 'label::fr', 'label::en'],
    ['yn', 'y', 'Oui', 'Yes'],
    ['yn', 'n', 'Non', 'No'],
  ],
});
const slugs = async () => (await admin.ask('procedure.shelf')).items.map(({ slug }: { slug: string }) => slug);

describe('a form sent by a browser', () => {
  test('is told first, with nothing made; then it is a draft, with what was said beside it', async () => {
    const before = await slugs();
    const told = await send('xlsform', FORM, { category: 'inspection', equipment: 'string_inverter,combiner_box' });
    expect(told.body).toMatchObject({
      dryRun: true,
      isSound: true,
      slug: null,
      steps: 3,
      questions: 3,
      format: 'xlsx',
      title: { fr: 'Relevé annuel' },
    });
    expect(told.body.findings).toMatchObject([{ code: 'becomes_text', sheet: 'survey', row: 4, column: 'type', level: 'changed' }]);
    expect(await slugs()).toEqual(before);
    const made = await send('xlsform', FORM, { category: 'inspection', equipment: 'string_inverter,combiner_box', dryRun: 'false' });
    expect(made.body).toMatchObject({ dryRun: false, slug: 'Releve-annuel' });
    const { document } = await admin.ask('procedure.draft', { slug: 'Releve-annuel' });
    expect(document).toMatchObject({ category: 'inspection', equipmentTypes: ['string_inverter', 'combiner_box'] });
    expect(document.steps).toMatchObject([
      { id: 'ok' },
      { id: 'riso', min: '1', unit: 'MΩ', showIf: { step: 'ok', op: 'eq', value: 'n' } },
      { id: 'day', kind: 'text' },
    ]);
    expect((await send('xlsform', FORM, { dryRun: 'false' })).body.slug).toBe('Releve-annuel-2');
  });

  test('that is broken is refused with its cells, and nothing is made', async () => {
    const before = await slugs();
    const broken = workbookOf({
      survey: [
        ['type', 'name', 'label'],
        ['select_one nope', 'a', 'A'],
      ],
    });
    const { status, body } = await send('xlsform', broken, { dryRun: 'false' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ isSound: false, slug: null, findings: [{ level: 'error', code: 'unknown_list', row: 2, value: 'nope' }, {}] });
    expect(await slugs()).toEqual(before);
  });

  test('is for whoever may write procedures, and has to be a form', async () => {
    const technician = await deskOf(server, server.own.people.technician);
    expect(await send('xlsform', FORM, { cookie: technician.cookie })).toMatchObject({ status: 403, code: 'NOT_ALLOWED' });
    expect(await send('procedure', FORM, { cookie: '' })).toMatchObject({ status: 401, code: 'SIGNED_OUT' });
    expect(await send('xlsform', FORM, { category: 'no such category!' })).toMatchObject({ status: 400, code: 'INVALID' });
  });
});

test('a procedure written as a form comes back through the door as the same steps', async () => {
  const { file, name, losses } = await admin.ask('procedure.exportXlsform', { hash: server.own.procedure });
  expect(name).toBe('essai-own.xlsx');
  expect(losses).toContainEqual({ step: expect.any(String), code: expect.any(String) });
  const { body } = await send('xlsform', Buffer.from(file, 'base64'));
  expect(body).toMatchObject({ isSound: true, steps: 3 });
});

describe('our own file', () => {
  const pdf = Buffer.from('%PDF-1.4 notice');
  const withDocument = async () => {
    const request = new Request(`${ORIGIN}/api/attachments?name=notice.pdf`, {
      method: 'POST',
      headers: { origin: ORIGIN, cookie: admin.cookie },
      body: pdf,
    });
    const attachment = JSON.parse(await (await server.handlers.attachment(request)).text());
    const { document } = await admin.ask('procedure.draft', { slug: 'essai-own' });
    const draft = { ...document, tags: ['porté'], extra: { attachments: [attachment], unheard: { of: [1, null] } } };
    const { slug } = await admin.do('procedure.create', { document: draft, slug: 'porte' });
    return { slug, attachment };
  };

  test('carries a procedure and its documents to another organisation, to the letter', async () => {
    const { slug, attachment } = await withDocument();
    const file = await admin.ask('procedure.export', { slug });
    expect(file).toMatchObject({ kind: 'draft', files: [{ hash: attachment.hash, data: pdf.toString('base64') }] });
    const bytes = Buffer.from(JSON.stringify(file));
    expect((await send('procedure', bytes, { cookie: elsewhere.cookie })).body).toMatchObject({
      dryRun: true,
      slug: null,
      files: 1,
      hash: file.hash,
    });
    const { body } = await send('procedure', bytes, { dryRun: 'false', cookie: elsewhere.cookie });
    expect(body.slug).toBe('porte');
    const there = await elsewhere.ask('procedure.export', { slug: 'porte' });
    expect(there).toEqual(file);
    const stored = await server.handlers.attachment(
      new Request(`${ORIGIN}/api/attachments/${attachment.hash}`, { headers: { cookie: elsewhere.cookie } }),
    );
    expect(
      createHash('sha256')
        .update(Buffer.from(await stored.arrayBuffer()))
        .digest('hex'),
    ).toBe(attachment.hash);
  });

  test('of a published version bears that version’s hash', async () => {
    const file = await admin.ask('procedure.export', { hash: server.own.procedure });
    expect(file).toMatchObject({ kind: 'version', hash: server.own.procedure });
  });

  test('of a draft goes out with those who may write procedures', async () => {
    const supervisor = await deskOf(server, server.own.people.supervisor);
    const technician = await deskOf(server, server.own.people.technician);
    for (const path of ['procedure.export', 'procedure.exportXlsform'])
      for (const desk of [supervisor, technician]) {
        await expect(desk.ask(path, { slug: 'porte' })).rejects.toThrow('NOT_ALLOWED');
        expect(await desk.ask(path, { hash: server.own.procedure })).toBeDefined();
      }
  });

  test('in which a letter, a document or the form was changed is refused', async () => {
    const file = await admin.ask('procedure.export', { slug: 'porte' });
    const bring = (changed: unknown) => send('procedure', Buffer.from(JSON.stringify(changed)), { dryRun: 'false' });
    expect(await bring({ ...file, content: { ...file.content, teamMin: 9 } })).toMatchObject({ code: 'INVALID', reason: 'hash' });
    expect(await bring({ ...file, files: [{ ...file.files[0], data: btoa('%PDF-1.4 autre') }] })).toMatchObject({
      code: 'INVALID',
      reason: 'file_hash',
    });
    expect(await bring({ ...file, format: 'other' })).toMatchObject({ code: 'INVALID', reason: 'not_a_procedure' });
    expect(await send('procedure', FORM)).toMatchObject({ code: 'INVALID', reason: 'not_a_procedure' });
  });
});
