import { createHash } from 'node:crypto';
import { changeStatus, withOrg } from '@heliograph/db';
import { photoHashSchema, refuse } from '@heliograph/domain';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newExecution, ORIGIN, scriptedPhone, type TestServer, testServer } from '../testing/index.ts';
import { hostileImages, realPhoto } from './hostile.ts';
import { receiveSlice } from './photo.service.ts';

let server: TestServer;
let technician = '';
let stranger = '';
beforeAll(async () => {
  server = await testServer();
  technician = await server.signIn(server.own.people.technician);
  stranger = await server.signIn(server.other.people.supervisor);
});
afterAll(() => server.close());

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Records a `photo` operation that names these bytes. */
async function announce(bytes: Uint8Array, change: { sha?: string; size?: number } = {}) {
  const { procedure, site, people } = server.own;
  const phone = scriptedPhone(server, people.technician, technician);
  const x = newExecution();
  const sha = change.sha ?? sha256(bytes);
  phone.record({ k: 'start', x, p: { procedure, site, roles: [] }, at: Date.now() });
  phone.record({
    k: 'photo',
    x,
    s: 's03',
    p: { sha: photoHashSchema.parse(sha), size: change.size ?? bytes.byteLength, mime: 'image/jpeg', width: 640, height: 480, taken: Date.now() },
    at: Date.now(),
  });
  const answer = await phone.send();
  return { sha, x, answer };
}

interface Send {
  readonly at?: number;
  readonly total?: number;
  readonly cookie?: string;
  readonly headers?: Record<string, string>;
}
const patch = (sha: string, bytes: Uint8Array, { at = 0, total = bytes.byteLength, cookie = technician, headers = {} }: Send = {}) =>
  server.handlers.photo(
    new Request(`${ORIGIN}/api/photos/${sha}`, {
      method: 'PATCH',
      body: new Uint8Array(bytes),
      headers: {
        origin: ORIGIN,
        cookie,
        'content-type': 'application/offset+octet-stream',
        'upload-offset': String(at),
        'upload-length': String(total),
        ...headers,
      },
    }),
  );
const ask = (
  method: 'GET' | 'HEAD',
  sha: string,
  { cookie = technician, as = '', headers = {} }: { cookie?: string; as?: string; headers?: Record<string, string> } = {},
) => server.handlers.photo(new Request(`${ORIGIN}/api/photos/${sha}${as && `?as=${as}`}`, { method, headers: { cookie, ...headers } }));
/** Where the technician's bytes of a photo lie until they are whole. */
const uploadOf = (sha: string) => ({ org: server.own.org, sha: photoHashSchema.parse(sha), by: server.own.people.technician.user });
const offsetOf = (answer: Response) => Number(answer.headers.get('upload-offset'));

describe('sending', () => {
  test('a photo travels in slices, says how far it is, and is delivered when the last one fits its hash', async () => {
    const bytes = await realPhoto(1600, 1200, 1);
    const { sha, x, answer } = await announce(bytes);
    expect(answer).toMatchObject({ kind: 'ok' });
    expect(offsetOf(await ask('HEAD', sha))).toBe(0);
    expect((await patch(sha, bytes.subarray(0, 4000), { total: bytes.length })).status).toBe(204);
    expect(offsetOf(await ask('HEAD', sha))).toBe(4000);
    const wanted = await server.call('sync.exchange', {
      method: 'POST',
      cookie: technician,
      input: { proto: 1, user: server.own.people.technician.user, dev: crypto.randomUUID(), nonce: 'n' },
    });
    expect(wanted.data.blobs).toContainEqual({ sha, at: 4000 });
    expect((await server.call('execution.list', { cookie: technician })).data.items.find(({ id }: { id: string }) => id === x).missingPhotos).toBe(1);

    const last = await patch(sha, bytes.subarray(4000), { at: 4000, total: bytes.length });
    expect([last.status, offsetOf(last)]).toEqual([204, bytes.length]);
    const { data } = await server.call('execution.get', { cookie: technician, input: { id: x } });
    expect(data.photos[0].file).toEqual({ state: 'stored', received: bytes.length, refusal: null });
    expect(data.execution.missingPhotos).toBe(0);
    expect(data.places.find(({ step }: { step: string }) => step === 's03').state).toBe('done');
  });

  test('a slice from the wrong offset changes nothing and is told the true one; sending a delivered photo again costs nothing', async () => {
    const bytes = await realPhoto(640, 480, 2);
    const { sha } = await announce(bytes);
    await patch(sha, bytes.subarray(0, 300), { total: bytes.length });
    for (const at of [0, 200, 301]) {
      const refused = await patch(sha, bytes.subarray(at, at + 10), { at, total: bytes.length });
      expect([refused.status, offsetOf(refused)]).toEqual([409, 300]);
    }
    await patch(sha, bytes.subarray(300), { at: 300, total: bytes.length });
    const again = await patch(sha, bytes);
    expect([again.status, offsetOf(again)]).toEqual([204, bytes.length]);
  });

  test('a photo whose last part was cut short is never called delivered before it is; asking again finishes it', async () => {
    const bytes = await realPhoto(640, 480, 12);
    const { sha, x } = await announce(bytes);
    // Every byte is on the disk, and the process ended before it looked at them.
    await server.deps.photos.append(uploadOf(sha), 0, bytes);
    const asked = await ask('HEAD', sha);
    expect(offsetOf(asked)).toBe(bytes.length);
    expect((await ask('GET', sha)).status).toBe(200);
    const { data } = await server.call('execution.get', { cookie: technician, input: { id: x } });
    expect(data.photos[0].file.state).toBe('stored');

    const other = await realPhoto(640, 480, 13);
    const wrong = await announce(other);
    await server.deps.photos.append(uploadOf(wrong.sha), 0, Buffer.alloc(other.length));
    expect(offsetOf(await ask('HEAD', wrong.sha))).toBe(0);
    expect((await patch(wrong.sha, other)).status).toBe(204);
  });

  test('however often this machine is too busy to make the pictures, the photo is good and asked for again; who crashes it twice is damaged', async () => {
    const { actor } = (await server.deps.sessions.read(technician)) ?? refuse('SIGNED_OUT');
    const lastSlice = async (seed: number, kind: 'failed' | 'crashed') => {
      const bytes = await realPhoto(640, 480, seed);
      const { sha } = await announce(bytes);
      const ports = { ...server.deps, decode: async () => ({ kind }) };
      const send = () => receiveSlice(ports, actor, { sha: photoHashSchema.parse(sha), at: 0, total: bytes.length, bytes });
      return { sha, send };
    };
    const busy = await lastSlice(40, 'failed');
    for (let n = 0; n < 4; n += 1) await expect(busy.send()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect((await ask('HEAD', busy.sha)).status).toBe(200);
    expect((await ask('GET', busy.sha)).status).toBe(200);

    const deadly = await lastSlice(41, 'crashed');
    await expect(deadly.send()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await expect(deadly.send()).rejects.toMatchObject({ code: 'UNSUPPORTED' });
    expect((await ask('GET', deadly.sha)).status).toBe(404);
  });

  test('only photos that a stored operation of this organisation names are taken or known', async () => {
    const bytes = await realPhoto(640, 480, 3);
    expect((await patch(sha256(bytes), bytes)).status).toBe(404);
    const { sha } = await announce(bytes);
    expect((await patch(sha, bytes, { cookie: stranger })).status).toBe(404);
    expect((await ask('HEAD', sha, { cookie: stranger })).status).toBe(404);
    expect((await ask('HEAD', sha, { cookie: '' })).status).toBe(401);
    expect((await patch(sha, bytes, { cookie: '' })).status).toBe(401);
    expect((await ask('HEAD', 'nonsense')).status).toBe(404);
    expect((await ask('HEAD', '..%2f..%2fkey')).status).toBe(404);
  });

  test('bytes that are not what their name says are thrown away once, and refused the second time', async () => {
    const bytes = await realPhoto(640, 480, 4);
    const { sha } = await announce(bytes, { sha: sha256(Buffer.from('something else')) });
    const first = await patch(sha, bytes);
    expect([first.status, offsetOf(first)]).toEqual([409, 0]);
    const second = await patch(sha, bytes);
    expect(second.status).toBe(415);
    expect(await second.json()).toMatchObject({ error: { data: { code: 'UNSUPPORTED', details: { reason: 'hash_differs' } } } });
    expect((await ask('HEAD', sha)).status).toBe(415);
  });

  test('other bytes of a colleague neither get in between a photo nor have it refused', async () => {
    const bytes = await realPhoto(640, 480, 14);
    const { sha, x } = await announce(bytes);
    const spoiler = await server.signIn(server.own.people.admin);
    const spoil = () => patch(sha, Buffer.alloc(bytes.length, 7), { cookie: spoiler });
    expect((await patch(sha, bytes.subarray(0, 300), { total: bytes.length })).status).toBe(204);
    for (const status of [409, 415, 409, 415]) expect((await spoil()).status).toBe(status);
    expect(offsetOf(await ask('HEAD', sha))).toBe(300);
    expect((await patch(sha, bytes.subarray(300), { at: 300, total: bytes.length })).status).toBe(204);
    const { data } = await server.call('execution.get', { cookie: technician, input: { id: x } });
    expect(data.photos[0].file.state).toBe('stored');
    // Who brings the true ones for another, as a file handed in at the desk does, may.
    const other = await realPhoto(640, 480, 15);
    const named = await announce(other);
    await patch(named.sha, other.subarray(0, 300), { total: other.length });
    expect((await patch(named.sha, other, { cookie: spoiler })).status).toBe(204);
    expect(offsetOf(await ask('HEAD', named.sha))).toBe(other.length);
  });

  test('an upload that says another length, more than was announced or no offset is refused', async () => {
    const bytes = await realPhoto(640, 480, 5);
    const { sha } = await announce(bytes);
    expect((await patch(sha, bytes, { total: bytes.length + 1 })).status).toBe(400);
    expect((await patch(sha, Buffer.concat([bytes, bytes]), { total: bytes.length })).status).toBe(400);
    for (const offset of ['', '-1', '1e3', 'NaN', '99999999999999'])
      expect((await patch(sha, bytes, { headers: { 'upload-offset': offset } })).status).toBe(400);
    expect((await patch(sha, new Uint8Array(1_048_577), { total: bytes.length })).status).toBe(413);
    expect((await patch(sha, bytes, { headers: { 'content-type': 'text/plain' } })).status).toBe(415);
    expect((await patch(sha, bytes, { headers: { origin: 'https://evil.test' } })).status).toBe(403);
    expect((await patch(sha, bytes)).status).toBe(204);
  });

  test('a photo announced far too large, or with a senseless size, harms nobody', async () => {
    const bytes = await realPhoto(640, 480, 6);
    for (const size of [5_000_000_000, 0, -5]) {
      const { sha, answer } = await announce(bytes, { size, sha: sha256(Buffer.from(String(size))) });
      expect(answer).toMatchObject({ kind: 'ok' });
      for (const answer of [await patch(sha, bytes, { total: Math.max(0, size) }), await ask('HEAD', sha)])
        expect([413, 415]).toContain(answer.status);
    }
  });

  test('who was suspended may still deliver a photo, and see none', async () => {
    const bytes = await realPhoto(640, 480, 11);
    const { sha } = await announce(bytes);
    const status = (next: 'active' | 'suspended') =>
      withOrg(server.deps.db, { org: server.own.org }, (tx) =>
        changeStatus(tx, server.own.people.technician.user, { status: next, now: Date.now() }),
      );
    await status('suspended');
    expect(offsetOf(await ask('HEAD', sha))).toBe(0);
    expect((await patch(sha, bytes)).status).toBe(204);
    expect((await ask('GET', sha)).status).toBe(404);
    await status('active');
    expect((await ask('GET', sha)).status).toBe(200);
  });

  test('every hostile image is refused for its reason, and the door stays open', async () => {
    for (const { name, bytes, reason } of await hostileImages()) {
      const { sha, x } = await announce(bytes);
      const answer = await patch(sha, bytes);
      const told = /"reason":"(\w+)"/.exec(await answer.text())?.[1];
      expect(`${name}: ${answer.status} ${told}`).toBe(`${name}: 415 ${reason}`);
      expect((await ask('GET', sha)).status).toBe(404);
      const { data } = await server.call('execution.get', { cookie: technician, input: { id: x } });
      expect(data.photos[0].file).toMatchObject({ state: 'refused', refusal: reason });
    }
    const good = await realPhoto(640, 480, 7);
    expect((await patch((await announce(good)).sha, good)).status).toBe(204);
  }, 60_000);
});

describe('showing', () => {
  test('the picture is made anew and shown inline; the evidence is handed out as it came, to be saved', async () => {
    const bytes = await realPhoto(2600, 1900, 8);
    const { sha } = await announce(bytes);
    await patch(sha, bytes);
    const picture = await ask('GET', sha);
    expect(picture.headers.get('content-type')).toBe('image/jpeg');
    expect(picture.headers.get('content-disposition')).toBe('inline');
    expect(picture.headers.get('cache-control')).toBe('private, no-cache');
    expect(picture.headers.get('x-content-type-options')).toBe('nosniff');
    expect(picture.headers.get('content-security-policy')).toContain('sandbox');
    const shown = Buffer.from(await picture.arrayBuffer());
    expect(await sharp(shown).metadata()).toMatchObject({ format: 'jpeg', width: 2560, height: 1871 });
    expect(shown.equals(bytes)).toBe(false);
    expect((await sharp(Buffer.from(await (await ask('GET', sha, { as: 'thumbnail' })).arrayBuffer())).metadata()).width).toBe(240);

    const evidence = await ask('GET', sha, { as: 'evidence' });
    expect(evidence.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(sha256(Buffer.from(await evidence.arrayBuffer()))).toBe(sha);
    expect((await ask('GET', sha, { as: 'original' })).status).toBe(400);
    const again = await ask('GET', sha, { headers: { 'if-none-match': picture.headers.get('etag') ?? '' } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  test('another organisation, a colleague without that site, and nobody see nothing of it', async () => {
    const bytes = await realPhoto(640, 480, 9);
    const { procedure, farSite, people } = server.own;
    const supervisor = await server.signIn(people.supervisor);
    const phone = scriptedPhone(server, people.supervisor, supervisor);
    const x = newExecution();
    phone.record({ k: 'start', x, p: { procedure, site: farSite, roles: [] }, at: Date.now() });
    phone.record({
      k: 'photo',
      x,
      s: 's03',
      p: { sha: photoHashSchema.parse(sha256(bytes)), size: bytes.length, mime: 'image/jpeg', width: 640, height: 480, taken: 0 },
      at: Date.now(),
    });
    await phone.send();
    const sha = sha256(bytes);
    await patch(sha, bytes, { cookie: supervisor });
    expect((await ask('GET', sha, { cookie: supervisor })).status).toBe(200);
    for (const as of ['', 'thumbnail', 'evidence']) {
      expect((await ask('GET', sha, { cookie: technician, as })).status).toBe(404);
      expect((await ask('GET', sha, { cookie: stranger, as })).status).toBe(404);
      expect((await ask('GET', sha, { cookie: '', as })).status).toBe(401);
    }
  });
});
