import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { deskOf, newExecution, scriptedPhone, type TestServer, testServer } from '@heliograph/api/testing';
import { insertProcedureVersion, withOrg } from '@heliograph/db';
import { testPostgres } from '@heliograph/db/testing';
import startPostgresServer from '@heliograph/db/testing/global-setup';
import { type ProcedureHash, procedureHashSchema } from '@heliograph/domain';
import { type Bench, type Effort, type Measure, plain } from '../measure.ts';

const ROWS = 5000;
const STEPS = 100;
const VALUES: Record<Effort, number> = { short: 10_000, full: 100_000 };

/** A file of equipment in, and records out: how long somebody waits, and what it costs the server meanwhile. */
export const files: Bench = {
  name: 'files',
  isInShort: false,
  needsBuild: false,
  run: async (effort) => {
    const stop = await startPostgresServer();
    const postgres = await testPostgres();
    const server = await testServer({ db: postgres.db });
    try {
      return [await bringIn(server), ...(await takeOut(server, VALUES[effort]))];
    } finally {
      await server.close();
      await postgres.close();
      await stop();
    }
  },
};

async function bringIn(server: TestServer): Promise<Measure> {
  const admin = await deskOf(server, server.own.people.admin);
  const rows = Array.from({ length: ROWS }, (_, n) => `B-${n};Chaîne;Chaîne ${n};SN-${n};26;49,80;−0,25`);
  const body = Buffer.from(['numéro;type;nom;n° de série;modules_per_string;module_voc_stc;module_beta', ...rows].join('\n'));
  const headers = { origin: 'http://localhost:3000', cookie: admin.cookie, 'content-type': 'text/csv' };
  const address = `http://localhost:3000/api/import/assets?dry=0&site=${server.own.site}`;
  const began = performance.now();
  const answer = await server.handlers.import(new Request(address, { method: 'POST', headers, body }));
  const last = (await answer.text()).trim().split('\n').at(-1) ?? '';
  if (!last.includes(`"created":${ROWS}`)) throw new Error(last);
  return plain({ name: `import of ${ROWS} rows of equipment`, value: (performance.now() - began) / 1000, unit: 's', target: '≤ 5 s' });
}

async function takeOut(server: TestServer, values: number): Promise<Measure[]> {
  await record(server, values);
  const supervisor = await deskOf(server, server.own.people.supervisor);
  const began = performance.now();
  const answer = await server.handlers.export(
    new Request('http://localhost:3000/api/export/executions.csv', { headers: { cookie: supervisor.cookie } }),
  );
  const { bytes, lines, growth } = await drain(answer);
  if (lines !== values + 1) throw new Error(`${lines} lines of ${values + 1}`);
  const seconds = (performance.now() - began) / 1000;
  return [
    plain({ name: `export of ${values} values`, value: seconds, unit: 's' }),
    plain({ name: `export of ${values} values, size`, value: bytes / 1_048_576, unit: 'MB' }),
    plain({ name: `export of ${values} values, memory from its first tenth to its last`, value: growth, unit: 'MB', target: 'no growth' }),
  ];
}

/** Executions of a procedure of a hundred checks, delivered as phones do. */
async function record(server: TestServer, values: number): Promise<void> {
  const procedure = await publish(server);
  // A phone of the office holds no executions: what was delivered is not sent back with every answer.
  const { supervisor } = server.own.people;
  const phone = scriptedPhone(server, supervisor, await server.signIn(supervisor));
  for (let n = 0; n < values / STEPS; n++) {
    const x = newExecution();
    phone.record({ k: 'start', x, p: { procedure, site: server.own.site, asset: server.own.asset, roles: [] }, at: Date.now() });
    for (let s = 0; s < STEPS; s++) phone.record({ k: 'step', x, s: `s${s}`, p: { kind: 'check', response: { value: 'ok' } }, at: Date.now() });
    if (n % 8 === 7 || n === values / STEPS - 1) await phone.send();
  }
}

async function publish({ deps, own }: TestServer): Promise<ProcedureHash> {
  const both = { fr: 'Contrôle', en: 'Check' };
  const none = { requiredCertifications: [], requiredTools: [], ppe: [], safetyWarnings: [], references: [], environment: [], tags: [] };
  const steps = Array.from({ length: STEPS }, (_, n) => ({
    ...{ id: `s${n}`, title: both, instructions: both, required: true, holdPoint: false, kind: 'check' },
  }));
  const content = { slug: 'banc', title: both, description: both, category: 'inspection', equipmentTypes: [], estimatedMinutes: 10, teamMin: 1 };
  const hash = procedureHashSchema.parse('be'.repeat(32));
  await withOrg(deps.db, own, (tx) =>
    insertProcedureVersion(tx, {
      ...{ hash, slug: 'banc', number: 1, publishedAt: Date.now(), publishedBy: null, stepIds: steps.map(({ id }) => id) },
      content: { ...content, ...none, requiresLockout: false, steps },
    }),
  );
  return hash;
}

/** Reads a stream to its end and lets go of every part. `growth`: MB still held after the last tenth beyond those after the first. */
async function drain(answer: Response): Promise<{ bytes: number; lines: number; growth: number }> {
  const reader = answer.body?.getReader();
  const heaps: number[] = [];
  let [bytes, lines] = [0, 0];
  for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
    bytes += part.value.length;
    for (const byte of part.value) if (byte === 10) lines++;
    if (heaps.length < lines / 1000) heaps.push(heldMegabytes());
  }
  const tenth = Math.max(1, Math.floor(heaps.length / 10));
  const mean = (some: readonly number[]) => some.reduce((sum, one) => sum + one, 0) / some.length;
  return { bytes, lines, growth: mean(heaps.slice(-tenth)) - mean(heaps.slice(0, tenth)) };
}

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

function heldMegabytes(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed / 1_048_576;
}
