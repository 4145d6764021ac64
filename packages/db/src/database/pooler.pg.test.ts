import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { withLookup } from '../database.ts';
import { testPostgres } from '../testing/index.ts';
import { connection } from './handle.ts';
import { openDatabase } from './open.ts';

/** What PgBouncer lets through without being told to; anything else it answers with "unsupported startup parameter". */
const TAKEN = ['application_name', 'client_encoding', 'database', 'user'];

test('a connection asks for nothing at its opening that a transaction-mode pooler refuses', async () => {
  const packets: Buffer[] = [];
  const server = createServer((socket) => {
    socket
      .on('error', () => undefined)
      .once('data', (packet) => {
        packets.push(packet);
        socket.destroy();
      });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await expect(openDatabase({ databaseUrl: `postgresql://office:secret@127.0.0.1:${port}/plant` })).rejects.toThrow();
  server.close();
  // Length and protocol version come first, then names and values, each ended by a zero.
  const words = packets[0]?.subarray(8).toString('utf8').split('\0') ?? [];
  const names = words.filter((word, at) => at % 2 === 0 && word !== '');
  expect(names).toContain('user');
  expect(names.filter((name) => !TAKEN.includes(name))).toEqual([]);
});

test('limits of time hold inside a transaction and end with it', async () => {
  const here = await testPostgres({ poolSize: 1 });
  const settings = sql<{ statement: string; idle: string }>`
    select current_setting('statement_timeout') as statement, current_setting('idle_in_transaction_session_timeout') as idle`;
  expect((await withLookup(here.db, (tx) => settings.execute(tx))).rows).toEqual([{ statement: '30s', idle: '30s' }]);
  expect((await settings.execute(here.db[connection])).rows).toEqual([{ statement: '0', idle: '0' }]);
  await here.close();
});
