import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase } from '@heliograph/db';
import { alterVersions } from '@heliograph/db/testing';
import { copyDataDir, expect, type Phone, type PhoneOptions, seeded, signIn, startServer, test } from '@heliograph/tools/browser';
import type { Page } from '@playwright/test';
import { SUPERVISOR } from './pages/field.ts';
import { type Desk, openDesk } from './world/desk.ts';

const SLUG = 'weather-station-pyranometer-cleaning';
const ADMIN = 'admin@demo.test';
const REASON = 'Il manque la photo du capteur avant nettoyage.';

type Open = (options: Partial<PhoneOptions>) => Promise<Phone>;

async function deskOf(open: Open, account: string, path: string): Promise<Page> {
  const { page } = await open({ size: { width: 1440, height: 900 } });
  await signIn(page, account, '/office');
  await page.goto(path);
  return page;
}

async function wantApproval(method: Desk, secondApproval: boolean): Promise<void> {
  const { revision } = await method.ask('organisation.get');
  await method.tell('organisation.update', { revision, secondApproval });
}

test.afterEach(async ({ server }) => wantApproval(await openDesk(server, ADMIN), false));

test('a second person refuses a version with a reason, then approves the next one; both are compared, and the version proves itself', async ({
  server,
  openPhone,
}) => {
  const method = await openDesk(server, ADMIN);
  const writes = async (fr: string) => {
    const { document, revision } = await method.ask('procedure.draft', { slug: SLUG });
    const [first, ...rest] = document.steps;
    if (first === undefined) throw new Error('the procedure has no steps');
    const steps = [{ ...first, instructions: { fr, en: 'Photograph the sensor first.' } }, ...rest];
    expect(await method.tell('procedure.saveDraft', { slug: SLUG, revision, document: { ...document, steps } })).toMatchObject({ kind: 'saved' });
  };
  await wantApproval(method, true);
  await writes('Nettoyer le dôme.');

  const author = await deskOf(openPhone, ADMIN, `/office/procedures/${SLUG}`);
  const propose = async (why: string) => {
    await author.getByRole('button', { name: 'Publier…' }).click();
    const sheet = author.getByRole('dialog', { name: 'Publier une version' });
    await expect(sheet.getByText('Le contrôle n’a rien trouvé.')).toBeVisible();
    await sheet.getByRole('textbox', { name: 'Pourquoi cette version' }).fill(why);
    await sheet.getByRole('button', { name: 'Proposer à l’approbation' }).click();
    await expect(sheet).toBeHidden();
    await expect(author.getByText('Vous l’avez proposée')).toBeVisible();
  };
  await propose('Consigne précisée');

  const second = await deskOf(openPhone, SUPERVISOR, '/office/procedures?show=waiting');
  await second
    .getByRole('row', { name: /pyranomètre/ })
    .getByRole('button')
    .click();
  await expect(second.getByText('« Consigne précisée »')).toBeVisible();
  await second.getByRole('button', { name: 'Refuser…' }).click();
  await second.getByRole('button', { name: 'Refuser cette version' }).click();
  await expect(second.getByText('Donnez une raison.')).toBeVisible();
  await second.getByRole('textbox', { name: 'Raison du refus' }).fill(REASON);
  await second.getByRole('button', { name: 'Refuser cette version' }).click();
  await expect(author.getByText(REASON)).toBeVisible({ timeout: 30_000 });

  await writes('Photographier le capteur, puis nettoyer le dôme.');
  await author.reload();
  await propose('Photo demandée avant le nettoyage');
  await expect(second.getByText('« Photo demandée avant le nettoyage »')).toBeVisible({ timeout: 30_000 });
  await second.getByRole('button', { name: 'Approuver et publier' }).click();
  await expect(second.getByRole('heading', { name: 'v2' })).toBeVisible();
  await expect(second.getByText('Hélène Marchetti').last()).toBeVisible();

  await second.getByRole('button', { name: 'Vérifier' }).first().click();
  await expect(second.getByText('Intacte')).toBeVisible();
  await second.getByRole('link', { name: 'Avec la précédente' }).click();
  await expect(second.getByRole('row', { name: /Consigne › français/ })).toContainText('Photographier le capteur, puis nettoyer le dôme.');
  await expect(second.getByText('0 ajoutée · 0 retirée · 1 modifiée · 0 déplacée')).toBeVisible();
});

test('a version that a hand in the database has changed no longer proves itself, and its page says not to use it', async ({ openPhone }) => {
  const dataDir = await copyDataDir(seeded());
  const db = await openDatabase({ dataDir: join(dataDir, 'pglite') });
  await alterVersions(db, SLUG, { title: { fr: 'Une autre procédure', en: 'Another procedure' } });
  await db.close();
  const altered = await startServer({ dataDir });
  const { page, close } = await openPhone({ origin: altered.origin, size: { width: 1440, height: 900 } });
  await signIn(page, SUPERVISOR, '/office');
  await page.goto(`/office/procedures/${SLUG}`);
  await page.getByRole('button', { name: 'Vérifier' }).click();
  await expect(page.getByText('Altérée')).toBeVisible();
  await expect(page.getByText(/N’utilisez pas cette version/)).toBeVisible();
  await close();
  await altered.stop();
  await rm(dataDir, { recursive: true, force: true });
});
