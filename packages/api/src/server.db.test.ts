import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { envExample, parseEnv } from './env.ts';
import { newSecret } from './keys.ts';
import { createLog } from './log.ts';
import { createServer } from './server.ts';

let dataDir = '';
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'heliograph-server-'));
});
afterAll(() => rm(dataDir, { recursive: true }));

const start = () => createServer(parseEnv({ DATA_DIR: dataDir, DEMO: 'off' }), createLog('silent'));
const get = (path: string) => new Request(`http://localhost:3000${path}`);

test('a server opens nothing before it is needed, then once, and closes what it opened', async () => {
  const server = start();
  expect(await (await server.handlers.health(get('/api/health'))).json()).toMatchObject({ status: 'ok', database: 'embedded' });
  await expect(readFile(join(dataDir, 'key'))).rejects.toThrow('ENOENT');
  const answers = await Promise.all([server.ready(), server.handlers.ready(get('/api/ready')), server.handlers.trpc(get('/api/trpc/auth.me'))]);
  expect([answers[1].status, answers[2].status]).toEqual([200, 401]);
  await server.close();
});

test('a second start finds everything; another key is refused before anything is served', async () => {
  const again = start();
  await again.ready();
  await again.close();
  const key = await readFile(join(dataDir, 'key'), 'utf8');
  await writeFile(join(dataDir, 'key'), newSecret());
  const wrong = start();
  await expect(wrong.ready()).rejects.toThrow('made with another key');
  // The lock was given back: with the right key it starts.
  await writeFile(join(dataDir, 'key'), key);
  await wrong.ready();
  await wrong.close();
});

test('the example of the environment is the one that the server reads', async () => {
  expect(await readFile(join(import.meta.dirname, '../../../.env.example'), 'utf8')).toBe(envExample());
});
