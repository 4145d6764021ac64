import { expect, type Phone, type Server, startServer, test } from '@heliograph/tools/browser';
import type { Page } from '@playwright/test';
import { somewhere } from './pages/words.ts';

const DESK = { width: 1440, height: 900 };
const ADMIN = { name: 'Solène Garnier', email: 'solene@larzac.test', password: 'onze moutons bleus sur la crête' };
const NADIA = { name: 'Nadia Roux', email: 'nadia@larzac.test', password: 'sept pigeons gris au grenier' };

/** As an operator reads it in the window where the server started. */
function codeOf(server: Server): string {
  const code = /code: ([0-9A-Z]{4}(?:-[0-9A-Z]{4}){2})/.exec(server.output())?.[1];
  if (code === undefined) throw new Error(`The server printed no code:\n${server.output()}`);
  return code;
}

const field = (page: Page, label: string) => page.getByRole('main').getByLabel(label, { exact: true });

async function setUp(page: Page, code: string): Promise<void> {
  await page.goto('/office');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Premier démarrage');
  await field(page, 'Nom de l’organisation').fill('Énergies du Larzac');
  await field(page, 'Fuseau horaire').fill('Europe/Paris');
  await field(page, 'Votre nom').fill(ADMIN.name);
  await field(page, 'Adresse e-mail').fill(ADMIN.email);
  await field(page, 'Nom du site').fill('Les Causses');
  await expect(field(page, 'Repère du site')).toHaveValue('CAU');
  await field(page, 'Mot de passe').fill('Les Causses 2026');
  await field(page, 'Code à usage unique').fill('AAAA-BBBB-CCCC');
  const create = page.getByRole('button', { name: 'Créer l’organisation' });
  await create.click();
  await expect(page.getByRole('alert').getByRole('link', { name: somewhere('Trop facile à deviner') })).toBeVisible();
  await field(page, 'Mot de passe').fill(ADMIN.password);
  await create.click();
  await expect(page.getByRole('alert').getByRole('link', { name: somewhere('Ce n’est pas le code de ce serveur') })).toBeVisible();
  await field(page, 'Code à usage unique').fill(code.toLowerCase().replaceAll('-', ' '));
  await create.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Interventions');
}

/** @returns the link that is handed over */
async function invite(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Inviter un technicien' }).click();
  await page.getByRole('button', { name: 'Inviter quelqu’un' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Nom', { exact: true }).fill(NADIA.name);
  await sheet.getByLabel('Adresse e-mail').fill(NADIA.email);
  await sheet.getByRole('button', { name: 'Créer l’invitation' }).click();
  await expect(sheet.getByRole('img', { name: somewhere(`Lien d’invitation pour ${NADIA.name}`) })).toBeVisible();
  const link = new URL((await sheet.locator('code').textContent()) ?? '');
  await sheet.getByRole('button', { name: 'Fermer' }).click();
  await expect(page.getByRole('list', { name: 'Invitations en attente' })).toContainText(NADIA.email);
  return link.pathname + link.hash;
}

async function accept({ page }: Phone, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bienvenue chez Énergies du Larzac');
  await field(page, 'Mot de passe').fill(NADIA.password);
  await expect(page.getByText(somewhere(`Au moins 15 caractères (${NADIA.password.length} sur 15)`))).toBeVisible();
  await page.getByRole('button', { name: 'Rejoindre' }).click();
  await expect(page).toHaveURL(/\/app$/);
}

/** Chosen without a network; her account hears of it once there is one. */
async function readsInTheDark({ page, setOnline }: Phone): Promise<void> {
  await page.getByRole('link', { name: 'Plus' }).click();
  await page.getByRole('link', { name: /^Réglages/ }).click();
  await setOnline(false);
  await page.locator('label', { hasText: 'Sombre' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'sombre');
  const told = page.waitForResponse(/preference\.set/);
  await setOnline(true);
  await told;
}

async function signIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.locator('input[type=email]').fill(NADIA.email);
  await page.locator('input[type=password]').fill(NADIA.password);
  await page.keyboard.press('Enter');
}

test('a new server is set up with the code it printed, a technician comes in by a link, and both stand in the record; how she reads follows her', async ({
  openPhone,
}) => {
  const server = await startServer({ env: { DEMO: 'off' } });
  try {
    const { page } = await openPhone({ origin: server.origin, size: DESK });
    await setUp(page, codeOf(server));
    const path = await invite(page);

    const phone = await openPhone({ origin: server.origin });
    await accept(phone, path);
    const late = await openPhone({ origin: server.origin });
    await late.page.goto(path);
    await expect(late.page.getByRole('heading', { level: 1 })).toHaveText('Ce lien a déjà servi');

    // She came in without the office asking again: its list is live.
    await expect(page.getByRole('row', { name: new RegExp(NADIA.name) })).toBeVisible({ timeout: 20_000 });
    await page.getByRole('link', { name: 'Activité' }).click();
    await expect(page.getByRole('row', { name: new RegExp(`${ADMIN.name}.*Organisation créée`) })).toBeVisible();
    await expect(page.getByRole('row', { name: new RegExp(`${ADMIN.name}.*Invitation.*${NADIA.name}`) })).toBeVisible();
    await expect(page.getByRole('row', { name: new RegExp(`${NADIA.name}.*Arrivée dans l’équipe`) })).toBeVisible();

    await readsInTheDark(phone);
    await signIn(late.page);
    await expect(late.page.locator('html')).toHaveAttribute('data-theme', 'sombre');
  } finally {
    await server.stop();
  }
});
