import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Behaviour, HASTY, html, json, PATIENT, startServer, type TestServer } from '../../test/server.ts';
import { bytes, photoHash } from '../contract/samples.ts';
import { openPhotoTransport } from './photo-transport.ts';

const UNKNOWN = { kind: 'unknown', retryAfterMs: null };
const refusal = (code: string) => ({ error: { code, message: code } });

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const offset = (behaviour: Behaviour, grace = PATIENT) => {
  server.behave(behaviour);
  return openPhotoTransport({ base: server.base, grace }).offset(photoHash(1));
};
const send = (behaviour: Behaviour, { at = 2, total = 5, grace = PATIENT } = {}) => {
  server.behave(behaviour);
  return openPhotoTransport({ base: server.base, grace }).send(photoHash(1), { at, total, bytes: bytes(1, 2, 3) });
};
const placed =
  (status: number, headers: Record<string, string>): Behaviour =>
  (_request, response) =>
    void response.writeHead(status, headers).end();

describe('where the server stands with a photo', () => {
  test('is the offset it names, stored once that is the whole length', async () => {
    expect(await offset(placed(200, { 'upload-offset': '3', 'upload-length': '5' }))).toEqual({ kind: 'at', at: 3, stored: false });
    expect(await offset(placed(204, { 'upload-offset': '5', 'upload-length': '5' }))).toEqual({ kind: 'at', at: 5, stored: true });
    expect(await offset(placed(200, { 'upload-offset': '3' }))).toEqual({ kind: 'at', at: 3, stored: false });
  });

  test('is the beginning where it has nothing, or took offence: a HEAD proves nobody’s refusal, so the first slice is to ask', async () => {
    for (const status of [404, 400, 413, 415, 422]) expect(await offset(placed(status, {}))).toEqual({ kind: 'at', at: 0, stored: false });
  });

  test('is unknown when a portal, a redirect, a silence or nonsense answers', async () => {
    const odd = ['-1', '3.5', '1e3', 'NaN', '', '9'].map((at) => placed(200, { 'upload-offset': at, 'upload-length': '5' }));
    for (const behaviour of [html(200), html(503), placed(302, { location: '/' }), ...odd]) expect(await offset(behaviour)).toEqual(UNKNOWN);
    expect(await offset(() => undefined, HASTY)).toEqual(UNKNOWN);
  });
});

describe('a slice', () => {
  test('goes to its place with the length of the whole', async () => {
    const seen: unknown[] = [];
    const answer = await send((request, response, body) => {
      const { 'upload-offset': at, 'upload-length': total, 'content-type': type } = request.headers;
      seen.push({ method: request.method, url: request.url, at, total, type, body: [...body] });
      response.writeHead(204, { 'upload-offset': '5' }).end();
    });
    expect(seen).toEqual([
      { method: 'PATCH', url: `/api/photos/${photoHash(1)}`, at: '2', total: '5', type: 'application/offset+octet-stream', body: [1, 2, 3] },
    ]);
    expect(answer).toEqual({ kind: 'at', at: 5, stored: true });
  });

  test('at a place that is not the server’s gives the true one, never a finished photo', async () => {
    expect(await send(json(409, refusal('CONFLICT'), { 'upload-offset': '0' }))).toEqual({ kind: 'at', at: 0, stored: false });
    expect(await send(json(409, refusal('CONFLICT'), { 'upload-offset': '5' }))).toEqual({ kind: 'at', at: 5, stored: false });
    expect(await send(json(409, refusal('CONFLICT')))).toEqual(UNKNOWN);
  });

  test('is refused, not named by any operation, or needs a session, only when our server says so', async () => {
    expect(await send(json(422, refusal('NOT_A_PHOTO')))).toEqual({ kind: 'refused', reason: 'NOT_A_PHOTO' });
    expect(await send(json(404, refusal('NOT_FOUND')))).toEqual({ kind: 'not_named' });
    expect(await send(json(401, refusal('UNAUTHORIZED')))).toEqual({ kind: 'signed_out' });
    for (const status of [400, 401, 404, 413, 415, 422]) expect(await send(html(status))).toEqual(UNKNOWN);
  });

  test('that nobody acknowledges is unknown: a hang, a cut, a full server', async () => {
    expect(await send(() => undefined, { grace: HASTY })).toEqual(UNKNOWN);
    expect(await send((request) => void request.destroy(), { grace: HASTY })).toEqual(UNKNOWN);
    expect(await send(json(429, refusal('TOO_MANY'), { 'retry-after': '2' }))).toEqual({ kind: 'unknown', retryAfterMs: 2000 });
    expect(await send(html(200, { 'upload-offset': 'x' }))).toEqual(UNKNOWN);
  });
});
