import { createHmac, randomBytes } from 'node:crypto';
import { serverStore } from '@heliograph/db';
import { organisationIdSchema, userIdSchema } from '@heliograph/domain';
import { exchangeRequestSchema } from '@heliograph/sync';
import { exchange, type Sender, type ServerPorts } from '@heliograph/sync/server';
import { against, type Bench, type Effort } from '../measure.ts';
import { bareTables } from './bare-inserts.ts';
import { findWork, recorder } from './workload.ts';
import { openWorld, type World } from './world.ts';

const BATCH = 500;
const WARM_UP = 3;
const BATCHES: Record<Effort, number> = { short: 8, full: 30 };

/**
 * The server's way of storing a batch, against the barest way PostgreSQL has: multi-row INSERTs of the very same rows, one transaction a batch.
 * The whole exchange, with reading the request and the pull that follows, stands beside it.
 */
export const writePath: Bench = {
  name: 'write path',
  isInShort: true,
  needsBuild: false,
  run: async (effort) => {
    const world = await openWorld();
    try {
      const phone = recorder(await findWork(world.client));
      const pusher = openPusher(world, phone.device);
      const floor = await bareTables(world.postgres);
      const spent = { write: 0, exchange: 0, floor: 0 };
      // Turn by turn, so that a busy moment of the machine falls on all alike.
      for (let n = -WARM_UP; n < BATCHES[effort]; n++) {
        const turn = { ...(await pusher(phone.next(BATCH))), floor: await floor(phone.device, BATCH) };
        if (n >= 0) for (const kind of ['write', 'exchange', 'floor'] as const) spent[kind] += turn[kind];
      }
      const rate = (ms: number) => (BATCHES[effort] * BATCH) / (ms / 1000);
      const bare = rate(spent.floor);
      return [
        against(bare, { name: `server write path, batches of ${BATCH}`, value: rate(spent.write), unit: 'operations/s', target: 'ratio ≥ 0.65' }),
        against(bare, { name: `whole exchange, batches of ${BATCH}`, value: rate(spent.exchange), unit: 'operations/s' }),
      ];
    } finally {
      await world.close();
    }
  },
};

/** Sends batches through the real engine over the real store, as one phone. Milliseconds of the write transaction and of the whole. */
function openPusher({ postgres, client }: World, device: string): (ops: readonly unknown[]) => Promise<{ write: number; exchange: number }> {
  const sender: Sender = {
    org: organisationIdSchema.parse(client.organisation),
    user: userIdSchema.parse(client.user),
    role: 'technician',
    deliverOnly: false,
  };
  const { write, read } = serverStore(postgres.db);
  let writing = 0;
  const ports: ServerPorts = {
    store: {
      read,
      write: async (org, work) => {
        const started = performance.now();
        const result = await write(org, work);
        writing = performance.now() - started;
        return result;
      },
    },
    seal: { sign: (text) => createHmac('sha256', client.user).update(text).digest().subarray(0, 16).toString('base64url') },
    now: Date.now,
    mark: () => randomBytes(12).toString('base64url'),
  };
  let memory = {};
  return async (ops) => {
    const started = performance.now();
    const request = exchangeRequestSchema.parse({ proto: 1, user: sender.user, dev: device, nonce: 'n', ...memory, ops, want: 2000 });
    const answer = await exchange(ports, sender, request);
    if (answer.kind !== 'ok' || (answer.aside ?? []).length > 0) throw new Error(`not all was applied: ${JSON.stringify(answer).slice(0, 500)}`);
    memory = { inc: answer.inc, ack: answer.ack, ...(answer.seen && { seen: answer.seen }), ...(answer.cur && { cur: answer.cur }) };
    return { write: writing, exchange: performance.now() - started };
  };
}
