import { expect, type Phone, signIn, test } from '@heliograph/tools/browser';
import { driveToTheField, SUPERVISOR } from './pages/field.ts';
import { openDesk } from './world/desk.ts';
import { smallJpegs } from './world/pictures.ts';

const EYE = 'oeil';
const PROPOSAL = {
  ...{ equipment: 'Module', condition: 'worn', confidence: 0.8, interpretation: 'Dépôt sur le bord inférieur.', recommendedAction: 'Nettoyer.' },
  defects: [{ class: 'soiling', severity: 2, confidence: 0.8, box: null, text: 'Bord sale.' }],
};

/** Picks a picture that is on the phone already: the way that opens no camera. */
async function pick({ page }: Phone, from: number): Promise<void> {
  const gallery = page.locator('input[type=file]:not([capture])');
  await expect(gallery).toHaveAttribute('multiple', '');
  await expect(page.locator('input[type=file][capture=environment]')).toHaveCount(1);
  await gallery.setInputFiles(await smallJpegs(1, from));
  await expect(page.getByText('En attente du réseau')).toBeVisible({ timeout: 30_000 });
}

test('a picture from the gallery waits for the network and is analysed; one that is given up before is asked of nobody; a supervisor decides on a phone', async ({
  server,
  models,
  openPhone,
}) => {
  test.slow();
  models.reset();
  models.answer(EYE, { json: PROPOSAL });
  const admin = await openDesk(server, 'admin@demo.test');
  const model = { name: EYE, abilities: ['vision' as const, 'json' as const], price: { input: 1, output: 2 }, contextLength: 8000, isOn: true };
  const place = { kind: 'other' as const, name: 'Galerie', baseUrl: models.baseUrl, apiVersion: null };
  const { id: provider } = await admin.tell('provider.save', { ...place, isOn: true, models: [model] });
  const phone = await driveToTheField(openPhone);
  const { page } = phone;

  await page.goto('/app/analyses');
  await pick(phone, 301);
  await page.getByRole('button', { name: 'Abandonner' }).click();
  await pick(phone, 302);
  await phone.setOnline(true);
  await expect(page.getByText('Salissure').first()).toBeVisible({ timeout: 60_000 });
  expect(models.asked.map(({ pictures }) => pictures)).toEqual([1]);

  const beside = (await openPhone()).page;
  await signIn(beside, SUPERVISOR);
  await beside.goto(page.url());
  await expect(beside.getByRole('button', { name: 'C’est juste' })).toBeVisible();
  await beside.getByRole('button', { name: 'Rejeter' }).click();
  const why = beside.getByRole('dialog', { name: 'Rejeter' });
  await why.getByLabel('Pourquoi').fill('Ombre portée, rien de sale.');
  await why.getByRole('button', { name: 'Rejeter' }).click();
  await expect(beside.getByRole('region', { name: 'Décision' })).toContainText('Ombre portée, rien de sale.');
  // Of the technician who asked, nothing is asked.
  await page.reload();
  await expect(page.getByRole('region', { name: 'Décision' })).toContainText('Ombre portée, rien de sale.');
  await expect(page.getByRole('button', { name: 'Rejeter' })).toHaveCount(0);
  await admin.tell('provider.remove', { id: provider });
});
