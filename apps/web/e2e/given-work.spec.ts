import { expect, test } from '@heliograph/tools/browser';
import type { Page } from '@playwright/test';
import { allSent, begin, field, getReady } from './pages/field.ts';
import { stepScreen } from './pages/step.ts';
import { somewhere } from './pages/words.ts';
import { carryOut, complete, SIGNED_OVER } from './pages/work.ts';
import { type Desk, openDesk } from './world/desk.ts';
import { readDisk } from './world/disk.ts';
import { smallJpegs } from './world/pictures.ts';
import { preventiveOf } from './world/preventive.ts';

const ALARM = 'F117 « Riso bas »';
const ALARM_OF_ANOTHER = 'F204 « Ventilateur »';
const NOTE = 'Les arbres de l’est font de l’ombre le matin.';
const preventive = preventiveOf({ label: 'GAR-OND06', remark: 'Aucune alarme depuis la dernière visite.', power: '48,6' });

test('work given while the phone has a network is done without one, conditions and all; taken back meanwhile it arrives whole and flagged', async ({
  server,
  openPhone,
}) => {
  test.slow();
  const desk = await openDesk(server);
  const phone = await openPhone();
  const { page } = phone;
  await getReady(phone);
  const x = await give(desk);
  await lookAgain(page);
  const card = page.getByRole('link').filter({ hasText: somewhere(ALARM) });
  await expect(card, 'the work is there at the next look').toBeVisible({ timeout: 60_000 });
  await expect(card).toContainText('Prendre la caméra thermique');

  await phone.setOnline(false);
  await card.click();
  await expect(page.getByText(somewhere(ALARM))).toBeVisible();
  if ((await page.getByLabel('Avec qui ?').count()) > 0) await page.getByLabel('Avec qui ?').selectOption({ label: 'Yanis Belkacem' });
  expect(await begin(page)).toBe(x);
  await page.getByRole('link', { name: 'Retour' }).click();
  await writeConditions(page);
  await expect(page.getByRole('link', { name: /Conditions sur site/ })).toContainText(somewhere('812 W/m²'));
  await expect(page.getByText('étalonnage échu')).toBeVisible();

  await desk.tell('assignment.withdraw', { id: x, reason: 'Orage annoncé' });
  await page.getByRole('link', { name: 'Commencer' }).click();
  await carryOut(page, preventive, ({ title }) => title.startsWith('Photos'));
  await stepScreen(page).takePhotos(await smallJpegs(3, 31));
  await stepScreen(page).next();
  await carryOut(page, preventive);
  await complete(page);

  await phone.setOnline(true);
  await allSent(page);
  await expect(page.getByText(somewhere('Retirée par'))).toBeVisible();
  const opened = await desk.execution(x);
  const ofPhone = opened.history.filter(({ operation }) => operation.k !== 'plan' && operation.k !== 'cancel').map(({ operation }) => operation.id);
  const recorded = (await readDisk(page)).operations.filter((operation) => operation.x === x).map(({ id }) => id);
  expect(ofPhone.toSorted()).toEqual(recorded.toSorted());
  expect(opened.execution.status).toBe('completed');
  expect(opened.conditions).toMatchObject({ irradiance: '812', moduleTemperature: '41.5', airTemperature: '24.5', sky: 'clear' });
  const mine = opened.history.filter(({ operation }) => operation.k === 'step');
  expect(mine.length).toBeGreaterThan(10);
  expect(mine.every(({ flags }) => flags.includes('after_cancel'))).toBe(true);
});

test('who is taken off given work meanwhile is told in the run and on Today; what was recorded is delivered', async ({ server, openPhone }) => {
  test.slow();
  const desk = await openDesk(server);
  const phone = await openPhone();
  const { page } = phone;
  await getReady(phone);
  const x = await give(desk, ALARM_OF_ANOTHER);
  await lookAgain(page);
  const card = page.getByRole('link').filter({ hasText: somewhere(ALARM_OF_ANOTHER) });
  await expect(card, 'the work appears by itself, or at the next look').toBeVisible({ timeout: 60_000 });
  await notBegun(desk, page);
  await phone.setOnline(false);
  await card.click();
  if ((await page.getByLabel('Avec qui ?').count()) > 0) await page.getByLabel('Avec qui ?').selectOption({ label: 'Yanis Belkacem' });
  expect(await begin(page)).toBe(x);
  await page.getByRole('link', { name: 'Retour' }).click();
  await writeConditions(page);

  await takeOff(desk, x);
  await phone.setOnline(true);
  await allSent(page);
  await expect(page.getByText(somewhere('Confié à l’équipe de Nîmes'))).toBeVisible();
  await page.goto('/app');
  await expect(page.getByText(somewhere('Confié à l’équipe de Nîmes'))).toBeVisible();
  await expect(page.locator(`a[href="/app/executions/${x}"]`)).toHaveCount(0);
  const { conditions } = await desk.execution(x);
  expect(conditions).toMatchObject({ irradiance: '812' });
});

test('what a reviewer sends back is on Today with its note, is corrected without a network and completed again', async ({ server, openPhone }) => {
  const desk = await openDesk(server);
  const technician = await openDesk(server, 'tech@demo.test');
  const { user } = await technician.ask('auth.me');
  const { items } = await desk.ask('execution.list', { status: 'completed', personId: user.id });
  const found = items.find(({ procedure }) => procedure.slug === 'vegetation-control-inspection');
  if (found === undefined) throw new Error('The demonstration holds no completed inspection of the vegetation.');
  const before = await desk.execution(found.id);
  await desk.tell('review.return', { id: found.id, seen: found.head, note: NOTE, step: 's06' });

  const phone = await openPhone();
  const { page } = phone;
  await getReady(phone);
  await phone.setOnline(false);
  const card = page.getByRole('link').filter({ hasText: NOTE });
  await expect(card).toContainText('Renvoyée par');
  await card.click();
  await expect(page.getByRole('note').filter({ hasText: NOTE })).toBeVisible();
  // Every step was done: the way on is the one that was sent back, and then the end.
  await page.getByRole('link', { name: 'Reprendre à l’étape 6' }).click();
  await expect(page.getByText('demande de revoir cette étape')).toBeVisible();
  await expect(field(page).title).toHaveText(somewhere('Période de l'));
  await stepScreen(page).choose('Matin');
  await page.getByRole('button', { name: 'Vérifier et terminer' }).click();
  await complete(page, SIGNED_OVER);

  await phone.setOnline(true);
  await allSent(page);
  const after = await desk.execution(found.id);
  expect([after.execution.status, after.returned]).toEqual(['completed', null]);
  expect(after.history.length).toBeGreaterThan(before.history.length);
  await page.goto('/app');
  await expect(field(page).title).toBeVisible();
  await expect(page.getByText(NOTE)).toHaveCount(0);
});

/** As a supervisor gives work from the desk, for today. */
async function give(desk: Desk, alarm = ALARM) {
  const technician = await desk.ask('person.list', { query: 'Camille' });
  const [person] = technician.items;
  const { asset, site } = await desk.ask('asset.get', { code: 'GAR-OND06' });
  const { hash } = await desk.ask('procedure.get', { slug: 'string-inverter-preventive' });
  if (person === undefined) throw new Error('Nobody to give the work to.');
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(Date.now());
  const about = { note: 'Prendre la caméra thermique.', reported: { alarm } };
  const { id } = await desk.tell('assignment.create', { procedure: hash, siteId: site.id, assetId: asset.id, personIds: [person.id], day, ...about });
  return id;
}

async function takeOff(desk: Desk, id: string): Promise<void> {
  const { items } = await desk.ask('person.list', { query: 'Camille' });
  await desk.tell('assignment.withdraw', { id, reason: 'Confié à l’équipe de Nîmes', personIds: items.map((person) => person.id) });
}

/** Opening the app is a look at the server: nobody waits for the next one. */
const lookAgain = (page: Page) => page.goto('/app');

/** Work that was never begun leaves the phone, and is said to have left until it is understood. */
async function notBegun(desk: Desk, page: Page): Promise<void> {
  const x = await give(desk, 'F300');
  await lookAgain(page);
  await expect(page.getByRole('link').filter({ hasText: 'F300' })).toBeVisible({ timeout: 60_000 });
  await takeOff(desk, x);
  await lookAgain(page);
  const notice = page.getByText(somewhere('Le bureau a confié ce travail à d’autres'));
  await expect(notice).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('link').filter({ hasText: 'F300' })).toBeHidden();
  await page.getByRole('button', { name: 'J’ai compris' }).click();
  await expect(notice).toBeHidden();
}

async function writeConditions(page: Page): Promise<void> {
  await page.getByRole('link', { name: /Conditions sur site/ }).click();
  await page.getByLabel('Éclairement dans le plan').fill('812');
  await page.getByLabel('Température du module').fill('41,5');
  await page.getByLabel('Température de l’air').fill('24.5');
  await page.getByLabel('Ciel').selectOption({ label: 'Ciel clair' });
  await page.getByRole('button', { name: 'Ajouter un appareil' }).click();
  await page.getByLabel('Nom de l’appareil').fill('Solarimètre');
  await page.getByLabel('Numéro de série').fill('PY-7');
  await page.getByLabel('Date d’étalonnage').fill('2020-01-12');
  await page.getByRole('button', { name: 'Enregistrer les conditions' }).click();
}
