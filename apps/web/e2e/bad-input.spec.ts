import { expect, test } from '@heliograph/tools/browser';
import { allSent, driveToTheField, field, start } from './pages/field.ts';
import { choosePhotos, stepScreen } from './pages/step.ts';
import { eachOnce } from './world/counters.ts';
import { openDesk } from './world/desk.ts';
import { readDisk } from './world/disk.ts';
import { jpeg, svg, textNamedJpeg, truncatedJpeg } from './world/pictures.ts';

const PREVENTIVE = { procedure: "Maintenance préventive d'un onduleur de chaînes", code: 'GAR-OND05' };

test('a wrong password says so, and nothing of the form is lost', async ({ openPhone }) => {
  const { page } = await openPhone();
  await page.goto('/app');
  await page.getByLabel('Adresse e-mail').fill('tech@demo.test');
  await page.getByLabel('Mot de passe', { exact: true }).fill('pas-le-bon');
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await expect(page.getByRole('alert')).toContainText('L’adresse e-mail ou le mot de passe est faux');
  await expect(page.getByLabel('Adresse e-mail')).toHaveValue('tech@demo.test');
});

test('files that are no photos are refused in plain words; a huge one is taken; the queue goes on', async ({ server, openPhone }) => {
  const desk = await openDesk(server);
  const phone = await driveToTheField(openPhone);
  const { page } = phone;
  const x = await start(page, PREVENTIVE);
  await page.goto(`/app/executions/${x}/steps/s02`);
  await page.getByRole('button', { name: /^Photo/ }).click();
  const sheet = page.getByRole('dialog');
  const said = sheet.getByRole('alert');
  for (const [file, words] of [
    [textNamedJpeg, /n’est pas une image/],
    [svg, /format d’image n’est pas pris en charge/],
    [await truncatedJpeg(), /fichier est incomplet/],
    [{ ...textNamedJpeg, name: 'vide.jpg', buffer: Buffer.alloc(0) }, /n’est pas une image|est incomplet/],
  ] as const) {
    await choosePhotos(page, [file]);
    await expect(said, file.name).toHaveText(words);
    expect((await readDisk(page)).photos, file.name).toEqual([]);
  }
  // 48 megapixels, from the best of today's phones.
  await choosePhotos(page, [await jpeg(48, { width: 8000, height: 6000 })]);
  await expect(sheet.getByRole('button', { name: /^Photo \d/ })).toHaveCount(1, { timeout: 30_000 });
  await expect(said).toHaveCount(0);
  await sheet.getByRole('button', { name: 'Fermer' }).click();
  await phone.setOnline(true);
  await allSent(page);
  await eachOnce(await readDisk(page), x, desk);
  const { photos } = await desk.execution(x);
  expect(photos.map(({ file }) => file.state)).toEqual(['stored']);
});

test('what is no reading is never recorded, and stays on the screen with what to do', async ({ openPhone }) => {
  const { page } = await driveToTheField(openPhone);
  const x = await start(page, PREVENTIVE);
  const step = stepScreen(page);
  await page.goto(`/app/executions/${x}/steps/s03`);
  for (const nonsense of ['NaN', '1e400', '12,4,5', '--3', 'douze', '∞', '9'.repeat(60)]) {
    await step.number.fill(nonsense);
    await step.number.press('Enter');
    await expect(page.getByText(/Ce n’est pas un nombre|Ce nombre est trop long/).filter({ visible: true }), nonsense).toBeVisible();
    await expect(step.number, nonsense).toHaveValue(nonsense);
  }
  expect((await readDisk(page)).operations.filter(({ k }) => k === 'step')).toEqual([]);
  // The longest note there is room for, with every trouble a keyboard can make.
  await page.goto(`/app/executions/${x}/steps/s02`);
  await step.write(`𝕊ol☀️\u0301 ${'👩‍🔧'.repeat(400)} \u200f{{x}} <script>alert(1)</script>`);
  const [record] = (await readDisk(page)).operations.filter(({ k }) => k === 'step');
  expect(JSON.stringify(record?.p)).toContain('<script>alert(1)</script>');
  await page.reload();
  await expect(step.text).toHaveValue(/👩‍🔧.*<script>alert\(1\)<\/script>$/s);
});

test('the label of another site is asked about, and an unknown one is kept with its doubt', async ({ openPhone }) => {
  const { page } = await driveToTheField(openPhone);
  const x = await start(page, PREVENTIVE);
  const step = stepScreen(page);
  await page.goto(`/app/executions/${x}/steps/s01`);
  const label = page.getByLabel('Code de l’étiquette');
  await label.fill('MER-OND02');
  await page.getByRole('button', { name: 'Valider le code' }).click();
  await expect(step.alert.or(page.getByRole('status')).filter({ hasText: 'OND02' })).toBeVisible();
  expect((await readDisk(page)).operations.filter(({ k }) => k === 'step')).toEqual([]);
  await label.fill('PAS-UN-CODE');
  await page.getByRole('button', { name: 'Valider le code' }).click();
  await expect(field(page).savedHere).toBeVisible();
  await expect(page.getByText(/PAS-UN-CODE/).first()).toBeVisible();
});
