import { expect } from '@heliograph/tools/browser';
import type { Page } from '@playwright/test';
import { type StepScreen, stepScreen } from './step.ts';
import { whole } from './words.ts';

/** What is done at a step, by its title. @param item what the step is repeated for, `CH03` */
export type Answers = Readonly<Record<string, (step: StepScreen, item: string | null) => Promise<void>>>;

export interface Place {
  readonly title: string;
  readonly item: string | null;
}

/** Where the person stands in a procedure. */
export async function placeOn(page: Page): Promise<Place> {
  const heading = page.getByRole('main').getByRole('heading', { level: 1 });
  const eyebrow = heading.locator('xpath=preceding-sibling::p');
  const title = plain((await heading.textContent()) ?? '');
  return { title, item: (await eyebrow.count()) === 0 ? null : plain((await eyebrow.textContent()) ?? '') };
}

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** Answers step after step from the one on screen. Stops before `until`, or at the page where the answers are checked. */
export async function carryOut(page: Page, answers: Answers, until: (place: Place) => boolean = () => false): Promise<void> {
  const step = stepScreen(page);
  while (!new URL(page.url()).pathname.endsWith('/check')) {
    const place = await placeOn(page);
    if (until(place)) return;
    const answer = answers[place.title];
    if (answer === undefined) throw new Error(`Nobody said what to do at “${place.title}”.`);
    await answer(step, place.item);
    await step.next();
  }
}

/** What the page of all answers says where they changed after the last signature. */
export const SIGNED_OVER = 'Des réponses ont changé depuis la signature';

/** From the page of all answers to the end of the work. @param said what the page says before it */
export async function complete(page: Page, said = 'Toutes les étapes obligatoires sont faites.'): Promise<void> {
  await expect(page.getByText(said)).toBeVisible();
  await page.getByRole('button', { name: 'Terminer l’intervention' }).click();
  await page.waitForURL(/\/read$/);
  // As the state of the work; the time beside it has the same name.
  await expect(page.getByText(whole('Terminée')).first()).toBeVisible();
}

/** What must be safe before anything behind it can be filled in: each answered that it is. */
export async function passHoldPoints(page: Page, x: string, steps: readonly string[]): Promise<void> {
  for (const step of steps) {
    await page.goto(`/app/executions/${x}/steps/${step}`);
    await stepScreen(page).choose('Conforme');
  }
}
