import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { gunzip, isShallow, readBytes } from './body.ts';
import { dressed } from './headers.ts';
import { allowedOrigins, isJson, isSameOrigin } from './origin.ts';
import { callerOf, networkOf } from './request.ts';

const origins = allowedOrigins({ port: 3000, publicOrigin: 'https://h.test', hosts: [] });

test.each([
  [{ 'sec-fetch-site': 'same-origin' }, true],
  [{ 'sec-fetch-site': 'same-origin', origin: 'https://evil.test' }, true],
  [{ 'sec-fetch-site': 'cross-site', origin: 'https://h.test' }, false],
  [{ 'sec-fetch-site': 'same-site', origin: 'https://h.test' }, false],
  [{ 'sec-fetch-site': 'none' }, false],
  [{ origin: 'https://h.test' }, true],
  [{ origin: 'http://localhost:3000' }, true],
  [{ origin: 'http://127.0.0.1:3000' }, true],
  [{ origin: 'http://localhost:3001' }, false],
  [{ origin: 'null' }, false],
  [{}, false],
] as const)('a change from %o is accepted: %s', (headers, isAccepted) => {
  expect(isSameOrigin(new Headers(headers), origins)).toBe(isAccepted);
});

test.each([
  ['application/json', true],
  ['application/json; charset=utf-8', true],
  ['text/plain', false],
  ['text/plain; application/json', false],
  ['application/x-www-form-urlencoded', false],
  ['multipart/form-data; boundary=x', false],
])('content of type %s is JSON: %s', (type, expected) => {
  expect(isJson(new Headers({ 'content-type': type }))).toBe(expected);
});

test('a body is cut off at its cap, whatever length it declares', async () => {
  const post = (body: string, headers = {}) => new Request('http://x', { method: 'POST', body, headers });
  expect((await readBytes(post('12345'), 5)).toString()).toBe('12345');
  await expect(readBytes(post('123456'), 5)).rejects.toMatchObject({ code: 'TOO_LARGE' });
  await expect(readBytes(post('1', { 'content-length': '999' }), 5)).rejects.toMatchObject({ code: 'TOO_LARGE' });
});

test('a gzip bomb is stopped at the cap, broken gzip is refused', async () => {
  const bomb = gzipSync(Buffer.alloc(50_000_000));
  await expect(gunzip(bomb, 4_194_304)).rejects.toMatchObject({ code: 'TOO_LARGE' });
  await expect(gunzip(Buffer.from('not gzip'), 100)).rejects.toMatchObject({ code: 'INVALID' });
  await expect(gunzip(gzipSync('hello hello').subarray(0, 15), 100)).rejects.toMatchObject({ code: 'INVALID' });
  expect((await gunzip(gzipSync('hello'), 100)).toString()).toBe('hello');
});

test('deep JSON is seen before it is parsed, brackets inside strings do not count', () => {
  expect(isShallow('['.repeat(100_000))).toBe(false);
  expect(isShallow('{"a":'.repeat(33))).toBe(false);
  expect(isShallow(JSON.stringify({ a: [[[{ b: '[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\\"' }]]] }))).toBe(true);
  expect(isShallow('"\\\\"[[')).toBe(true);
});

test('an address is kept only as its network', () => {
  expect(networkOf('203.0.113.77')).toBe('203.0.113.0/24');
  expect(networkOf('::ffff:203.0.113.77')).toBe('203.0.113.0/24');
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64');
  expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0::/64');
  expect(networkOf('::1')).toBe('0:0:0:0::/64');
  expect(networkOf('drop table')).toBe('unknown');
});

test('only the trusted proxies are believed about where a caller is', () => {
  const from = (forwarded: string, trust: number) => callerOf(new Headers({ 'x-forwarded-for': forwarded }), trust).network;
  expect(from('9.9.9.9, 203.0.113.7', 1)).toBe('203.0.113.0/24');
  expect(from('9.9.9.9, 203.0.113.7, 10.0.0.1', 2)).toBe('203.0.113.0/24');
  expect(callerOf(new Headers(), 0).network).toBe('127.0.0.0/24');
});

test('every answer says what a browser may not do with it', () => {
  const answer = dressed(Response.json({}), 'id', true);
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/);
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(answer.headers.get('cache-control')).toBe('no-store');
});
