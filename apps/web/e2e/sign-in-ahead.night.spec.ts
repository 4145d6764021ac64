import { expect, PASSWORD, test, waitUntilReady } from '@heliograph/tools/browser';
import type { Page } from '@playwright/test';

/** The sign-in's own file is on its way until the journey says that it is there. */
async function holdUp(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(/\/chunks\/sign-in\.[^/]+\.js$/, (route) => promise.then(() => route.continue()));
  return resolve;
}

test('what a stranger types before the application has come stays, and is sent as soon as it can be', async ({ openPhone }) => {
  const { page } = await openPhone();
  const arrive = await holdUp(page);
  await page.goto('/app', { waitUntil: 'commit' });
  await expect(page.getByRole('heading', { name: 'Se connecter' })).toBeVisible();
  await page.getByLabel('Adresse e-mail').fill('tech@demo.test');
  await page.getByLabel('Mot de passe').fill(PASSWORD);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  expect(page.url()).not.toContain('tech');
  await expect(page.locator('#glance')).toHaveAttribute('aria-busy', 'true');
  arrive();
  await waitUntilReady(page);
  await expect(page.locator('#glance')).toHaveCount(0);
});

test('who is typing goes on in the same place', async ({ openPhone }) => {
  const { page } = await openPhone();
  const arrive = await holdUp(page);
  await page.goto('/app', { waitUntil: 'commit' });
  // A finger waits until there is a field to see; typing alone would begin before the styles have come, into nothing.
  await page.getByLabel('Adresse e-mail').click();
  await page.keyboard.type('tech@demo.te');
  arrive();
  await expect(page.locator('#glance')).toHaveCount(0);
  await page.keyboard.type('st');
  await expect(page.getByLabel('Adresse e-mail')).toHaveValue('tech@demo.test');
});
