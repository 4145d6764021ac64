import { expect, IS_NIGHT, lookLike, signIn, test, waitUntilReady } from '@heliograph/tools/browser';
import { type Screen, screens } from '@heliograph/tools/screens';
import type { Page } from '@playwright/test';
import axe, { type Result } from 'axe-core';

const SIZES = { phone: { width: 390, height: 844 }, 'small phone': { width: 320, height: 640 }, office: { width: 1440, height: 900 } } as const;
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Look {
  readonly device: 'phone' | 'office';
  /** Where it is not the usual one. */
  readonly size?: keyof typeof SIZES;
  readonly theme: string;
  readonly language: 'fr' | 'en';
  readonly textSize: number;
}

/** What a person with other eyes, hands or letters meets: each look is walked through whole. The night walks the last ones too. */
const LOOKS: readonly Look[] = [
  { device: 'office', theme: 'clair', language: 'fr', textSize: 100 },
  { device: 'phone', size: 'small phone', theme: 'soleil', language: 'fr', textSize: 200 },
  ...(IS_NIGHT
    ? [
        { device: 'phone', theme: 'clair', language: 'fr', textSize: 100 } as const,
        { device: 'phone', theme: 'sombre', language: 'en', textSize: 100 } as const,
        { device: 'office', theme: 'sombre', language: 'fr', textSize: 100 } as const,
        { device: 'office', theme: 'sombre', language: 'en', textSize: 100 } as const,
        { device: 'office', theme: 'soleil', language: 'fr', textSize: 200 } as const,
        // The desk in a pocket.
        { device: 'office', size: 'phone', theme: 'clair', language: 'fr', textSize: 100 } as const,
      ]
    : []),
];

for (const { device, size = device, ...look } of LOOKS)
  test(`${device}${size === device ? '' : ` on a ${size}`}, ${look.theme}, ${look.language}, text at ${look.textSize} %: every screen is accessible, keeps to the page's policy and never scrolls sideways`, async ({
    openPhone,
  }) => {
    test.setTimeout(300_000);
    const isWalked = ({ isForNight }: Screen) => IS_NIGHT || isForNight !== true;
    const group = screens.filter((screen) => screen.device === device && isWalked(screen));
    for (const account of new Set(group.map(({ as }) => as))) {
      const phone = await openPhone({ size: SIZES[size], language: look.language });
      const { page, context } = phone;
      const complaints = listenForComplaints(page);
      await lookLike(context, look);
      if (account !== null) await signIn(page, account, device === 'phone' ? '/app' : '/office');
      if (account !== null && device === 'phone') await waitUntilReady(page);
      for (const screen of group.filter(({ as }) => as === account)) {
        complaints.length = 0;
        await screen.open(page);
        await expect(page.getByRole('heading', { level: 1 }).first(), screen.name).toBeVisible();
        await expect(page.getByRole('status', { name: /Chargement|Loading/ }), screen.name).toHaveCount(0);
        expect.soft(await violations(page), screen.name).toEqual([]);
        expect.soft(await sideways(page), screen.name).toEqual([]);
        expect.soft(complaints, screen.name).toEqual([]);
      }
      await phone.close();
    }
  });

/** Errors of the page and everything its content policy refused. */
function listenForComplaints(page: Page): string[] {
  const heard: string[] = [];
  page.on('console', (message) => {
    const complaint = `${message.text()} ${message.location().url}`;
    if (message.type() === 'error' && !isExpected(complaint)) heard.push(complaint);
  });
  page.on('pageerror', (error) => heard.push(String(error)));
  return heard;
}

/** A browser complains of every refusal. Before sign-in 401 is the right answer, and a photo still on its way to the server is not found there. A link that is none is refused, and a conversation in which nothing was asked is not there yet. */
const isExpected = (complaint: string) =>
  /status of 401|status of 404 .*\/api\/photos\/|status of 400 .*\/invitation\.look|status of 404 .*\/conversation\.get/.test(complaint);

async function violations(page: Page): Promise<string[]> {
  await atRest(page);
  await page.evaluate(axe.source);
  const found: Result[] = await page.evaluate(async (values) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    return (await axe.run(document, { runOnly: { type: 'tag', values } })).violations;
  }, RULES);
  return found.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`));
}

/** A sheet on its way in is half transparent, and its words with it: what comes to an end is waited for. */
const atRest = (page: Page): Promise<unknown> =>
  page.evaluate(() => {
    const ends = ({ effect }: Animation) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY;
    return Promise.allSettled(
      document
        .getAnimations()
        .filter(ends)
        .map(({ finished }) => finished),
    ).then(() => null);
  });

/** Elements that stick out of the page. */
const sideways = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth <= clientWidth ? [] : [`${scrollWidth} px of ${clientWidth} px`];
  });
