import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { assignSite, saveSite, withOrg } from '@heliograph/db';
import { plantMember, sampleSite, type TestPostgres, testPostgres } from '@heliograph/db/testing';
import startPostgresServer from '@heliograph/db/testing/global-setup';
import { organisationIdSchema } from '@heliograph/domain';
import { startServer } from '../../browser/index.ts';
import { against, type Bench, type Effort, plain } from '../measure.ts';
import { bareTables } from './bare-inserts.ts';
import { type Client, openClient } from './client.ts';
import { findWork, recorder } from './workload.ts';

const CLIENTS = 8;
const BATCH = 200;
const WARM_UP = 2;
const ROUNDS: Record<Effort, number> = { short: 3, full: 12 };
/** Of /proc: Linux counts processor time in these. */
const TICKS_PER_SECOND = 100;

/** Phones that all come back at once, over HTTP to a process of its own on a real PostgreSQL; and what that costs its processors. */
export const clients: Bench = {
  name: 'clients',
  isInShort: false,
  needsBuild: true,
  run: async (effort) => {
    const stopPostgres = await startPostgresServer();
    const postgres = await testPostgres();
    const server = await startServer({ env: { DATABASE_URL: postgres.url, HELIOGRAPH_KEY: randomBytes(32).toString('base64url'), DEMO: 'on' } });
    try {
      const people = await hire(postgres, await openClient(fetch, server.origin));
      const signedIn = await Promise.all(people.map((email) => openClient(fetch, server.origin, email)));
      const phones = await Promise.all(signedIn.map(async (client) => recorder(await findWork(client))));
      const exchanges = phones.map(({ device }, n) => signedIn[n]?.phone(device));
      const floor = await bareTables(postgres);
      const spent = { ours: 0, bare: 0, processor: 0 };
      for (let round = -WARM_UP; round < ROUNDS[effort]; round++) {
        const before = await processorTime(server.pid, postgres);
        const recorded = phones.map((phone) => phone.next(BATCH));
        const started = performance.now();
        await Promise.all(recorded.map((operations, n) => exchanges[n]?.(operations)));
        const ours = performance.now() - started;
        const processor = (await processorTime(server.pid, postgres)) - before;
        let bare = 0;
        for (const { device } of phones) bare += await floor(device, BATCH);
        if (round < 0) continue;
        spent.ours += ours;
        spent.bare += bare;
        spent.processor += processor;
      }
      const operations = ROUNDS[effort] * CLIENTS * BATCH;
      const rate = (ms: number) => operations / (ms / 1000);
      return [
        against(rate(spent.bare), {
          name: `through HTTP, ${CLIENTS} phones at once, ${BATCH} a call`,
          value: rate(spent.ours),
          unit: 'operations/s',
          target: 'ratio ≥ 0.5',
        }),
        plain({
          name: 'processor of server and database, 1,000 steps',
          value: (spent.processor / operations) * 1000,
          unit: 's',
          target: '≤ 0.3',
        }),
      ];
    } finally {
      await server.stop();
      await postgres.close();
      await stopPostgres();
    }
  },
};

/** Technicians of the demonstration's organisation, each at a plant of their own: what a colleague records on another one is not theirs to hear. Their e-mails. */
async function hire({ db, sql }: TestPostgres, { user, organisation }: Client): Promise<readonly string[]> {
  const org = organisationIdSchema.parse(organisation);
  const emails: string[] = [];
  for (let n = 0; n < CLIENTS; n++) {
    const hired = await plantMember(db, org, { name: `Technicien ${n}`, role: 'technician' });
    const site = sampleSite(`Centrale ${n}`, `C${n}`);
    await withOrg(db, { org }, async (tx) => {
      await saveSite(tx, site);
      await assignSite(tx, { user: hired.user, site: site.id });
    });
    const [own] = await sql<{ email: string }>(
      'update account set password_hash = (select password_hash from account where id = $2) where id = $1 returning email',
      [hired.user, user],
    );
    emails.push(own?.email ?? '');
  }
  return emails;
}

/** Seconds that the server and every connection of its database have computed so far. */
async function processorTime(server: number, { sql }: TestPostgres): Promise<number> {
  const connections = await sql<{ pid: number }>('select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()');
  const times = await Promise.all([server, ...connections.map(({ pid }) => pid)].map(timeOf));
  return times.reduce((sum, time) => sum + time, 0);
}

async function timeOf(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8');
  // The name of the program, in brackets, may hold anything; the 14th and 15th field of the line are what it has computed.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}
