import { expect } from '@heliograph/tools/browser';
import type { Locator, Page } from '@playwright/test';
import type { Picked } from '../world/pictures.ts';
import { field } from './field.ts';

/** One step on the screen, as a technician handles it. Every answer waits for its tick. */
export interface StepScreen {
  readonly title: Locator;
  readonly number: Locator;
  readonly saved: Locator;
  readonly message: Locator;
  confirm(): Promise<void>;
  choose(label: string): Promise<void>;
  type(text: string): Promise<void>;
  measure(text: string): Promise<void>;
  write(text: string): Promise<void>;
  scan(code: string): Promise<void>;
  takePhotos(files: readonly Picked[]): Promise<void>;
  sign(): Promise<void>;
  skip(reason: string): Promise<void>;
  next(): Promise<void>;
}

export function stepScreen(page: Page): StepScreen {
  const { title, savedHere } = field(page);
  const number = page.getByRole('textbox', { name: 'Valeur mesurée' });
  const saved = () => expect(savedHere).toBeVisible();
  const pass = async (tool: string, send: string, reason: string) => {
    await page.getByRole('button', { name: tool, exact: true }).click();
    await page.getByRole('dialog').getByLabel('Motif').fill(reason);
    await page.getByRole('dialog').getByRole('button', { name: send }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  };
  return {
    title,
    number,
    saved: savedHere,
    message: page.getByRole('alert'),
    confirm: async () => {
      await page.getByRole('button', { name: 'C’est fait' }).click();
      await saved();
    },
    choose: async (label) => {
      await page.getByRole('main').getByText(label, { exact: true }).click();
      await expect(page.getByRole('radio', { name: label, exact: true })).toBeChecked();
      await saved();
    },
    type: (text) => number.fill(text),
    measure: async (text) => {
      await number.fill(text);
      await number.press('Enter');
      await saved();
    },
    write: async (text) => {
      const box = page.getByRole('textbox', { name: 'Réponse' });
      await box.fill(text);
      await box.blur();
      await saved();
    },
    scan: async (code) => {
      await page.getByLabel('Code de l’étiquette').fill(code);
      await page.getByRole('button', { name: 'Valider le code' }).click();
      await saved();
    },
    takePhotos: async (files) => {
      const thumbnails = page.getByRole('main').getByRole('button', { name: /^Photo \d/ });
      const before = await thumbnails.count();
      await choosePhotos(page, files);
      await expect(thumbnails).toHaveCount(before + files.length, { timeout: 30_000 });
    },
    sign: async () => {
      const box = await page.getByRole('img', { name: 'Signez dans le cadre' }).boundingBox();
      if (box === null) throw new Error('There is no frame to sign in.');
      const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
      await page.mouse.move(...at(0.2, 0.6));
      await page.mouse.down();
      for (const [x, y] of [[0.3, 0.2], [0.4, 0.7], [0.55, 0.3], [0.8, 0.5]] as const) await page.mouse.move(...at(x, y), { steps: 4 });
      await page.mouse.up();
      await page.getByRole('button', { name: /^Signer en tant que/ }).click();
      await expect(page.getByText(/^Signé par/)).toBeVisible();
    },
    skip: (reason) => pass('Passer', 'Passer l’étape', reason),
    next: async () => {
      const before = page.url();
      await page.getByRole('contentinfo').or(page.locator('body')).getByRole('button', { name: /^(Suivant|Vérifier et signer)$/ }).first().click();
      await page.waitForURL((url) => url.href !== before);
    },
  };
}

/** Through the device's own file chooser. */
export async function choosePhotos(page: Page, files: readonly Picked[]): Promise<void> {
  const opened = page.waitForEvent('filechooser');
  await page.getByText('Choisir un fichier').first().click();
  const chooser = await opened;
  await chooser.setFiles([...files]);
}
