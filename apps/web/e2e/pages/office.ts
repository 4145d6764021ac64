import { expect, type Phone, type PhoneOptions, signIn } from '@heliograph/tools/browser';
import type { Locator, Page } from '@playwright/test';
import { SUPERVISOR } from './field.ts';

/** A supervisor's desk: its own browser, already open, and never loaded anew. */
export interface Office {
  readonly page: Page;
  /** An intervention in the list, or an answer of the intervention that is open. */
  row(name: RegExp): Locator;
  /** All pictures of the intervention are drawn, from bytes that came. */
  showsPhotos(count: number): Promise<void>;
  /** What is on screen came by itself. */
  wasNeverReloaded(): Promise<void>;
}

export async function openOffice(open: (options: Partial<PhoneOptions>) => Promise<Phone>): Promise<Office> {
  const { page } = await open({ size: { width: 1440, height: 900 } });
  await signIn(page, SUPERVISOR, '/office');
  await expect(page.getByRole('heading', { level: 1, name: 'Interventions' })).toBeVisible();
  await expect(page.getByText('En direct')).toBeVisible();
  await page.evaluate(() => Object.assign(window, { isStillTheSame: true }));
  return {
    page,
    row: (name) => page.getByRole('row', { name }),
    showsPhotos: async (count) => {
      const pictures = page.getByRole('region', { name: 'Photos' }).getByRole('img');
      await expect(pictures).toHaveCount(count);
      // They are fetched when they come into view.
      await pictures.last().scrollIntoViewIfNeeded();
      const widths = () => pictures.evaluateAll((images) => images.map((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)));
      await expect.poll(async () => (await widths()).filter((width) => width > 0).length).toBe(count);
    },
    wasNeverReloaded: async () => expect(await page.evaluate(() => 'isStillTheSame' in window)).toBe(true),
  };
}
