import { createHash } from 'node:crypto';
import { attachmentSchema } from '@heliograph/domain';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ORIGIN, type TestServer, testServer } from '../testing/index.ts';

let server: TestServer;
let admin = '';
let technician = '';
let stranger = '';
beforeAll(async () => {
  server = await testServer();
  admin = await server.signIn(server.own.people.admin);
  technician = await server.signIn(server.own.people.technician);
  stranger = await server.signIn(server.other.people.admin);
});
afterAll(() => server.close());

const headers = (cookie: string) => ({ origin: ORIGIN, ...(cookie === '' ? {} : { cookie }) });
const send = (bytes: Uint8Array, cookie = admin) =>
  server.handlers.attachment(
    new Request(`${ORIGIN}/api/attachments?name=${encodeURIComponent('Schéma.pdf')}`, {
      method: 'POST',
      headers: headers(cookie),
      body: new Uint8Array(bytes),
    }),
  );
const fetched = (hash: string, cookie = technician, more: Record<string, string> = {}) =>
  server.handlers.attachment(new Request(`${ORIGIN}/api/attachments/${hash}`, { headers: { ...headers(cookie), ...more } }));
const picture = () =>
  sharp({ create: { width: 2400, height: 1200, channels: 3, background: '#708090' } })
    .withExif({ IFD0: { Copyright: 'secret-place' } })
    .png()
    .toBuffer();
const codeOf = async (answer: Response) => /"code":"([A-Z_]+)"/.exec(await answer.text())?.[1];
const stored = async (bytes: Uint8Array) => attachmentSchema.parse(await (await send(bytes)).json());

describe('an attachment', () => {
  test('that is a picture is drawn anew, without metadata, and named by the hash of what phones get', async () => {
    const said = await stored(await picture());
    expect(said).toMatchObject({ kind: 'photo', name: 'Schéma.pdf' });
    const answer = await fetched(said.hash);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(said.hash);
    expect(bytes.byteLength).toBe(said.bytes);
    expect(bytes.includes('secret-place')).toBe(false);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 1600, height: 800 });
    const again = await fetched(said.hash, technician, { 'if-none-match': answer.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
  });

  test('that is a document is kept to the byte and only ever downloaded', async () => {
    const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF\n');
    const { hash } = await stored(pdf);
    const answer = await fetched(hash);
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename*=UTF-8''Sch%C3%A9ma.pdf`);
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(pdf);
  });

  test('that is something else by its first bytes, or broken, is refused whatever it is called', async () => {
    expect(await codeOf(await send(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')))).toBe('UNSUPPORTED');
    expect(await codeOf(await send((await picture()).subarray(0, 60)))).toBe('UNSUPPORTED');
    expect(await codeOf(await send(Buffer.alloc(21_000_000, '%PDF-')))).toBe('TOO_LARGE');
  });

  test('is sent by those who write procedures, seen by their organisation, and by nobody else', async () => {
    const { hash } = await stored(await picture());
    expect((await send(await picture(), technician)).status).toBe(403);
    expect((await send(await picture(), '')).status).toBe(401);
    expect((await fetched(hash, '')).status).toBe(401);
    expect((await fetched(hash, stranger)).status).toBe(404);
    expect((await fetched('a'.repeat(64))).status).toBe(404);
    expect((await fetched('../../etc/passwd')).status).toBe(404);
  });
});
