import { createServer } from 'node:http';
import type { Handlers } from '@heliograph/api';
import { expect, test } from 'vitest';
import { answer } from './serve.ts';
import type { Pages } from './site.ts';

/** What a process that has these pages says of itself. */
async function readinessWith(pages: Pages | null): Promise<number> {
  const here = async () => Response.json({ status: 'ready' });
  // The one door that is knocked at.
  const api = { ready: here } as unknown as Handlers;
  const http = createServer((request, response) => void answer(request, response, { api, pages, trustProxy: 0 }));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address = http.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const { status } = await fetch(`http://127.0.0.1:${port}/api/ready`);
  await new Promise((resolve) => http.close(resolve));
  return status;
}

test('a process is not ready before it has pages, whatever its database says', async () => {
  expect(await readinessWith(null)).toBe(503);
  expect(await readinessWith((_request, response) => void response.end())).toBe(200);
});
