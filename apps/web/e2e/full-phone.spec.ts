import { expect, signIn, test } from '@heliograph/tools/browser';
import { field } from './pages/field.ts';

test('a phone without room says that it is full, never that the window is private, and goes on once there is room', async ({ openPhone }) => {
  const phone = await openPhone();
  const { page } = phone;
  await page.goto('/app');
  // Before the app first writes: a browser keeps the free space it last saw.
  await phone.limitStorage(1);
  await signIn(page, 'tech@demo.test');
  await expect(page.getByText(/espace de ce téléphone est plein|Ce téléphone est plein/).first()).toBeVisible();
  await expect(page.getByText(/navigation privée/)).toHaveCount(0);
  await phone.limitStorage(null);
  await page.reload();
  await expect(field(page).ready).toBeVisible({ timeout: 60_000 });
});
