import { expect, test } from '@heliograph/tools/browser';
import { allSent, driveToTheField, field, getReady, SECOND_TECHNICIAN, start } from './pages/field.ts';
import { openOffice } from './pages/office.ts';
import { openDesk } from './world/desk.ts';
import { smallJpegs } from './world/pictures.ts';

const TITLE = 'Le capot s’arrache au vent';

test('a tip written in a step with no network is found at once, arrives once with its photo, and is read by others once a supervisor approved it', async ({
  server,
  openPhone,
}) => {
  test.slow();
  const desk = await openDesk(server);
  const phone = await driveToTheField(openPhone);
  const { page } = phone;
  const x = await start(page, { procedure: "Dépannage : défaut d'isolement onduleur", code: 'GAR-OND07' });
  await page.goto(`/app/executions/${x}/steps/s02`);
  await page.getByRole('button', { name: 'Conseil', exact: true }).click();
  await expect(field(page).title).toHaveText('Nouveau conseil');
  await page.getByLabel('En une phrase').fill(TITLE);
  await page.getByLabel('Le conseil').fill('Le retenir d’une main avant d’ouvrir la seconde vis.');
  await page.getByLabel('Mots-clés').fill('rafale');
  const [photo] = await smallJpegs(1, 71);
  if (photo === undefined) throw new Error('no picture');
  await page.locator('input[type=file]').first().setInputFiles(photo);
  await expect(page.getByRole('button', { name: 'Photo 1', exact: true })).toBeVisible({ timeout: 30_000 });
  // Nothing that was typed is lost by a reload, the photo included.
  await page.reload();
  await expect(page.getByLabel('En une phrase')).toHaveValue(TITLE);
  await expect(page.getByRole('button', { name: 'Photo 1', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Proposer ce conseil' }).click();

  // Back at the step, which shows it; and found by its keyword.
  await expect(page.getByRole('region', { name: 'Conseils pour cette étape' }).getByText(TITLE)).toBeVisible();
  await page.goto('/app/library');
  await page.getByRole('searchbox').fill('rafales');
  await expect(page.getByRole('button', { name: TITLE })).toBeVisible();

  await phone.setOnline(true);
  await allSent(page);
  const proposed = async () => (await desk.ask('tip.list', { state: 'submitted' })).items.filter(({ title }) => title.fr === TITLE);
  expect(await proposed()).toMatchObject([{ photos: [{}], links: { steps: [{ step: 's02' }] } }]);
  const [tip] = await proposed();
  if (tip === undefined) throw new Error('the tip did not arrive');
  const sha = tip.photos[0]?.sha ?? '';
  await expect.poll(async () => (await desk.photo(sha).catch(() => Buffer.alloc(0))).length, { timeout: 30_000 }).toBeGreaterThan(10_000);

  // A colleague is told nothing of it before it was read.
  const colleague = await openPhone();
  await getReady(colleague, SECOND_TECHNICIAN);
  await colleague.page.goto('/app/tips');
  await expect(colleague.page.getByRole('button', { name: 'Écouter les ventilateurs avant d’ouvrir' })).toBeVisible();
  await expect(colleague.page.getByRole('button', { name: TITLE })).toHaveCount(0);

  const office = await openOffice(openPhone);
  await office.page.getByRole('link', { name: 'Conseils' }).click();
  await office.row(new RegExp(TITLE)).click();
  const panel = office.page.getByRole('complementary', { name: TITLE });
  await expect(panel.getByText('Personne d’autre que son auteur ne le voit encore.')).toBeVisible();
  await panel.getByRole('button', { name: 'Approuver' }).click();
  await expect(office.row(new RegExp(TITLE)).getByText('Approuvé')).toBeVisible();
  await office.wasNeverReloaded();

  // Opening the app is a look at the server: nobody waits for the next one.
  await colleague.page.reload();
  await expect(colleague.page.getByRole('button', { name: TITLE })).toBeVisible({ timeout: 60_000 });
  await colleague.setOnline(false);
  await colleague.page.getByRole('button', { name: TITLE }).click();
  await colleague.page.getByRole('dialog').getByRole('button', { name: 'Utile' }).click();
  await expect(colleague.page.getByText('1 personne l’a trouvé utile')).toBeVisible();
});
