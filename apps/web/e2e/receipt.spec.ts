import { expect, signIn, test } from '@heliograph/tools/browser';
import { allSent, getReady, start } from './pages/field.ts';
import { stepScreen } from './pages/step.ts';
import { openDesk } from './world/desk.ts';
import { smallJpegs } from './world/pictures.ts';

test('the receipt of an intervention says saved, then delivered, and the phone and the office come to the same digits', async ({
  server,
  openPhone,
}) => {
  const desk = await openDesk(server);
  const phone = await openPhone();
  const { page } = phone;
  await getReady(phone);
  const x = await start(page, { procedure: "Maintenance préventive d'un onduleur de chaînes", code: 'GAR-OND06' });
  await allSent(page);
  await phone.setOnline(false);
  const step = stepScreen(page);
  await page.goto(`/app/executions/${x}/steps/s02`);
  await step.write('Rien à signaler.');
  await step.next();
  await step.attachPhotos(await smallJpegs(1, 31));
  await page.goto(`/app/executions/${x}/receipt`);
  await expect(page.getByText('Une partie est encore en route')).toBeVisible();
  const records = page.getByRole('main').locator('ol > li');
  await expect(records.filter({ hasText: 'Enregistré' })).toHaveCount(2);
  await phone.setOnline(true);
  await expect(page.getByText('Tout est délivré')).toBeVisible({ timeout: 30_000 });
  await expect(records.filter({ hasText: 'Délivré' })).toHaveCount(await records.count());
  // The server has read the id by its schema before.
  const receipt = await desk.ask('execution.receipt', { id: x as Parameters<typeof desk.execution>[0] as never });
  expect(receipt.count).toMatchObject({ records: await records.count(), photos: 1, photosDelivered: 1 });
  const digits = (receipt.fingerprint.match(/.{8}/g) ?? []).join(' ');
  await expect(page.getByText(digits)).toBeVisible();
  const office = await openPhone({ size: { width: 1440, height: 900 } });
  await signIn(office.page, 'supervisor@demo.test', '/office');
  await office.page.goto(`/office/executions/${x}`);
  await office.page.getByRole('link', { name: 'Accusé de réception' }).click();
  await expect(office.page.getByText(digits)).toBeVisible();
  await expect(office.page.getByRole('table').getByText('Délivré')).toHaveCount(receipt.records.length);
});
