import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, deskOf, ORIGIN, type TestServer, testServer } from '../testing/index.ts';

let server: TestServer;
let admin: Desk;
let site = '';
beforeAll(async () => {
  server = await testServer();
  admin = await deskOf(server, server.own.people.admin);
  site = (await admin.do('site.create', { name: 'Valensole', code: 'VAL', timeZone: 'Europe/Paris' })).id;
});
afterAll(() => server.close());

const text = (content: string) => Buffer.from(content, 'utf8');
const bring = (bytes: Uint8Array, more: object = { dryRun: false }) =>
  admin.do('asset.import', { site, file: Buffer.from(bytes).toString('base64'), ...more });
const assets = async () => (await admin.ask('site.tree', { id: site })).assets as { id: string; code: string; parent: string | null; name: string }[];

/** The door for files: lines as they come. */
async function send(bytes: Uint8Array<ArrayBuffer>, query: string, cookie = admin.cookie): Promise<{ status: number; lines: { kind: string }[] }> {
  const headers = { origin: ORIGIN, cookie, 'content-type': 'text/csv' };
  const answer = await server.handlers.import(new Request(`${ORIGIN}/api/import/assets?${query}`, { method: 'POST', headers, body: bytes }));
  const lines = (await answer.text()).trim().split('\n');
  return { status: answer.status, lines: lines.map((line) => JSON.parse(line)) };
}

describe('a file of equipment', () => {
  test('says first what it would do and writes nothing; then does all of it; the second time nothing is left to do', async () => {
    const file = text('\ufeffcode;type;parent;module_voc_stc\r\nV-OND01;Onduleur de chaînes;;\r\nV-CH01;Chaîne;V-OND01;49,8\r\n');
    const dry = await bring(file, { dryRun: true });
    expect(dry).toMatchObject({ dryRun: true, isDone: false, created: 2, problemCount: 0, file: { encoding: 'utf-8', separator: ';', rows: 2 } });
    expect(await assets()).toEqual([]);
    expect(await bring(file, { dryRun: false, basis: dry.basis })).toMatchObject({ isDone: true, created: 2 });
    expect((await assets()).map(({ code, name }) => [code, name])).toEqual([
      ['V-OND01', 'OND01'],
      ['V-CH01', 'CH01'],
    ]);
    expect(await bring(file)).toMatchObject({ isDone: true, created: 0, updated: 0, unchanged: 2 });
  });

  test.each([
    [
      'Latin-1 with semicolons',
      Buffer.from('Numéro;Type;Désignation\nL1;Clôture et portails;Clôture côté forêt', 'latin1'),
      'windows-1252',
      'Clôture côté forêt',
    ],
    ['UTF-16 as a spreadsheet saves it', Buffer.from('\ufeffcode\ttype\tnom\nL2\tfence\tÉté', 'utf16le'), 'utf-16le', 'Été'],
    ['commas and quotes', text('code,type,name\nL3,fence,"Fence, ""north"""'), 'utf-8', 'Fence, "north"'],
  ])('is read in %s', async (...[, bytes, encoding, name]) => {
    expect(await bring(bytes)).toMatchObject({ isDone: true, created: 1, file: { encoding } });
    expect((await assets()).map((asset) => asset.name)).toContain(name);
  });

  test('with one mistake writes nothing at all, and tells every mistake where it stands', async () => {
    const before = await assets();
    const file = text(`code;type;parent\nM1;fence;\n"M\n2";fence;\nA-1;fence;\nM4;fence;M9\nM5;fence;M1"`);
    const done = await bring(file);
    expect(done).toMatchObject({ isDone: false, problemCount: 3 });
    expect(done.problems.map(({ line, code }: { line: number; code: string }) => `${line} ${code}`)).toEqual([
      '5 code_elsewhere',
      '6 unknown_parent',
      '7 unknown_parent',
    ]);
    expect(await assets()).toEqual(before);
  });

  test('a quote that never ends is told with its line', async () => {
    const { problems } = await bring(text('code;type\nQ1;fence\n"Q2;fence\nQ3;fence'), { dryRun: true });
    expect(problems).toMatchObject([{ line: 3, code: 'broken_quotes' }]);
  });

  test('stops when the plant changed since the dry run', async () => {
    const { basis } = await bring(text('code;type\nC1;fence'), { dryRun: true });
    await admin.do('asset.create', { site, type: 'fence', code: 'C0' });
    const refusal = await admin.refusal('asset.import', { site, file: btoa('code;type\nC1;fence'), dryRun: false, basis });
    expect(refusal).toMatchObject({ code: 'CONFLICT', details: { reason: 'changed' } });
  });

  test('through the door for files it tells how far it is', async () => {
    const rows = Array.from({ length: 5000 }, (_, n) => `P-${n};string;`);
    const { status, lines } = await send(text(['code;type;parent', ...rows].join('\n')), `site=${site}&dry=0`);
    expect(status).toBe(200);
    expect(lines.map(({ kind }) => kind)).toEqual(['progress', 'progress', 'progress', 'progress', 'progress', 'result']);
    expect(lines.at(-2)).toEqual({ kind: 'progress', phase: 'write', done: 5000, total: 5000 });
    expect(lines.at(-1)).toMatchObject({ result: { isDone: true, created: 5000 } });
  });

  test('the door is the admin’s, for files of this organisation’s sites', async () => {
    const file = text('code;type');
    const technician = await deskOf(server, server.own.people.technician);
    const stranger = await deskOf(server, server.other.people.admin);
    const first = async (cookie: string) => (await send(file, `site=${site}&dry=1`, cookie)).lines[0];
    expect(await first('')).toMatchObject({ error: { data: { code: 'SIGNED_OUT' } } });
    expect(await first(technician.cookie)).toMatchObject({ error: { data: { code: 'NOT_ALLOWED' } } });
    expect((await send(file, `site=${site}&dry=1`, stranger.cookie)).lines.at(-1)).toMatchObject({ kind: 'error', error: { code: 'NOT_FOUND' } });
  });
});
