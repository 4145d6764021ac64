import { expect } from '@heliograph/tools/browser';
import { allSent, field, getReady, start } from './pages/field.ts';
import { stepScreen } from './pages/step.ts';
import { openDesk } from './world/desk.ts';
import { readDisk } from './world/disk.ts';
import { test } from './world/next-build.ts';

const PREVENTIVE = { procedure: "Maintenance préventive d'un onduleur de chaînes", code: 'GAR-OND07' };
const versionOn = '/app/more';

test('an update that nobody accepts is there at the next cold start, without a network, with what was recorded and typed before', async ({
  server,
  deployment,
  openPhone,
}) => {
  const desk = await openDesk(server);
  const phone = await openPhone({ origin: deployment.origin });
  const { page } = phone;
  await getReady(phone);
  const x = await start(page, PREVENTIVE);
  await page.goto(versionOn);
  const before = (await page.locator('code').last().textContent()) ?? '';
  deployment.deploy();
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting?.state)).toBe('installed');
  await phone.setOnline(false);
  const step = stepScreen(page);
  await page.goto(`/app/executions/${x}/steps/s02`);
  await step.write('Rien à signaler.');
  await page.goto(`/app/executions/${x}/steps/s03`);
  await step.number.fill('48,');
  await expect.poll(async () => (await readDisk(page)).drafts.map(({ value }) => value)).toEqual(['48,']);
  await page.goto(versionOn);
  await expect(page.locator('code').last(), 'nobody tapped the card').toHaveText(before);
  await phone.context.close();

  const again = await openPhone({ origin: deployment.origin, profileDir: phone.profileDir });
  await again.setOnline(false);
  await again.page.goto(versionOn);
  await expect(again.page.locator('code').last()).toHaveText(`${before}-next`);
  await again.page.goto(`/app/executions/${x}/steps/s03`);
  await expect(stepScreen(again.page).number).toHaveValue('48,');
  await again.page.goto(`/app/executions/${x}/steps/s02`);
  await expect(stepScreen(again.page).text).toHaveValue('Rien à signaler.');
  await again.page.goto('/app');
  await expect(field(again.page).primary('Mettre à jour')).toHaveCount(0);
  await again.setOnline(true);
  await allSent(again.page);
  const answers = (await desk.execution(x)).history.filter(({ operation }) => operation.k === 'step');
  expect(answers.map(({ operation }) => operation.s)).toEqual(['s02']);
  expect(deployment.missed, 'nothing of the old build is asked of the server').toEqual([]);
});
