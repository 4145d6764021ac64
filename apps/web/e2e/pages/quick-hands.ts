import type { Page } from '@playwright/test';
import { whole } from './words.ts';

interface QuickHands {
  /** Words of the two answers. */
  readonly answers: readonly [string, string];
  /** How often; until the page ends, where it is left out. */
  readonly taps?: number;
  /** Who hears of each tick: what `hearTicks` gave. */
  readonly told?: string;
}

/** Somebody hears of every tick that `tapInTurn` sees. Arranged before a browser's last moments: a page that dies while it is being arranged ends the test. */
export async function hearTicks(page: Page, onTick: (answer: string) => void): Promise<string> {
  const told = `ticked${Math.random().toString(36).slice(2)}`;
  await page.exposeFunction(told, onTick);
  return told;
}

/**
 * Taps two answers of the open step in turn, each as soon as the tick of the one before was seen: faster than any person. Ends with the page;
 * what is on the disk then is what was told, and one more at most.
 */
export async function tapInTurn(page: Page, { answers, taps = Number.POSITIVE_INFINITY, told = '' }: QuickHands): Promise<void> {
  await page.getByRole('radio', { name: whole(answers[0]) }).waitFor();
  await page.evaluate(
    async ({ answers, taps, told }) => {
      const words = (element: Element | null) => element?.textContent?.replaceAll(/\s+/g, ' ').trim();
      const radio = (answer: string) =>
        [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')].find((one) => words(one.closest('label')) === answer);
      const isSaved = () => [...document.querySelectorAll('span')].some((one) => words(one) === 'Enregistré sur ce téléphone');
      const tell = (window as unknown as Record<string, ((answer: string) => Promise<void>) | undefined>)[told];
      // A tap on the answer that stands already records nothing.
      const first = radio(answers[0])?.checked === true ? 1 : 0;
      for (let n = first; n < first + taps; n += 1) {
        const answer = answers[n % 2] ?? '';
        radio(answer)?.click();
        while (radio(answer)?.checked !== true || !isSaved()) await new Promise((resolve) => setTimeout(resolve, 2));
        await tell?.(answer);
      }
    },
    { answers, taps, told },
  );
}
