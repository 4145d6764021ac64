import type { Page } from '@playwright/test';
import type { Phone } from '../../browser/index.ts';
import { against, type Bench, type Effort, type Measure, percentile, plain } from '../measure.ts';
import { BARE_ANSWERS, layBareAnswers, showBareAnswers } from './bare-taps.ts';
import { clearNotes, readNotes } from './instrument.ts';
import { openStep, PHONE_RATE, withLab } from './lab.ts';

/** Ours and bare ones by turns, so that a busy moment of the machine falls on both alike. */
const TURN = 10;
const TURNS: Record<Effort, number> = { short: 3, full: 12 };
const PAGES: Record<Effort, number> = { short: 8, full: 30 };

/**
 * After a tap Chromium holds the database's answers back until it has drawn the next frame, whatever the page does. Without that the page hears
 * at once that its bytes are on the disk, as it must to tell how long that took. The full bench measures the frame as well.
 */
const HEARD_AT_ONCE = ['--disable-features=DeferRendererTasksAfterInput'];

/** From a finger on an answer to the answer on the disk, and from a finger on "next" to the next step on the screen. No network meanwhile. */
export const tap: Bench = {
  name: 'tap',
  isInShort: true,
  needsBuild: true,
  run: async (effort) => {
    const measures = await withLab(({ phone }) => inTheLab(phone, effort), HEARD_AT_ONCE);
    if (effort === 'short') return measures;
    return [...measures, ...(await withLab(async ({ phone }) => inFrames(phone, effort)))];
  },
};

async function inTheLab(phone: Phone, effort: Effort): Promise<Measure[]> {
  const { page } = phone;
  await prepare(phone);
  const lab = await answerBoth(page, effort);
  await phone.slowDown(PHONE_RATE);
  const slow = await answerBoth(page, effort);
  const pages = await turnPages(page, PAGES[effort]);
  const painted = (share: number, name: string) =>
    plain({ name: `tap to next step painted, phone, ${name}`, value: percentile(pages, share), unit: 'ms', target: '≤ 100' });
  return [
    durable(lab, 0.5, { where: 'lab, p50', target: '≤ 2' }),
    durable(lab, 0.99, { where: 'lab, p99', target: '≤ 15' }),
    durable(slow, 0.5, { where: 'phone, p50' }),
    durable(slow, 0.99, { where: 'phone, p99', target: '≤ 50' }),
    painted(0.5, 'p50'),
    painted(0.95, 'p95'),
  ];
}

async function inFrames(phone: Phone, effort: Effort): Promise<Measure[]> {
  await prepare(phone);
  return [durable(await answerBoth(phone.page, effort), 0.5, { where: 'lab, heard with the next frame, p50' })];
}

/** Milliseconds of each tap. */
interface Taps {
  readonly ours: readonly number[];
  readonly bare: readonly number[];
}

const durable = ({ ours, bare }: Taps, share: number, { where, target }: { where: string; target?: string }): Measure =>
  against(percentile(bare, share), {
    name: `tap to durable, ${where}`,
    value: percentile(ours, share),
    unit: 'ms',
    ...(target && { target }),
  });

/** A step that can be answered again and again, without a network, and warm. */
async function prepare({ page, setOnline }: Phone): Promise<void> {
  await openStep(page, 'check');
  await setOnline(false);
  await layBareAnswers(page);
  await answerMany(page, OUR_ANSWERS);
  await answerMany(page, OUR_ANSWERS);
}

const OUR_ANSWERS = 'main [role=radiogroup] label';

async function answerBoth(page: Page, effort: Effort): Promise<Taps> {
  const taps = { ours: Array.of<number>(), bare: Array.of<number>() };
  for (let turn = 0; turn < TURNS[effort]; turn++) {
    taps.ours.push(...(await answerMany(page, OUR_ANSWERS)));
    await showBareAnswers(page, true);
    taps.bare.push(...(await answerMany(page, BARE_ANSWERS)));
    await showBareAnswers(page, false);
  }
  return taps;
}

/** Changes an answer again and again. Milliseconds each. */
async function answerMany(page: Page, answers: string): Promise<number[]> {
  await clearNotes(page);
  for (let n = 0; n < TURN; n++) {
    await page
      .locator(answers)
      .nth((n + 1) % 2)
      .tap();
    await page.waitForFunction((many) => window.benchNotes.durable.length >= many, n + 1);
  }
  const { taps, durable: ends } = await readNotes(page);
  return ends.map((at, n) => at - (taps[n] ?? Number.NaN));
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
