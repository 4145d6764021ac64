import { afterEach, expect, test, vi } from 'vitest';
import { DEVICE_PARTS, devicePart } from './device-parts.ts';

const URL = 'https://a.b/_next/static/chunks/device-scanner.0a1b.js';
const answer = (body: string, type = 'text/javascript') => new Response(body, { headers: { 'content-type': type, 'x-heliograph': '1' } });

/** As much of a phone's store as a part needs. */
function storage(): CacheStorage {
  const held = new Map<string, Response>();
  const store = {
    match: async ({ url }: Request) => held.get(url)?.clone(),
    put: async ({ url }: Request, response: Response) => void held.set(url, response),
  };
  return { open: async () => store } as unknown as CacheStorage;
}

afterEach(() => vi.unstubAllGlobals());

test('a part that only some phones need is fetched once, and then needs no network', async () => {
  const phone = storage();
  vi.stubGlobal('fetch', async () => answer('the reader'));
  expect(await (await devicePart(new Request(URL), phone)).text()).toBe('the reader');
  vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('no network')));
  expect(await (await devicePart(new Request(URL), phone)).text()).toBe('the reader');
});

test('a portal’s page in its place is not kept', async () => {
  const phone = storage();
  vi.stubGlobal('fetch', async () => answer('<h1>Wi-Fi</h1>', 'text/html'));
  await devicePart(new Request(URL), phone);
  vi.stubGlobal('fetch', async () => answer('the reader'));
  expect(await (await devicePart(new Request(URL), phone)).text()).toBe('the reader');
});

test('other files of the app are not its matter', () => {
  expect(DEVICE_PARTS.test('https://a.b/_next/static/chunks/parts.0a1b.js')).toBe(false);
  expect(DEVICE_PARTS.test(URL)).toBe(true);
});
