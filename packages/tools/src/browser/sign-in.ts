import type { BrowserContext, Page } from '@playwright/test';

/** Of every demonstration account. */
export const PASSWORD = 'quatre-chaines-au-soleil';

/** Through the sign-in screen, as a person would. */
export async function signIn(page: Page, account: string, shell: '/app' | '/office' = '/app'): Promise<void> {
  await page.goto(shell);
  const password = page.locator('input[type=password]');
  await page.locator('input[type=email]').fill(account);
  await password.fill(PASSWORD);
  await password.press('Enter');
  await password.waitFor({ state: 'detached' });
}

/**
 * How everything is to look on this phone, whoever signs in: their account is answered for, so that no later journey inherits a look.
 * Before the first page.
 */
export async function lookLike(
  context: BrowserContext,
  look: { readonly language: string; readonly theme: string; readonly textSize: number },
): Promise<void> {
  await context.addInitScript((preferences) => localStorage.setItem('heliograph.preferences:device', JSON.stringify(preferences)), look);
  await context.route('**/api/trpc/preference.*', (route) => route.fulfill({ json: { result: { data: look } } }));
}

/** Waits until the phone holds what the field needs, whatever language it says it in. */
export const waitUntilReady = (page: Page): Promise<void> =>
  page
    .getByText(/\b[1-9]\d*\sproc[eé]dures?, sites /)
    .first()
    .waitFor({ timeout: 120_000 });
