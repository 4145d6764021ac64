import { readFile } from 'node:fs/promises';
import { expect, PASSWORD, type Phone, type PhoneOptions, signIn, test } from '@heliograph/tools/browser';
import type { Page } from '@playwright/test';
import { allSent, begin, field, getReady, SUPERVISOR } from './pages/field.ts';
import { stepScreen } from './pages/step.ts';
import { somewhere } from './pages/words.ts';
import { carryOut, complete, SIGNED_OVER } from './pages/work.ts';
import { smallJpegs } from './world/pictures.ts';
import { preventiveOf } from './world/preventive.ts';

const PROCEDURE = "Maintenance préventive d'un onduleur de chaînes";
const NOTE = 'Onduleur neuf : relever la plaque signalétique.';
const RETURNED = 'La puissance relevée est trop basse pour ce soleil.';
const HEADER = 'numéro;type;nom;parent;Numéro de série';
const WRONG = [
  HEADER,
  'GAR-OND90;onduleur de chaînes;OND90;;SN-90',
  'GAR-OND90-CH01;chaine a neige;CH01;GAR-OND90;',
  'GAR-OND90-CH02;chaîne;CH02;GAR-OND91;',
];
const RIGHT = [
  HEADER,
  'GAR-OND90;onduleur de chaînes;OND90;;SN-90',
  'GAR-OND90-CH01;chaîne;CH01;GAR-OND90;',
  'GAR-OND90-CH02;chaîne;CH02;GAR-OND90;',
];

const preventive = preventiveOf({ label: 'GAR-OND90', remark: 'Mise en service de la semaine.', power: '38,6' });

test('a plant comes in from a file, work on it is given, done without a network, sent back, corrected, approved and taken out', async ({
  openPhone,
}) => {
  test.slow();
  const admin = await openDeskOf(openPhone, 'admin@demo.test');
  await bringIn(admin);

  const phone = await openPhone();
  await getReady(phone);
  const office = await openDeskOf(openPhone, SUPERVISOR);
  await give(office);
  const card = phone.page.getByRole('link').filter({ hasText: NOTE });
  await expect(card).toBeVisible({ timeout: 60_000 });
  await phone.setOnline(false);
  await card.click();
  await carryOutAndSend(phone);

  const panel = office.getByRole('complementary', { name: PROCEDURE });
  await expect(panel.getByText('Terminée')).toBeVisible();
  await panel.getByRole('link', { name: 'Ouvrir l’intervention' }).click();
  await sendBack(office);
  await correct(phone);
  await expect(office.getByText('À vous de juger')).toBeVisible({ timeout: 30_000 });
  await office.getByRole('button', { name: 'Valider' }).click();
  await office.getByRole('dialog').getByRole('button', { name: 'Valider' }).click();
  await expect(office.getByRole('dialog')).toHaveCount(0);
  await expect(office.getByText('Validée', { exact: true }).first()).toBeVisible();

  const lines = await takeOut(office);
  expect(lines.filter((line) => line.includes('OND90') && line.includes('45,1'))).toHaveLength(1);
});

type Open = (options: Partial<PhoneOptions>) => Promise<Phone>;

async function openDeskOf(open: Open, account: string): Promise<Page> {
  const { page } = await open({ size: { width: 1440, height: 900 } });
  await signIn(page, account, '/office');
  await expect(page.getByRole('heading', { level: 1, name: 'Interventions' })).toBeVisible();
  return page;
}

test('a session that ends while something is written takes no word of it: signed in again, the page is as it was left', async ({ openPhone }) => {
  const { page, context } = await openPhone({ size: { width: 1440, height: 900 } });
  await signIn(page, SUPERVISOR, '/office');
  await page.goto('/office/remarks');
  const remark = page.getByRole('textbox', { name: 'En français' }).first();
  await remark.fill('Écrit avant la fin de session');
  await context.clearCookies();
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Se reconnecter' })).toBeVisible();
  await expect(page.getByText('telle que vous l’avez laissée')).toBeVisible();
  // No key closes it.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.locator('input[type=password]').fill(PASSWORD);
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(remark).toHaveValue('Écrit avant la fin de session');
});

const csv = (lines: readonly string[]) => ({ name: 'garrigues.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) });

/** The dry run names what is wrong, line by line; the corrected file is written whole. */
async function bringIn(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Sites' }).click();
  await page.getByRole('button', { name: 'Les Garrigues' }).click();
  await page.getByRole('link', { name: 'Importer un fichier' }).click();
  const file = page.locator('input[type=file]');
  await file.setInputFiles(csv(WRONG));
  await expect(page.getByRole('row', { name: /^3 2 · type Ce type d’équipement n’est pas connu/ })).toContainText('chaine a neige');
  await expect(page.getByRole('row', { name: /^4 4 · parent/ })).toContainText('GAR-OND91');
  await file.setInputFiles(csv(RIGHT));
  await expect(page.getByText('Le fichier est bon')).toBeVisible();
  await page.getByRole('button', { name: somewhere('Importer 3 équipements') }).click();
  await page.getByRole('link', { name: 'Voir les équipements' }).click();
  await page.getByRole('searchbox').fill('ond 90');
  await expect(page.getByRole('button', { name: /^OND90/ })).toBeVisible();
}

async function give(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Travail confié' }).click();
  await page.getByRole('link', { name: 'Confier du travail' }).click();
  await page.getByRole('searchbox').fill('onduleur de chaines');
  await page.getByRole('button', { name: new RegExp(`^${PROCEDURE}`) }).click();
  await page.getByLabel('Site').selectOption({ label: 'Les Garrigues' });
  const equipment = page.getByRole('group', { name: 'Équipement' });
  await equipment.getByRole('button', { name: 'Choisir' }).click();
  await equipment.getByRole('searchbox').fill('ond 90');
  await equipment.getByRole('button', { name: /^OND90/ }).click();
  await page.locator('label', { hasText: 'Camille Roussel' }).click();
  await page.getByLabel('Note').fill(NOTE);
  await page.getByRole('button', { name: 'Confier ce travail' }).click();
  const panel = page.getByRole('complementary', { name: PROCEDURE });
  await expect(panel.getByText('Prévue')).toBeVisible();
  // Nobody has to take work back to give it anew: somebody joins, and it stays the same work.
  await panel.getByRole('button', { name: 'Équipe, jour, note…' }).click();
  await panel.locator('label', { hasText: 'Yanis Belkacem' }).click();
  await panel.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(panel.getByText('Camille Roussel et Yanis Belkacem')).toBeVisible();
}

async function carryOutAndSend(phone: Phone): Promise<void> {
  const { page } = phone;
  await page.getByLabel('Avec qui ?').selectOption({ label: 'Yanis Belkacem' });
  await begin(page);
  await carryOut(page, preventive, ({ title }) => title.startsWith('Photos'));
  await stepScreen(page).takePhotos(await smallJpegs(3, 41));
  await stepScreen(page).next();
  await carryOut(page, preventive);
  await complete(page);
  await phone.setOnline(true);
  await allSent(page);
}

async function sendBack(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Renvoyer' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Étape à reprendre').selectOption({ label: '3. Puissance AC relevée' });
  await sheet.getByLabel('Note').fill(RETURNED);
  await sheet.getByRole('button', { name: 'Renvoyer' }).click();
  await expect(sheet).toHaveCount(0);
  await expect(page.getByRole('note').filter({ hasText: RETURNED })).toBeVisible();
}

/** What was sent back is on Today; the step is done again and the work ends anew. */
async function correct({ page }: Phone): Promise<void> {
  await page.goto('/app');
  const card = page.getByRole('link').filter({ hasText: RETURNED });
  await expect(card).toBeVisible({ timeout: 60_000 });
  await card.click();
  const overview = new URL(page.url()).pathname;
  await page.getByRole('link', { name: 'Aller à cette étape' }).click();
  await expect(field(page).title).toHaveText('Puissance AC relevée');
  await stepScreen(page).measure('45,1');
  await page.goto(`${overview}/check`);
  await complete(page, SIGNED_OVER);
  await allSent(page);
}

/** The list as a file, with the filters on screen. */
async function takeOut(page: Page): Promise<readonly string[]> {
  await page.goto('/office');
  await page.getByLabel('État').selectOption({ label: 'Validée' });
  await expect(page.getByRole('row', { name: /OND90/ })).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Exporter en CSV' }).click();
  return (await readFile(await (await download).path(), 'utf8')).split('\n');
}
