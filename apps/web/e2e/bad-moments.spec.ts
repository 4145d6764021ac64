import { expect, test } from '@heliograph/tools/browser';
import { allSent, getReady, SECOND_TECHNICIAN, start } from './pages/field.ts';
import { stepScreen } from './pages/step.ts';
import { openDesk } from './world/desk.ts';

const FAULT = { procedure: "Dépannage : défaut d'isolement onduleur", code: 'GAR-OND07', second: 'Camille Roussel' };

test('work that the browser lost is told to the person by its count, and to the office', async ({ server, openPhone }) => {
  const phone = await openPhone();
  const { page } = phone;
  await getReady(phone, SECOND_TECHNICIAN);
  const x = await start(page, FAULT);
  await allSent(page);
  await phone.setOnline(false);
  await page.goto(`/app/executions/${x}/steps/s03`);
  await stepScreen(page).write('Code 0x24.');
  // The note beside the outbox is written a moment after the tick.
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
  await phone.setOnline(true);
  await page.goto('/app');
  await expect(page.getByText('Des relevés de ce téléphone ont disparu')).toBeVisible();
  await expect(page.getByText(/a effacé 1\srelevé/)).toBeVisible();
  const desk = await openDesk(server);
  await expect
    .poll(async () => (await desk.ask('device.list')).phones.filter(({ standing }) => standing === 'lost').map(({ lost }) => lost?.ops))
    .toEqual([1]);
  await page.getByRole('button', { name: 'J’ai compris' }).click();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText('Des relevés de ce téléphone ont disparu')).toHaveCount(0);
});
