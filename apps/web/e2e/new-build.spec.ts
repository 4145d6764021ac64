import { expect } from '@heliograph/tools/browser';
import { allSent, field, getReady, start } from './pages/field.ts';
import { stepScreen } from './pages/step.ts';
import { openDesk } from './world/desk.ts';
import { readDisk } from './world/disk.ts';
import { test } from './world/next-build.ts';

const PREVENTIVE = { procedure: "Maintenance préventive d'un onduleur de chaînes", code: 'GAR-OND05' };
const versionOn = '/app/more';

test('a build deployed while a phone is in the field with a draft breaks nothing, is offered on a quiet screen, and is there at the next start', async ({
  server,
  deployment,
  openPhone,
}) => {
  const desk = await openDesk(server);
  const phone = await openPhone({ origin: deployment.origin });
  const { page } = phone;
  await getReady(phone);
  const x = await start(page, PREVENTIVE);
  await phone.setOnline(false);
  const step = stepScreen(page);
  await page.goto(`/app/executions/${x}/steps/s02`);
  await step.text.fill('Rien à sig');
  await expect.poll(async () => (await readDisk(page)).drafts.map(({ value }) => value)).toEqual(['Rien à sig']);
  deployment.deploy();
  // Back on the network in the middle of a word: every screen is still the one this phone holds, those never opened before too.
  await phone.setOnline(true);
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting?.state)).toBe('installed');
  await expect(step.text).toHaveValue('Rien à sig');
  await step.write('Rien à signaler.');
  for (const path of ['/app/attention', '/app/tips', versionOn]) {
    await page.goto(path);
    await expect(field(page).title).toBeVisible();
  }
  const before = await page.locator('code').last().textContent();
  expect(before).not.toMatch(/-next$/);
  expect(deployment.missed, 'nothing of the old build is asked of the server').toEqual([]);
  await page.goto('/app');
  await allSent(page);
  const loaded = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Mettre à jour' }).click();
  await loaded;
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting ?? null)).toBeNull();
  await page.goto(versionOn);
  await expect(page.locator('code').last()).toHaveText(`${before}-next`);
  await phone.setOnline(false);
  await page.goto(`/app/executions/${x}/steps/s02`);
  await expect(step.text).toHaveValue('Rien à signaler.');
  const answers = (await desk.execution(x)).history.filter(({ operation }) => operation.k === 'step');
  expect(answers.map(({ operation }) => operation.s)).toEqual(['s02']);
});
