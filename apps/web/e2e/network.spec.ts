import { test as base, expect, IS_NIGHT } from '@heliograph/tools/browser';
import { allSent, field, getReady, start } from './pages/field.ts';
import { stepScreen } from './pages/step.ts';
import { eachOnce, hasNoHole } from './world/counters.ts';
import { openDesk } from './world/desk.ts';
import { readDisk } from './world/disk.ts';
import { type Fault, type Network, openNetwork } from './world/network.ts';
import { smallJpegs } from './world/pictures.ts';

const test = base.extend<{ network: Network }>({
  network: async ({ server }, use) => {
    const network = await openNetwork(server);
    await use(network);
    await network.close();
  },
});

const PREVENTIVE = { procedure: "Maintenance préventive d'un onduleur de chaînes", code: 'GAR-OND08' };

test('answers that are lost on their way back are harmless: records and photos are sent again and stand once', async ({
  server,
  network,
  openPhone,
}) => {
  const desk = await openDesk(server);
  const phone = await openPhone({ origin: network.origin });
  const { page } = phone;
  await getReady(phone);
  const x = await start(page, PREVENTIVE);
  await allSent(page);
  const step = stepScreen(page);
  await page.goto(`/app/executions/${x}/steps/s02`);
  network.spoil('lose_answer', { names: /sync\.exchange$/, times: 1 });
  await step.write('Aucune alarme.');
  // The server has it, and the phone does not know: it goes on as if nothing had been said.
  const own = async () => (await readDisk(page)).operations.filter((one) => one.x === x).length;
  await expect.poll(async () => (await desk.operationsOf(x)).length === (await own())).toBe(true);
  await allSent(page);
  network.spoil('lose_answer', { names: /^PATCH/, times: 2 });
  await step.next();
  await step.attachPhotos(await smallJpegs(1, 21));
  await expect.poll(() => network.spoilt).toHaveLength(3);
  await allSent(page);
  const disk = await readDisk(page);
  hasNoHole(disk);
  await eachOnce(disk, x, desk);
  const { photos } = await desk.execution(x);
  expect(photos.map(({ sha, file }) => [sha, file.state])).toEqual([[disk.photos[0]?.sha, 'stored']]);
});

/** One lie by day, all of them by night. */
const LIES: readonly Fault[] = IS_NIGHT ? ['portal', 'truncate', 'redirect'] : ['portal'];

for (const fault of LIES)
  test(`a network that lies (${fault}) changes nothing on the phone: it works, it reloads, and what waits goes once it is over`, async ({
    server,
    network,
    openPhone,
  }) => {
    const desk = await openDesk(server);
    const phone = await openPhone({ origin: network.origin });
    const { page } = phone;
    await getReady(phone);
    const x = await start(page, PREVENTIVE);
    await allSent(page);
    network.spoil(fault);
    const step = stepScreen(page);
    await page.goto(`/app/executions/${x}/steps/s02`);
    await step.write('Écrit pendant que le réseau ment.');
    await expect(field(page).status).toHaveText(/Hors ligne · 1\srelevé/);
    // The browser looks for a new worker, and must not take the portal's page for one.
    await page.evaluate(() => navigator.serviceWorker.ready.then((registration) => registration.update().catch(() => null)));
    expect(network.spoilt).toContain('GET /sw.js');
    await page.reload();
    await expect(step.text).toHaveValue('Écrit pendant que le réseau ment.');
    await page.goto('/app/library');
    await expect(page.getByRole('link', { name: /Maintenance préventive/ }).first()).toBeVisible();
    expect(await readDisk(page)).toMatchObject({ asides: 0, acked: (await readDisk(page)).operations.length - 1 });
    network.heal();
    await page.goto('/app/sync');
    await page.getByRole('button', { name: 'Envoyer maintenant' }).click();
    await allSent(page);
    await eachOnce(await readDisk(page), x, desk);
  });
