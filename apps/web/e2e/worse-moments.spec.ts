import { readFile } from 'node:fs/promises';
import { expect, PASSWORD, test } from '@heliograph/tools/browser';
import { allSent, field, getReady, start } from './pages/field.ts';
import { stepScreen } from './pages/step.ts';
import { openDesk } from './world/desk.ts';
import { noted, readDisk } from './world/disk.ts';

const FAULT = { procedure: "Dépannage : défaut d'isolement onduleur", code: 'GAR-OND03' };

test('a session that ended says how much waits for a sign-in, and the work goes on until then', async ({ server, openPhone }) => {
  const desk = await openDesk(server);
  const phone = await openPhone();
  const { page } = phone;
  const step = stepScreen(page);
  await getReady(phone);
  const x = await start(page, FAULT);
  await allSent(page);
  await phone.setOnline(false);
  await page.goto(`/app/executions/${x}/steps/s03`);
  await step.write('Code 0x24.');
  await phone.context.clearCookies();
  await phone.setOnline(true);
  await page.goto('/app/sync');
  await expect(page.getByRole('note').getByText('Reconnectez-vous pour envoyer 1 relevé')).toBeVisible({ timeout: 30_000 });
  await page.goto(`/app/executions/${x}/steps/s04`);
  await step.choose('Sec');
  await page.goto('/app/sync');
  await expect(page.getByRole('note').getByText('Reconnectez-vous pour envoyer 2 relevés')).toBeVisible();
  const password = page.locator('input[type=password]');
  await password.fill('half a pass');
  // Back from the app that keeps the passwords: sending is tried again, and the form stays as it is.
  const refused = page.waitForResponse(/sync\.exchange/);
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await refused;
  await expect(password).toHaveValue('half a pass');
  await password.fill(PASSWORD);
  await password.press('Enter');
  await allSent(page);
  expect((await desk.execution(x)).history.map(({ operation }) => operation.s)).toEqual(expect.arrayContaining(['s03', 's04']));
});

test('a memory that does not open says what waits in it, hands it out in a file, and opens again once it can', async ({ openPhone }) => {
  const phone = await openPhone();
  const { page } = phone;
  await page.addInitScript(brokenWhileAsked);
  await getReady(phone);
  const x = await start(page, FAULT);
  await allSent(page);
  await phone.setOnline(false);
  await page.goto(`/app/executions/${x}/steps/s03`);
  await stepScreen(page).write('Code 0x24.');
  await expect.poll(() => noted(page), 'the note beside the outbox').toBe(1);
  await page.evaluate(() => sessionStorage.setItem('broken', 'yes'));
  await page.goto('/app');
  await expect(page.getByRole('heading', { name: 'La mémoire de ce téléphone ne s’ouvre pas' })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(/il y reste à envoyer\s: 1\srelevé\./)).toBeVisible();
  await page.evaluate(() => sessionStorage.removeItem('broken'));
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Emporter dans un fichier' }).click();
  expect(await readFile(await (await download).path(), 'utf8')).toContain('Code 0x24.');
  await expect(page.getByText(/^Fichier prêt/)).toBeVisible();
  await page.getByRole('button', { name: 'Réessayer' }).click();
  await expect(field(page).status).toBeVisible();
  expect((await readDisk(page)).operations.at(-1)).toMatchObject({ s: 's03' });
});

/** A browser whose databases fail to open while it is asked to, as they do after a crash of its storage. */
function brokenWhileAsked(): void {
  const open = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function (...args) {
    if (sessionStorage.getItem('broken') === null || !args[0].startsWith('outbox:')) return open.apply(this, args);
    throw new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError');
  };
}
