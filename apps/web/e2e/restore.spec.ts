import { rm } from 'node:fs/promises';
import { copyDataDir, expect, type Server, seeded, startServer, test } from '@heliograph/tools/browser';
import { allSent, field, getReady } from './pages/field.ts';
import { stepScreen } from './pages/step.ts';
import { somewhere } from './pages/words.ts';
import { type Desk, openDesk } from './world/desk.ts';
import { readDisk } from './world/disk.ts';

const FORGOTTEN = 'Le bureau ne sait plus que ce travail est à vous';

test('a backup brought back forgets who was on the work: nobody loses sight of it, what they record waits, and is applied once the office puts them on it', async ({
  openPhone,
}) => {
  test.slow();
  const dataDir = await copyDataDir(seeded());
  let server = await startServer({ dataDir });
  const phone = await openPhone({ origin: server.origin });
  const { page } = phone;
  const step = stepScreen(page);
  await getReady(phone);
  const backup = await backUp(server);
  server = await startServer({ dataDir, port: server.port });

  const x = await give(await openDesk(server));
  const colleague = await openDesk(server, 'tech2@demo.test');
  const begun = await begin(colleague, x);
  await page.goto('/app');
  await page.locator(`a[href^="/app/executions/${x}"]`).first().click({ timeout: 60_000 });
  await page.goto(`/app/executions/${x}/steps/s02`);
  await step.write('Aucune alarme.');
  await allSent(page);

  await server.stop();
  server = await startServer({ dataDir: backup, port: server.port });
  await page.goto('/app');
  await expect(page.getByText('Le serveur est revenu à une sauvegarde')).toBeVisible({ timeout: 60_000 });
  await page.goto(`/app/executions/${x}`);
  await expect(page.getByText(FORGOTTEN)).toBeVisible();
  // What a colleague and this phone had delivered is nowhere on this server.
  await page.goto(`/app/executions/${x}/receipt`);
  await expect(page.getByText(FORGOTTEN)).toBeVisible();
  await expect(page.getByText('Tout est délivré')).toHaveCount(0);
  await expect(page.getByText('partira tout seul')).toHaveCount(0);
  await expect(page.getByText('Empreinte')).toHaveCount(0);
  await page.goto(`/app/executions/${x}/steps/s03`);
  await step.measure('48,6');
  await allSent(page);
  await page.goto('/app/attention');
  await expect(page.getByText(somewhere('Le bureau ne sait pas que cette intervention est à vous'))).toHaveCount(2);

  // A day's work of one intervention waits for one thing: it is told once, and shown one by one to who asks.
  for (const [id, value] of [
    ['s05', '1200'],
    ['s06', '5'],
  ] as const) {
    await page.goto(`/app/executions/${x}/steps/${id}`);
    await step.measure(value);
  }
  await allSent(page);
  await page.goto('/app/attention');
  const why = page.getByText(somewhere('Le bureau ne sait pas que cette intervention est à vous')).filter({ visible: true });
  await expect(why).toHaveCount(1);
  await page.getByText('Relevé par relevé').click();
  await expect(page.getByText('48,6 kW')).toBeVisible();
  await expect(why).toHaveCount(1);

  // The colleague's phone comes back: the work is there again, and still nobody knows that it is this person's too.
  await begin(await openDesk(server, 'tech2@demo.test'), x, begun);
  const desk = await openDesk(server);
  expect((await desk.execution(x)).history).toHaveLength(1);
  await page.goto(`/app/executions/${x}`);
  await expect(page.getByText(FORGOTTEN)).toBeVisible();
  await desk.tell('device.admit', { author: await idOf(desk, 'Camille'), execution: x });
  await expect
    .poll(async () => (await desk.execution(x)).history.map(({ operation }) => operation.k), { timeout: 60_000 })
    .toEqual(['start', 'assign', 'step', 'step', 'step', 'step']);
  await page.goto('/app');
  await expect(page.getByText('Le serveur est revenu à une sauvegarde')).toBeHidden({ timeout: 60_000 });
  await page.goto('/app/attention');
  await expect(field(page).title).toHaveText('À vérifier');
  await expect(page.getByText('En attente au bureau')).toHaveCount(0);
  const recorded = (await readDisk(page)).operations.filter((operation) => operation.x === x).map(({ id }) => id);
  const stored = await desk.operationsOf(x);
  for (const id of recorded) expect(stored.filter((one) => one === id)).toHaveLength(1);
  await server.stop();
  for (const folder of [dataDir, backup]) await rm(folder, { recursive: true, force: true });
});

/** As the night's copy does: of a server that is at rest. */
async function backUp(server: Server): Promise<string> {
  await server.stop();
  return copyDataDir(server.dataDir);
}

/** Given to two: it is the other one who begins it. */
async function give(desk: Desk): Promise<string> {
  const personIds = [await idOf(desk, 'Camille'), await idOf(desk, 'Yanis')];
  const { asset, site } = await desk.ask('asset.get', { code: 'GAR-OND06' });
  const { hash } = await desk.ask('procedure.get', { slug: 'string-inverter-preventive' });
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(Date.now());
  const { id } = await desk.tell('assignment.create', { procedure: hash, siteId: site.id, assetId: asset.id, personIds, day });
  return id;
}

async function idOf(desk: Desk, query: string) {
  const { items } = await desk.ask('person.list', { query });
  const [person] = items;
  if (person === undefined) throw new Error(`Nobody is called ${query}.`);
  return person.id;
}

/** The colleague's phone says that the work is begun; the same again, once a server has forgotten it. */
async function begin(colleague: Desk, x: string, again?: object): Promise<object> {
  const { user } = await colleague.ask('auth.me');
  const { asset, site } = await colleague.ask('asset.get', { code: 'GAR-OND06' });
  const { hash } = await colleague.ask('procedure.get', { slug: 'string-inverter-preventive' });
  const p = { procedure: hash, site: site.id, asset: asset.id, roles: ['technician'] };
  const start = again ?? { i: 1, id: crypto.randomUUID(), k: 'start', v: 1, x, p, w: Date.now(), z: 60, o: 0, n: 1 };
  const answer = await colleague.tell('sync.exchange', { proto: 1, nonce: 'n', build: 'b', user: user.id, dev: crypto.randomUUID(), ops: [start] });
  expect(answer).toMatchObject({ kind: 'ok', ack: { i: 1 } });
  expect(answer).not.toHaveProperty('aside');
  return start;
}
