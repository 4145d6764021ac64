import { expect, signIn, test } from '@heliograph/tools/browser';
import type { Page } from '@playwright/test';
import { forbidsSecondCopies } from './pages/browser-faults.ts';
import { allSent, begin, field, getReady, SECOND_TECHNICIAN, start, TECHNICIAN } from './pages/field.ts';
import { stepScreen } from './pages/step.ts';
import { type Desk, openDesk } from './world/desk.ts';
import { spared } from './world/disk.ts';

const FAULT = { procedure: "Dépannage : défaut d'isolement onduleur", code: 'GAR-OND07' };
const ALARM = 'F042 « Défaut de terre »';

test('work that the browser lost is told to the person by its count, and to the office', async ({ server, openPhone }) => {
  const phone = await openPhone();
  const { page } = phone;
  await page.addInitScript(forbidsSecondCopies);
  await getReady(phone, SECOND_TECHNICIAN);
  const x = await start(page, { ...FAULT, second: 'Camille Roussel' });
  await allSent(page);
  await phone.setOnline(false);
  await page.goto(`/app/executions/${x}/steps/s03`);
  await stepScreen(page).write('Code 0x24.');
  // The note beside the outbox follows the tick.
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const cache = await caches.open('heliograph-sentinel');
        const notes = await Promise.all((await cache.keys()).map(async (key) => (await cache.match(key))?.json()));
        return notes.some(({ highest, acked }) => highest - acked === 1);
      }),
    )
    .toBe(true);
  await page.goto('about:blank');
  await (await phone.devtools()).send('Storage.clearDataForOrigin', { origin: server.origin, storageTypes: 'indexeddb' });
  // Opened again where it was left: that the work is not here is not all there is to say.
  for (const address of [`/app/executions/${x}/steps/s03`, '/app/sync', '/app']) {
    if (address === '/app') await phone.setOnline(true);
    await page.goto(address);
    await expect(page.getByText('Des relevés de ce téléphone ont disparu'), address).toBeVisible();
    await expect(page.getByText(/a effacé 1\srelevé/), address).toBeVisible();
  }
  const desk = await openDesk(server);
  await expect
    .poll(async () => (await desk.ask('device.list')).phones.filter(({ standing }) => standing === 'lost').map(({ lost }) => lost?.ops))
    .toEqual([1]);
  await page.getByRole('button', { name: 'J’ai compris' }).click();
  // It goes once the phone has noted that it was read.
  await expect(page.getByText('Des relevés de ce téléphone ont disparu')).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText('Des relevés de ce téléphone ont disparu')).toHaveCount(0);
});

test('two values that differ are shown with who and when, and settled by one that names them both', async ({ server, openPhone }) => {
  test.slow();
  const desk = await openDesk(server);
  const x = await giveToBoth(desk);
  const [first, second] = [await openPhone(), await openPhone()];
  await getReady(first, TECHNICIAN);
  await getReady(second, SECOND_TECHNICIAN);
  await beginGiven(first.page, x);
  await allSent(first.page);
  for (const { page } of [first, second]) {
    await page.goto(`/app/executions/${x}/steps/s02`);
    await expect(stepScreen(page).choice('Permanent'), 'the step, once the run has come').toBeVisible({ timeout: 60_000 });
  }
  for (const [{ page, setOnline }, answer] of [
    [first, 'Permanent'],
    [second, 'Apparaît et disparaît'],
  ] as const) {
    await setOnline(false);
    await stepScreen(page).choose(answer);
  }
  for (const { page, setOnline } of [first, second]) {
    await setOnline(true);
    await allSent(page);
  }
  const { page } = first;
  await page.goto('/app/attention');
  await expect(page.getByRole('button', { name: 'Garder cette valeur · Apparaît et disparaît' })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(/Yanis Belkacem · /).first()).toBeVisible();
  expect((await desk.execution(x)).conflicts).toEqual(['s02']);
  await page.getByRole('button', { name: 'Garder cette valeur · Permanent' }).click();
  await expect(page.getByRole('button', { name: /^Garder cette valeur · (Permanent|Apparaît et disparaît)$/ })).toHaveCount(0);
  await expect.poll(async () => (await desk.execution(x)).conflicts).toEqual([]);
});

test('signing out with unsent work keeps it, sealed and counted; deleting it takes a typed word', async ({ server, openPhone }) => {
  const desk = await openDesk(server);
  const phone = await openPhone();
  const { page } = phone;
  await getReady(phone);
  const x = await start(page, FAULT);
  await allSent(page);
  await phone.setOnline(false);
  await page.goto(`/app/executions/${x}/steps/s03`);
  await stepScreen(page).write('Code 0x24.');
  const leave = async () => {
    await page.goto('/app/settings');
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
  };
  const sheet = page.getByRole('dialog');
  await leave();
  await expect(sheet).toBeVisible();
  await sheet.getByRole('button', { name: 'Garder ici et se déconnecter' }).click();
  await expect(page.getByText(/:\s1\srelevé$/)).toBeVisible();
  await phone.setOnline(true);
  await signIn(page, TECHNICIAN);
  await allSent(page);
  expect((await desk.execution(x)).history.map(({ operation }) => operation.s)).toContain('s03');
  await phone.setOnline(false);
  await page.goto(`/app/executions/${x}/steps/s04`);
  await stepScreen(page).choose('Sec');
  await expect.poll(() => spared(page), 'the second copy').toEqual({ records: 1, photos: 0 });
  await leave();
  const download = page.waitForEvent('download');
  await sheet.getByRole('button', { name: 'Emporter dans un fichier' }).click();
  const file = await (await download).path();
  await expect(sheet.getByText(/^Fichier prêt/)).toBeVisible();
  await sheet.getByText('Supprimer au lieu de garder').click();
  const erase = sheet.getByRole('button', { name: 'Supprimer et se déconnecter' });
  await expect(erase).toBeDisabled();
  await sheet.getByLabel('Tapez SUPPRIMER pour confirmer').fill('SUPPRIMER');
  await erase.click();
  await expect(page.locator('input[type=password]')).toBeVisible();
  await expect(page.getByText(/:\s1\srelevé$/)).toHaveCount(0);
  expect(await spared(page), 'the second copy goes too').toEqual({ records: 0, photos: 0 });
  await phone.setOnline(true);
  await signIn(page, TECHNICIAN);
  await allSent(page);
  expect((await desk.execution(x)).history.map(({ operation }) => operation.s)).not.toContain('s04');
  // What was taken away in time is not lost after all.
  await page.goto('/app/sync');
  await page.locator('input[type=file]').setInputFiles(file);
  await allSent(page);
  await expect.poll(async () => (await desk.execution(x)).history.map(({ operation }) => operation.s)).toContain('s04');
});

test('a conflict is counted where sending is looked at, and measuring again settles it over both values', async ({ server, openPhone }) => {
  const desk = await openDesk(server);
  const phone = await openPhone();
  const { page } = phone;
  await getReady(phone);
  await page.goto('/app/sync');
  // The line at the top counts what the list behind it shows.
  await expect(field(page).status).toHaveText(/Tout est envoyé · 1\sà\svérifier/);
  await page.getByRole('link', { name: /À vérifier.*1\svaleur à trancher/ }).click();
  await page.getByRole('link', { name: 'Mesurer à nouveau' }).click();
  await page.waitForURL(/\/steps\//);
  const [, x = '', address = ''] = /executions\/([^/]+)\/steps\/([^/]+)/.exec(page.url()) ?? [];
  expect((await desk.execution(x)).conflicts).toEqual([address]);
  const before = headsOf(await desk.execution(x), address);
  expect(before).toHaveLength(2);
  await stepScreen(page).measure('6,4');
  await allSent(page);
  await expect.poll(async () => (await desk.execution(x)).conflicts).toEqual([]);
  const settled = (await desk.execution(x)).history.find(({ operation }) => operation.s === address && !before.includes(operation.id));
  expect(settled?.operation.b?.toSorted(), 'it names them both').toEqual(before.toSorted());
  await page.goto('/app/sync');
  await expect(page.getByRole('link', { name: /Refusés|Relevés refusés et valeurs différentes/ })).toBeVisible();
  await expect(field(page).status).not.toHaveText(/à\svérifier/);
});

/** Ids of the records of one place. */
const headsOf = ({ history }: Awaited<ReturnType<Desk['execution']>>, address: string) =>
  history.flatMap(({ operation }) => (operation.s === address && operation.k === 'step' ? [operation.id] : []));

async function giveToBoth(desk: Desk): Promise<string> {
  const people = await Promise.all(['Camille', 'Yanis'].map(async (query) => (await desk.ask('person.list', { query })).items));
  const { asset, site } = await desk.ask('asset.get', { code: 'GAR-OND07' });
  const { hash } = await desk.ask('procedure.get', { slug: 'insulation-fault-troubleshooting' });
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(Date.now());
  const personIds = people.flatMap(([one]) => (one === undefined ? [] : [one.id]));
  const { id } = await desk.tell('assignment.create', {
    procedure: hash,
    siteId: site.id,
    assetId: asset.id,
    personIds,
    day,
    reported: { alarm: ALARM },
  });
  return id;
}

async function beginGiven(page: Page, x: string): Promise<void> {
  await page.goto(`/app/work/${x}`);
  await begin(page);
}
