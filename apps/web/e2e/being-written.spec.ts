import { expect, signIn, test } from '@heliograph/tools/browser';
import type { Page } from '@playwright/test';
import { type Desk, openDesk } from './world/desk.ts';

const ADMIN = 'admin@demo.test';
const SLUG = 'ronde-du-matin';

test('what is being written at the desk stays, and goes on, while the page is asked for again and when that fails', async ({ server, openPhone }) => {
  const other = await openDesk(server, ADMIN);
  const { page } = await openPhone({ size: { width: 1440, height: 900 } });
  await signIn(page, ADMIN, '/office');
  await publishing(page, other);
  await settings(page, other);
});

/** Somebody else's act makes every open page of the organisation ask again. */
async function somethingElseHappens(other: Desk): Promise<void> {
  const { id } = await other.tell('site.create', { name: 'Passage', code: `P${crypto.randomUUID().slice(0, 6)}`, timeZone: 'Europe/Paris' });
  const { site } = await other.ask('site.get', { id });
  await other.tell('site.retire', { id, revision: site.revision });
}

async function publishing(page: Page, other: Desk): Promise<void> {
  await other.tell('procedure.create', {
    slug: SLUG,
    title: { fr: 'Ronde du matin', en: 'Morning round' },
    description: { fr: 'Commencer par ce qui se voit.', en: 'To begin with what is seen.' },
    category: 'inspection',
    equipmentTypes: ['site'],
    estimatedMinutes: 15,
    steps: [{ title: { fr: 'Portail fermé', en: 'Gate closed' }, validation: 'manual' }],
  });
  await page.goto(`/office/procedures/${SLUG}`);
  await page.getByRole('button', { name: 'Publier…' }).click();
  const why = page.getByRole('dialog').getByRole('textbox');
  await why.pressSequentially('Première version, ');
  const askedAgain = page.waitForResponse(/procedure\.check/);
  // The answer is on its way for a while, as on a slow line: letters come meanwhile.
  await page.route(/procedure\.check/, async (route) => {
    await why.pressSequentially('relue ');
    await route.continue();
  });
  await somethingElseHappens(other);
  await askedAgain;
  await page.unrouteAll({ behavior: 'wait' });
  await page.keyboard.type('à deux.');
  await expect(why).toHaveValue(/^Première version, (relue )+à deux\.$/);
}

async function settings(page: Page, other: Desk): Promise<void> {
  await page.goto('/office/settings');
  const name = page.getByLabel('Nom de l’organisation');
  await name.fill('Soleil d’Oc, ');
  await page.route(/organisation\.get/, (route) => route.abort());
  await somethingElseHappens(other);
  await expect(page.getByRole('alert')).toBeVisible({ timeout: 30_000 });
  await page.keyboard.type('agence de Lunel');
  await expect(name).toHaveValue('Soleil d’Oc, agence de Lunel');
}
