import { expect, type Phone, test } from '@heliograph/tools/browser';
import type { Page } from '@playwright/test';
import { allSent, driveToTheField, relaunchOffline, start } from './pages/field.ts';
import { drawSignature } from './pages/step.ts';
import { passHoldPoints } from './pages/work.ts';
import { eachOnce, hasNoHole } from './world/counters.ts';
import { openDesk } from './world/desk.ts';
import { readDisk } from './world/disk.ts';

const PREVENTIVE = { procedure: "Maintenance préventive d'un onduleur de chaînes", code: 'GAR-OND06' };
const TIMES = Number(process.env.SIGNATURES ?? 50);
/** One leaving in so many is a browser killed; the others go to another screen. */
const KILLED = 10;

test(`signed and left at once, ${TIMES} times: a signature that had its tick is there whole, and none is there in part`, async ({
  server,
  openPhone,
}) => {
  test.setTimeout(60_000 + TIMES * 10_000);
  const desk = await openDesk(server);
  let phone: Phone = await driveToTheField(openPhone);
  const x = await start(phone.page, PREVENTIVE);
  await passHoldPoints(phone.page, x, ['s07', 's08', 's16']);
  const ticked: string[] = [];
  for (let n = 1; n <= TIMES; n += 1) {
    const name = `Signataire ${n}`;
    await phone.page.goto(`/app/executions/${x}/steps/s17`);
    await prepare(phone.page, name);
    // Every other time there is no waiting for the tick: it may be kept or not, and nothing between.
    if (n % 2 === 1) await signAndLeave(phone.page, null);
    else {
      if (n % KILLED === 0) await signAndStay(phone.page, name);
      else await signAndLeave(phone.page, name);
      ticked.push(name);
    }
    if (n % KILLED !== 0) continue;
    await phone.kill();
    phone = await relaunchOffline(openPhone, phone);
  }
  const { page } = phone;
  await page.goto('/app/sync');
  const disk = await readDisk(page);
  hasNoHole(disk);
  const signed = disk.operations.flatMap(({ k, p }) => (k === 'sign' ? [p as { name: string; strokes: readonly (readonly number[])[] }] : []));
  const names = signed.map(({ name }) => name);
  expect(names.filter((name) => ticked.includes(name))).toEqual(ticked);
  expect(new Set(names).size, 'none twice').toBe(names.length);
  expect(signed.filter(({ strokes }) => strokes.flat().length < 8)).toEqual([]);
  await phone.setOnline(true);
  await allSent(page);
  await eachOnce(await readDisk(page), x, desk);
  test.info().annotations.push({ type: 'count', description: `${TIMES} signatures left at once, ${ticked.length} ticks shown, 0 lost` });
});

/** A name and a drawing; signed once already, the frame comes with “add a signature”. */
async function prepare(page: Page, name: string): Promise<void> {
  const signer = page.getByLabel('Nom du signataire');
  const again = page.getByRole('button', { name: 'Ajouter une signature' });
  await signer.or(again).first().waitFor();
  if (await again.isVisible()) await again.click();
  await signer.fill(name);
  await drawSignature(page);
}

/** Taps, and goes to another screen in the task in which the tick appears; without a name, in the task after the tap. */
const signAndLeave = (page: Page, name: string | null) =>
  Promise.all([
    page.waitForURL('**/app/more'),
    page.evaluate((name) => {
      const button = [...document.querySelectorAll('button')].find((one) => one.textContent?.startsWith('Signer en tant que'));
      const leave = () => location.assign('/app/more');
      if (name === null) setTimeout(leave);
      else
        new MutationObserver((_, watching) => {
          if (document.querySelector('main')?.textContent?.includes(`Signé par ${name},`) !== true) return;
          watching.disconnect();
          leave();
        }).observe(document, { childList: true, subtree: true, characterData: true });
      button?.click();
    }, name),
  ]);

async function signAndStay(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Signer en tant que/ }).click();
  await expect(page.getByText(new RegExp(`^Signé par ${name}\\b`))).toBeVisible();
}
