import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { OrganisationId } from '@heliograph/domain';
import { expect, test } from 'vitest';
import { openDatabase } from './database/open.ts';
import { withOrg } from './database.ts';

/** A server process that writes, one exchange after the other, and says what was acknowledged. */
const server = `
import { openDatabase } from ${JSON.stringify(join(import.meta.dirname, 'index.ts'))};
import { newId, outbox, plantOrganisation, TestPhone, testPorts } from ${JSON.stringify(join(import.meta.dirname, 'testing/index.ts'))};
const db = await openDatabase({ dataDir: process.argv[1] });
const plant = await plantOrganisation(db);
const [phone, box, x] = [new TestPhone(testPorts(db), plant.technician), outbox(), newId()];
await phone.sync([box.start(x, plant)]);
console.log(plant.org);
for (;;) {
  const op = box.step(x, 's01');
  await phone.sync([op]);
  console.log(op.id);
}`;

test('what the embedded database acknowledged survives kill -9, and it opens again without repair', async () => {
  const home = mkdtempSync(join(tmpdir(), 'heliograph-kill-'));
  const dataDir = join(home, 'pglite');
  for (let round = 0; round < 2; round++) {
    const child = spawn(process.execPath, ['--input-type=module', '-e', server, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
    const said: string[] = [];
    for await (const line of createInterface(child.stdout)) {
      said.push(line);
      if (said.length === 25 + 20 * round) child.kill('SIGKILL');
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    const [org = '', ...acknowledged] = said;
    const db = await openDatabase({ dataDir });
    const rows = await withOrg(db, { org: org as string as OrganisationId }, (tx) => tx.selectFrom('operation').select('opId').execute());
    const stored = new Set<string>(rows.map(({ opId }) => opId));
    expect(acknowledged.length).toBeGreaterThanOrEqual(24);
    expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
    await db.close();
  }
  rmSync(home, { recursive: true });
}, 180_000);
