import { expect, test } from '@heliograph/tools/browser';
import { driveToTheField, start } from './pages/field.ts';
import { drawSignature, stepScreen } from './pages/step.ts';

const GROWTH = { procedure: "Contrôle de la végétation et de l'ombrage", code: 'GAR-TA', second: null, roles: [] };

test('a code that is typed is read when one goes on, and the wrong place is asked about; what is left is named, a few steps at a time', async ({
  openPhone,
}) => {
  const { page } = await driveToTheField(openPhone);
  const x = await start(page, { procedure: "Dépannage : défaut d'isolement onduleur", code: 'GAR-OND05' });
  const step = stepScreen(page);
  const code = page.getByLabel('Code de l’étiquette');

  // Of another inverter: asked about, and the person stays.
  await code.fill('GAR-OND04');
  await page.getByRole('button', { name: 'Suivant' }).click();
  await expect(page.getByRole('status').getByText('OND04 n’est pas l’équipement prévu (OND05).', { exact: false })).toBeVisible();
  await expect(step.title).toHaveText("Identifier l'onduleur");
  await code.fill('GAR-OND05');
  await page.getByRole('button', { name: 'Suivant' }).click();
  await expect(step.title).toHaveText("Type d'alarme");
  await page.goto(`/app/executions/${x}/check`);
  await expect(page.getByRole('link', { name: /1\. Identifier l'onduleur/ })).toContainText('GAR-OND05');

  // Many steps are left: the first few are named with their string, not all of them.
  await page.getByRole('button', { name: 'Terminer l’intervention' }).click();
  const left = page.getByRole('alert');
  await expect(left.getByRole('link')).toHaveCount(5);
  await expect(left).toContainText(/^Il reste \d+\sétapes à remplir/);
});

test('a drawing that nobody signed keeps the person on its step, and the drawing with them', async ({ openPhone }) => {
  const { page } = await driveToTheField(openPhone);
  const x = await start(page, GROWTH);
  await page.goto(`/app/executions/${x}/steps/s02`);
  await stepScreen(page).choose('Conforme');
  await page.goto(`/app/executions/${x}/check`);
  await page.getByRole('link', { name: /Signature/ }).click();
  await drawSignature(page);
  await page.getByRole('button', { name: 'Vérifier et terminer' }).click();
  await expect(page.getByText('Votre signature n’est pas encore enregistrée.', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: /^Signer en tant que/ }).click();
  await expect(page.getByText(/^Signé par/)).toBeVisible();
  await page.getByRole('button', { name: 'Vérifier et terminer' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vérifier et terminer');
});

test('work begun by mistake is parked with one touch and waits below the rest; going on is one tap', async ({ openPhone }) => {
  const { page } = await driveToTheField(openPhone);
  await start(page, GROWTH);
  await page.getByRole('link', { name: 'Retour' }).click();
  await page.getByRole('button', { name: 'Suspendre' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: 'Commencée par erreur' }).click();
  await sheet.getByRole('button', { name: 'Suspendre' }).click();
  await expect(page.getByText('Intervention suspendue : Commencée par erreur')).toBeVisible();
  await page.getByRole('button', { name: 'Reprendre' }).click();
  await expect(page).toHaveURL(/\/steps\//);
});
