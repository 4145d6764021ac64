import { rm } from 'node:fs/promises';
import { test as base, copyDataDir, expect, type Server, seeded, signIn, startServer } from '@heliograph/tools/browser';
import type { Page } from '@playwright/test';
import { allSent, getReady, start } from './pages/field.ts';
import { listen } from './pages/heard.ts';
import { stepScreen } from './pages/step.ts';
import { type Desk, openDesk } from './world/desk.ts';
import { NAUGHTY, NAUGHTY_TEXT, naughtyPlant } from './world/naughty.ts';
import { smallJpegs } from './world/pictures.ts';

/** Its own server: no other journey shall meet these names. */
const test = base.extend<{ plant: Server }>({
  plant: async ({ models }, use) => {
    const dataDir = await copyDataDir(seeded());
    const server = await startServer({ dataDir, env: { AI_TRUSTED_ORIGINS: models.origin } });
    await use(server);
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  },
});

const FAULT = { procedure: "Dépannage : défaut d'isolement onduleur", code: 'GAR-OND07' };
const [SCRIPT = '', IMAGE = ''] = NAUGHTY;

test('what people and models write stands in every list of phone and office as it was written, runs nowhere and pushes nothing aside', async ({
  plant: server,
  models,
  openPhone,
}) => {
  test.setTimeout(180_000);
  models.reset();
  const made = await naughtyPlant(server, models);
  const phone = await openPhone({ origin: server.origin });
  const heard = listen(phone);
  await getReady(phone);
  const x = await start(phone.page, FAULT);
  await remark(phone.page, x);
  const analysis = await analyse(phone.page, await openDesk(server, 'admin@demo.test'));
  await allSent(phone.page);
  for (const path of [
    `/app/executions/${x}/steps/s03`,
    `/app/executions/${x}/read`,
    '/app/library',
    `/app/procedures/${made.procedure.hash}`,
    '/app/tips',
    '/app/assets',
    `/app/assets/${made.asset}`,
    `/app/analyses/${analysis}`,
  ])
    await isInert(phone.page, path);

  const office = await openPhone({ origin: server.origin, size: { width: 1440, height: 900 } });
  const heardThere = listen(office);
  await signIn(office.page, 'admin@demo.test', '/office');
  await ask(office.page, made.conversation);
  await decide(office.page, analysis);
  for (const path of [
    `/office/executions/${x}`,
    `/office/executions/${x}/print`,
    '/office/procedures',
    `/office/procedures/${made.procedure.slug}`,
    `/office/procedures/${made.procedure.slug}/edit`,
    `/office/procedures/${made.procedure.slug}/print`,
    '/office/tips',
    '/office/sites',
    `/office/sites/${made.site}`,
    `/office/people`,
    '/office/activity',
    `/office/analyses/${analysis}`,
    '/office/assistant',
    `/office/assistant/${made.conversation}`,
    '/office/settings/models',
  ])
    await isInert(office.page, path);
  expect([...heard, ...heardThere]).toEqual([]);
});

/** An answer, a remark and a reason. */
async function remark(page: Page, x: string): Promise<void> {
  await page.goto(`/app/executions/${x}/steps/s03`);
  await stepScreen(page).write(NAUGHTY_TEXT);
  await page.getByRole('button', { name: 'Remarque', exact: true }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('textbox').fill(NAUGHTY_TEXT);
  await sheet.getByRole('button', { name: 'Ajouter la remarque' }).click();
  await expect(sheet).toHaveCount(0);
}

/** Its id, once the model has answered. */
async function analyse(page: Page, desk: Desk): Promise<string> {
  const proposed = async () => (await desk.ask('vision.list', { states: ['proposed'] })).items.map(({ id }) => id);
  const before = await proposed();
  const added = async () => (await proposed()).filter((id) => !before.includes(id));
  await page.goto('/app/analyses');
  await page.locator('input[type=file]:not([capture])').setInputFiles(await smallJpegs(1, 601));
  await expect.poll(added, { timeout: 60_000 }).toHaveLength(1);
  return (await added())[0] ?? '';
}

async function ask(page: Page, conversation: string): Promise<void> {
  await page.goto(`/office/assistant/${conversation}`);
  await page.getByRole('textbox', { name: 'Votre question' }).fill(NAUGHTY_TEXT);
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await expect(page.getByRole('article').getByText(SCRIPT).first()).toBeVisible({ timeout: 30_000 });
}

async function decide(page: Page, analysis: string): Promise<void> {
  await page.goto(`/office/analyses/${analysis}`);
  await page.getByRole('button', { name: 'Rejeter' }).click();
  const form = page.getByRole('form');
  await form.getByRole('textbox').last().fill(NAUGHTY_TEXT);
  await form.getByRole('button', { name: 'Rejeter' }).click();
  await expect(page.getByRole('region', { name: 'Décision' })).toContainText(IMAGE);
}

/** It is there as it was written; nothing in the page came of it; the page is no wider than the screen. */
async function isInert(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByText(SCRIPT).first(), `${path} shows it`).toBeVisible({ timeout: 30_000 });
  const found = await page.evaluate(() => {
    const came = document.querySelectorAll(
      '[onerror], img[src="x"], [href^="javascript:" i], :is(main, [role=main]) script, :is(main, [role=main]) title',
    );
    const isWide = document.documentElement.scrollWidth > document.documentElement.clientWidth;
    return [...came].map((one) => one.outerHTML).concat(isWide ? ['wider than the screen'] : []);
  });
  expect(found, path).toEqual([]);
}
