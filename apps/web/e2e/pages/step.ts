import { expect } from '@heliograph/tools/browser';
import type { Locator, Page } from '@playwright/test';
import type { Picked } from '../world/pictures.ts';
import { field } from './field.ts';
import { whole } from './words.ts';

/** One step on the screen, as a technician handles it. What answers waits for its tick. */
export interface StepScreen {
  readonly title: Locator;
  /** `Étape 7 sur 24`. */
  readonly progress: Locator;
  readonly number: Locator;
  readonly text: Locator;
  readonly saved: Locator;
  /** What was refused, or stops the work. */
  readonly alert: Locator;
  readonly photos: Locator;
  choice(label: string): Locator;
  confirm(): Promise<void>;
  choose(label: string): Promise<void>;
  measure(text: string): Promise<void>;
  /** Types a value that is asked about, and stays with it. */
  insist(text: string, keep: string): Promise<void>;
  write(text: string): Promise<void>;
  scan(code: string): Promise<void>;
  takePhotos(files: readonly Picked[]): Promise<void>;
  /** At a step that asks for something else: photos beside the answer. */
  attachPhotos(files: readonly Picked[]): Promise<void>;
  /** Points at the middle of a photo. */
  annotate(photo: number): Promise<void>;
  sign(): Promise<void>;
  skip(reason: string): Promise<void>;
  refuse(reason: string): Promise<void>;
  next(): Promise<void>;
  previous(): Promise<void>;
}

export function stepScreen(page: Page): StepScreen {
  const { title, savedHere } = field(page);
  const progress = page.getByRole('progressbar');
  const number = page.getByRole('textbox', { name: 'Valeur mesurée' });
  const text = page.getByRole('textbox', { name: 'Réponse' });
  const photos = page.getByRole('main').getByRole('button', { name: /^Photo \d/ });
  const dialog = page.getByRole('dialog');
  const choice = (label: string) => page.getByRole('radio', { name: whole(label) });
  const hasTick = () => expect(savedHere).toBeVisible();
  const pass = async (tool: string, send: string, reason: string) => {
    await page.getByRole('button', { name: tool, exact: true }).click();
    await dialog.getByLabel('Motif').fill(reason);
    await dialog.getByRole('button', { name: send }).click();
    await expect(dialog).toHaveCount(0);
    await hasTick();
  };
  const turn = async (name: RegExp) => {
    const before = await progress.getAttribute('aria-valuetext');
    await page.getByRole('button', { name }).click();
    await expect(page.locator(`[role=progressbar][aria-valuetext="${before}"]`)).toHaveCount(0);
  };
  return {
    ...{ title, progress, number, text, photos, choice },
    saved: savedHere,
    alert: page.getByRole('alert'),
    confirm: async () => {
      await page.getByRole('button', { name: 'C’est fait' }).click();
      await hasTick();
    },
    choose: async (label) => {
      await touch(page, choice(label));
      await expect(choice(label)).toBeChecked();
      await hasTick();
    },
    measure: async (value) => {
      await number.fill(value);
      await number.press('Enter');
      await hasTick();
    },
    insist: async (value, keep) => {
      await number.fill(value);
      await page.getByRole('button', { name: whole(keep) }).click();
      await hasTick();
    },
    write: async (words) => {
      await text.fill(words);
      await text.blur();
      await hasTick();
    },
    scan: async (code) => {
      await page.getByLabel('Code de l’étiquette').fill(code);
      await page.getByRole('button', { name: 'Valider le code' }).click();
      await hasTick();
    },
    attachPhotos: async (files) => {
      await page.getByRole('button', { name: /^Photo/ }).click();
      const taken = dialog.getByRole('button', { name: /^Photo \d/ });
      const before = await taken.count();
      await choosePhotos(page, files);
      await expect(taken).toHaveCount(before + files.length, { timeout: 30_000 });
      await dialog.getByRole('button', { name: 'Fermer' }).click();
    },
    takePhotos: async (files) => {
      const before = await photos.count();
      await choosePhotos(page, files);
      await expect(photos).toHaveCount(before + files.length, { timeout: 30_000 });
    },
    annotate: async (photo) => {
      await photos.nth(photo - 1).click();
      await dialog.getByRole('button', { name: 'Annoter' }).click();
      await dialog.locator('svg[viewBox]').and(dialog.locator('[class*=marks]')).click();
      await dialog.getByRole('button', { name: 'Enregistrer' }).click();
      await expect(dialog.getByRole('button', { name: 'Annoter' })).toBeVisible();
      await dialog.getByRole('button', { name: 'Fermer' }).click();
    },
    sign: () => sign(page),
    skip: (reason) => pass('Passer', 'Passer l’étape', reason),
    refuse: (reason) => pass('Refuser', 'Refuser et arrêter', reason),
    next: () => turn(/^(Suivant|Vérifier et terminer)$/),
    previous: () => turn(/^Précédent$/),
  };
}

/** A radio or a box is touched where its words are. */
export const touch = (page: Page, input: Locator): Promise<void> => page.locator('label', { has: input }).click();

/** Through the device's own file chooser. */
export async function choosePhotos(page: Page, files: readonly Picked[]): Promise<void> {
  const opened = page.waitForEvent('filechooser');
  await page.getByText('Choisir un fichier').click();
  await (await opened).setFiles([...files]);
}

/** A few strokes in the frame, and no more. Whoever sees nothing of theirs, because the page moved under the finger, draws again. */
export async function drawSignature(page: Page): Promise<void> {
  const frame = page.getByRole('img', { name: 'Signez dans le cadre' });
  await expect(async () => {
    await strokeIn(page, frame);
    expect(await frame.evaluate(hasInk)).toBe(true);
  }).toPass();
}

async function strokeIn(page: Page, frame: Locator): Promise<void> {
  // Clear of the bar below, as a person would have it.
  await frame.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  const box = await frame.boundingBox();
  if (box === null) throw new Error('There is no frame to sign in.');
  const move = (x: number, y: number) => page.mouse.move(box.x + box.width * x, box.y + box.height * y, { steps: 4 });
  await move(0.2, 0.6);
  await page.mouse.down();
  await move(0.3, 0.2);
  await move(0.4, 0.7);
  await move(0.55, 0.3);
  await move(0.8, 0.5);
  await page.mouse.up();
}

/** Runs in the page: whether anything is drawn on a canvas. */
function hasInk(element: Element): boolean {
  if (!(element instanceof HTMLCanvasElement)) return false;
  const pixels = element.getContext('2d')?.getImageData(0, 0, element.width, element.height).data ?? [];
  return pixels.some((value, at) => at % 4 === 3 && value > 0);
}

async function sign(page: Page): Promise<void> {
  await drawSignature(page);
  await page.getByRole('button', { name: /^Signer en tant que/ }).click();
  await expect(page.getByText(/^Signé par/)).toBeVisible();
}
