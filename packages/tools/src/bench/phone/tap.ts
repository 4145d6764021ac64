import type { Page } from '@playwright/test';
import { against, type Bench, type Effort, type Measure, percentile, plain } from '../measure.ts';
import { clearNotes, readNotes } from './instrument.ts';
import { openStep, PHONE_RATE, withLab } from './lab.ts';
import { rawStrictWrites } from './raw-writes.ts';

const TAPS: Record<Effort, number> = { short: 60, full: 300 };
const TURNS: Record<Effort, number> = { short: 10, full: 40 };

/** From a finger on an answer to the answer on the disk, and from a finger on "next" to the next step on the screen. No network meanwhile. */
export const tap: Bench = {
  name: 'tap',
  isInShort: true,
  needsBuild: true,
  run: (effort) =>
    withLab(async ({ phone }) => {
      const { page } = phone;
      await openStep(page, 'check');
      await phone.setOnline(false);
      await answerMany(page, 20);
      const measures: Measure[] = [];
      for (const { where, rate, targets } of [
        { where: 'lab', rate: 1, targets: { p50: '≤ 2', p99: '≤ 15' } },
        { where: 'phone', rate: PHONE_RATE, targets: { p50: undefined, p99: '≤ 50' } },
      ]) {
        await phone.slowDown(rate);
        const bare = await rawStrictWrites(page, TAPS[effort]);
        const ours = await answerMany(page, TAPS[effort]);
        for (const [name, share, target] of [['p50', 0.5, targets.p50] as const, ['p99', 0.99, targets.p99] as const])
          measures.push(
            against(percentile(bare, share), {
              name: `tap to durable, ${where}, ${name}`,
              value: percentile(ours, share),
              unit: 'ms',
              ...(target && { target }),
            }),
          );
      }
      measures.push(
        plain({
          name: 'tap to next step painted, phone, p95',
          value: percentile(await turnPages(page, TURNS[effort]), 0.95),
          unit: 'ms',
          target: '≤ 100',
        }),
      );
      return measures;
    }),
};

/** Changes the answer of a step again and again. Milliseconds each. */
async function answerMany(page: Page, count: number): Promise<number[]> {
  const answers = page.locator('main [role=radiogroup] label');
  await clearNotes(page);
  for (let n = 0; n < count; n++) {
    await answers.nth((n + 1) % 2).tap();
    await page.waitForFunction((many) => window.benchNotes.durable.length >= many, n + 1);
  }
  const { taps, durable } = await readNotes(page);
  return durable.map((at, n) => at - (taps[n] ?? Number.NaN));
}

/** Goes on and back between two steps. Milliseconds each. */
async function turnPages(page: Page, count: number): Promise<number[]> {
  await clearNotes(page);
  for (let n = 0; n < count; n++) {
    await page.getByRole('button', { name: n % 2 === 0 ? 'Suivant' : 'Précédent' }).tap();
    await page.waitForFunction((many) => window.benchNotes.painted.length >= many, n + 1);
  }
  const { taps, painted } = await readNotes(page);
  return painted.map((at, n) => at - (taps[n] ?? Number.NaN));
}
