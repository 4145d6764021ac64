import { expect, test } from '@heliograph/tools/browser';
import { getReady, start } from './pages/field.ts';
import { stepScreen } from './pages/step.ts';

test('scratch', async ({ openPhone }) => {
  const phone = await openPhone();
  const { page } = phone;
  page.on('console', (m) => console.log('console', m.type(), m.text()));
  page.on('pageerror', (e) => console.log('pageerror', e));
  await getReady(phone);
  await page.screenshot({ path: '/tmp/s1.png' });
  await phone.setOnline(false);
  const x = await start(page, { procedure: 'défaut d\'isolement', code: 'MER-OND02' });
  await page.screenshot({ path: '/tmp/s2.png' });
  await page.getByRole('link', { name: 'Commencer' }).click();
  const step = stepScreen(page);
  await step.scan('MER-OND02');
  await page.screenshot({ path: '/tmp/s3.png' });
  await step.next();
  await step.choose('Permanent');
  await page.screenshot({ path: '/tmp/s4.png' });
  await step.next();
  await step.write('abc');
  console.log(await page.locator('body').ariaSnapshot());
});
