import type { Page } from '@playwright/test';
import { launchPhone, signIn } from '../../browser/index.ts';
import { startDemo } from '../demo.ts';
import { against, type Bench, type Effort, type Measure, percentile } from '../measure.ts';
import { longDraft, STEPS } from '../server/long-draft.ts';
import { MID_PHONE_RATE } from './lab.ts';

const DESK = { width: 1440, height: 900 };
const LETTERS: Record<Effort, number> = { short: 20, full: 100 };
const AUTHOR = 'admin@demo.test';
const SLUG = 'banc-editeur';

/** From a key to its letter on the screen, in a draft as long as they get, with the outline, the check and the phone beside it. */
export const editor: Bench = {
  name: 'editor',
  isInShort: false,
  needsBuild: true,
  run: async (effort) => {
    const server = await startDemo();
    const { page, slowDown, close } = await launchPhone({ origin: server.origin, size: DESK });
    try {
      await signIn(page, AUTHOR, '/office');
      await page.getByRole('heading', { level: 1 }).waitFor();
      await makeDraft(page, server.origin);
      await page.goto(`/office/procedures/${SLUG}/edit`);
      await page
        .getByRole('option')
        .nth(STEPS - 1)
        .waitFor({ state: 'attached' });
      await page.getByRole('option').nth(20).click();
      await page.locator('#at-title-fr').click();
      await slowDown(MID_PHONE_RATE);
      const ours = await type(page, LETTERS[effort]);
      await page.setContent('<!doctype html><textarea autofocus></textarea>');
      await page.locator('textarea').click();
      return measures(ours, await type(page, LETTERS[effort]));
    } finally {
      await close();
      await server.stop();
    }
  },
};

/** Against a bare field on an empty page: what a key takes to the screen whatever is written for it. */
const measures = (ours: readonly number[], bare: readonly number[]): Measure[] => [
  against(percentile(bare, 0.5), { name: `keystroke with ${STEPS} steps, mid phone, p50`, value: percentile(ours, 0.5), unit: 'ms', target: '≤ 50' }),
  against(percentile(bare, 0.95), { name: `keystroke with ${STEPS} steps, mid phone, p95`, value: percentile(ours, 0.95), unit: 'ms' }),
];

async function makeDraft(page: Page, origin: string): Promise<void> {
  const document = { ...longDraft().draft, slug: SLUG };
  const answer = await page.request.post('/api/trpc/procedure.create', { headers: { origin }, data: { slug: SLUG, document } });
  if (!answer.ok()) throw new Error(`the draft was answered ${answer.status()}: ${await answer.text()}`);
}

/** Types letters with the pauses of a writer. Milliseconds from each key to the frame that shows it. */
async function type(page: Page, count: number): Promise<number[]> {
  await page.evaluate(() => {
    const painted: number[] = [];
    Object.assign(window, { painted });
    const onKey = ({ timeStamp }: Event) =>
      requestAnimationFrame(() => {
        // A task after the frame's work begins once the frame is on its way to the screen.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => painted.push(performance.now() - timeStamp);
        port2.postMessage(null);
      });
    addEventListener('beforeinput', onKey, { capture: true });
  });
  for (let n = 0; n < count; n++) {
    await page.keyboard.type('e');
    await page.waitForFunction((many) => Reflect.get(window, 'painted').length >= many, n + 1);
    await page.waitForTimeout(PAUSE_MS);
  }
  return page.evaluate(() => Reflect.get(window, 'painted'));
}

const PAUSE_MS = 120;
