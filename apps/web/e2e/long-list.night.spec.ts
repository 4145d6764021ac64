import { rm } from 'node:fs/promises';
import { test as base, copyDataDir, expect, type Server, seeded, signIn, startServer } from '@heliograph/tools/browser';
import type { Locator, Page } from '@playwright/test';
import { openDesk } from './world/desk.ts';

const SITES = 560;

/** Its own server: no other journey shall meet so many plants. */
const test = base.extend<{ server: Server }>({
  server: async ({ models: _ }, use) => {
    const dataDir = await copyDataDir(seeded());
    const server = await startServer({ dataDir });
    await use(server);
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  },
});

test('a list of hundreds draws what is near, counts all, stays where it was, keeps the focus, and goes to paper whole', async ({
  server,
  openPhone,
}) => {
  test.setTimeout(180_000);
  const admin = await openDesk(server, 'admin@demo.test');
  for (let at = 0; at < SITES; at++)
    await admin.tell('site.create', { name: `Z ${String(at).padStart(3, '0')}`, code: `Z${at}`, timeZone: 'Europe/Paris' });
  const { page } = await openPhone({ origin: server.origin, size: { width: 1440, height: 900 } });
  await signIn(page, 'admin@demo.test', '/office');
  await page.goto('/office/sites');
  const table = page.getByRole('table');
  const more = page.getByRole('button', { name: /^Afficher la suite/ });

  // Ten pages are drawn whole.
  for (let pages = 1; pages < 10; pages++) {
    await more.click();
    await expect(drawn(page)).toHaveCount((pages + 1) * 50);
  }
  await expect(table).not.toHaveAttribute('aria-rowcount');
  const seen = page.getByRole('button', { name: (await drawn(page).last().getByRole('button').textContent()) ?? '' });
  await more.scrollIntoViewIfNeeded();
  const before = await topOf(seen);
  await more.click();
  await expect(table).toHaveAttribute('aria-rowcount', '551');
  await expect.poll(() => drawn(page).count()).toBeLessThan(120);
  // What was in sight has not moved.
  expect(Math.abs((await topOf(seen)) - before)).toBeLessThan(3);
  await more.click();
  await expect(more).toBeHidden();
  const all = Number(await table.getAttribute('aria-rowcount'));
  expect(all).toBeGreaterThan(SITES);

  // The last one is there, and opens.
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  const last = page.getByRole('button', { name: 'Z 559' });
  await expect(last).toBeInViewport();
  await expect(page.getByRole('row').filter({ has: last })).toHaveAttribute('aria-rowindex', String(all));

  // The focus outlives a look at the other end.
  await last.focus();
  await page.evaluate(() => scrollTo(0, 0));
  await expect(page.getByRole('button', { name: 'Z 003' })).toBeInViewport();
  await expect(last).toBeFocused();

  // Paper holds every row.
  await page.evaluate(() => void dispatchEvent(new Event('beforeprint')));
  await expect(drawn(page)).toHaveCount(all - 1);
  await page.evaluate(() => void dispatchEvent(new Event('afterprint')));
  await expect.poll(() => drawn(page).count()).toBeLessThan(120);
});

const drawn = (page: Page) => page.locator('main tbody tr:not([aria-hidden])');

/** px from the top of the screen. */
const topOf = (it: Locator): Promise<number> => it.evaluate((element) => element.getBoundingClientRect().top);
