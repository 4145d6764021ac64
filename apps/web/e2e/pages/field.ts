import { expect, type Phone, type PhoneOptions, signIn } from '@heliograph/tools/browser';
import type { Page } from '@playwright/test';
import { beginning } from './words.ts';

export const TECHNICIAN = 'tech@demo.test';
export const SECOND_TECHNICIAN = 'tech2@demo.test';
export const SUPERVISOR = 'supervisor@demo.test';

/** What every field screen shows, in French. */
export const field = (page: Page) => ({
  /** The line that says what has arrived and what waits. */
  status: page.getByRole('banner').locator('[data-state]'),
  title: page.getByRole('heading', { level: 1 }),
  ready: page.getByText('Prêt pour le terrain', { exact: true }),
  savedHere: page.getByText('Enregistré sur ce téléphone', { exact: true }),
  primary: (name: string) => page.getByRole('link', { name }).or(page.getByRole('button', { name })),
});

/** Signs in and waits until the phone says that it may leave the network, worker and all. */
export async function getReady({ page }: Phone, account = TECHNICIAN): Promise<void> {
  await signIn(page, account);
  await expect(field(page).ready).toBeVisible({ timeout: 60_000 });
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');
}

/** Ready, and then without any network: from here on nothing leaves the phone and nothing comes. */
export async function goIntoTheField(phone: Phone, account = TECHNICIAN): Promise<void> {
  await getReady(phone, account);
  await phone.setOnline(false);
}

type Open = (options: Partial<PhoneOptions>) => Promise<Phone>;

/** The same phone again, closed in good order or killed before: another process on the same folder, without a network from its first moment. */
export async function relaunchOffline(open: Open, { profileDir }: Phone, options: Partial<PhoneOptions> = {}): Promise<Phone> {
  const phone = await open({ ...options, profileDir });
  await phone.setOnline(false);
  return phone;
}

/**
 * Ready, closed, and opened again without a network, as on the way to the field. A browser keeps a new session's cookie in memory for half a minute:
 * who is killed in that time signs in again, so a kill that shall prove something else comes after this.
 */
export async function driveToTheField(open: Open, options: Partial<PhoneOptions> = {}, account = TECHNICIAN): Promise<Phone> {
  const phone = await open(options);
  await getReady(phone, account);
  await phone.context.close();
  return relaunchOffline(open, phone, options);
}

/** Until the server has said that it has everything. */
export const allSent = (page: Page, timeout = 30_000) =>
  expect(field(page).status, 'what the status line says').toHaveText(/Tout est envoyé/, { timeout });

/** From the library to the first step of a running intervention. Gives its id. */
export async function start(page: Page, { procedure, code, second = 'Yanis Belkacem', roles = ['Chargé de travaux'] }: Start): Promise<string> {
  await page.goto('/app/library');
  await page.getByRole('searchbox').fill(procedure);
  // What was found, and not the list that stood there while the word was typed.
  const found = page.getByRole('region', { name: 'Procédures', exact: true });
  await found
    .getByRole('link', { name: beginning(procedure) })
    .first()
    .click();
  await page.getByRole('link', { name: /^Commencer/ }).click();
  await page.getByRole('button', { name: 'Scanner l’étiquette' }).click();
  const scanner = page.getByRole('dialog');
  await scanner.getByLabel('Code de l’étiquette').fill(code);
  await scanner.getByRole('button', { name: 'Valider le code' }).click();
  if (second !== null) await page.getByLabel('Avec qui ?').selectOption({ label: second });
  for (const role of roles) await page.locator('label', { has: page.getByRole('checkbox', { name: beginning(role) }) }).click();
  return begin(page);
}

/** From the page of the start to the first step. Gives the intervention's id. */
export async function begin(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Commencer' }).click();
  await page.waitForURL(/\/app\/executions\/[0-9a-f-]{36}\/steps\//);
  return new URL(page.url()).pathname.split('/')[3] ?? '';
}

interface Start {
  /** Its French title. */
  readonly procedure: string;
  /** Label of the equipment, typed. */
  readonly code: string;
  /** Name of a colleague; null: nobody yet. */
  readonly second?: string | null;
  readonly roles?: readonly string[];
}
