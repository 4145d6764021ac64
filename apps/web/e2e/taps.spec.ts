import { expect, test } from '@heliograph/tools/browser';
import type { Locator } from '@playwright/test';
import { field, getReady, start } from './pages/field.ts';
import { stepScreen } from './pages/step.ts';
import { somewhere, whole } from './pages/words.ts';
import { passHoldPoints } from './pages/work.ts';
import { holdDisk, readDisk } from './world/disk.ts';

test('a tap goes where the finger came down, whatever arrives above it before it is lifted', async ({ openPhone }) => {
  const phone = await openPhone();
  await getReady(phone);
  const { page } = phone;
  for (let arrivals = 0; arrivals < 6; arrivals += 1) {
    await page.goto('/app/library');
    const row = page.locator('a[href^="/app/procedures/"]').nth(1);
    await row.waitFor();
    const box = await row.boundingBox();
    if (box === null) throw new Error('The library shows no procedure.');
    // The list may still have settled since: what counts is what lay under the finger when it came down.
    await page.evaluate(() => addEventListener('pointerdown', ({ target }) => Reflect.set(window, 'touched', target), { capture: true, once: true }));
    await page.mouse.move(box.x + 60, box.y + box.height / 2);
    await page.mouse.down();
    const touched = await page.evaluateHandle<Element>(() => Reflect.get(window, 'touched').closest('a'));
    const href = await touched.evaluate((link) => link.getAttribute('href'));
    await touched.evaluate((link, count) => {
      const item = link.closest('li');
      for (let n = 0; n < count; n += 1) item?.before(item.cloneNode(true));
      // What it says is replaced too, as when the bytes of a version arrive.
      for (const part of [...link.childNodes]) part.replaceWith(part.cloneNode(true));
    }, arrivals);
    await page.mouse.up();
    await expect(page).toHaveURL(new RegExp(`${href}$`));
    await expect(field(page).title).not.toHaveText('Procédures');
  }
});

test('an answer given over another one loses the tick at once, and has it again when it is on the disk itself', async ({ openPhone }) => {
  const phone = await openPhone();
  await getReady(phone);
  const { page } = phone;
  await start(page, { procedure: "Maintenance préventive d'un onduleur de chaînes", code: 'GAR-OND06' });
  const step = stepScreen(page);
  await step.scan('GAR-OND06');
  await step.next();
  await step.write('Aucune alarme.');
  await step.next();
  await step.measure('48,6');

  const letGo = await holdDisk(page);
  await step.number.fill('45,1');
  await step.number.press('Enter');
  expect(await step.saved.count(), 'ticks while the disk has only the value before').toBe(0);
  // Longer than a draft waits for its writer to rest: none may be written behind its answer, which it would hide when a colleague gives another.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1000)));
  await letGo();
  await expect(step.saved).toBeVisible();
  expect((await readDisk(page)).drafts).toEqual([]);

  // Emptied is taken back: what the field shows is what is recorded.
  await step.number.fill('');
  await step.next();
  await step.previous();
  await expect(step.number).toHaveValue('');
  await expect(step.saved).toHaveCount(0);
  await page.getByRole('button', { name: 'Sommaire' }).click();
  await expect(page.getByRole('dialog').getByRole('button', { name: /Puissance AC relevée/ })).toContainText('Obligatoire');
});

/** What tells that an answer was recorded takes as much above the bar, px. */
const WAY_BACK = 64;

test('what cannot be is asked about, what was not done is taken back, and a stop is read where it came up', async ({ openPhone }) => {
  const phone = await openPhone();
  await getReady(phone);
  const { page } = phone;
  const x = await start(page, { procedure: "Maintenance préventive d'un onduleur de chaînes", code: 'GAR-OND06' });
  const step = stepScreen(page);
  const goTo = (id: string) => page.goto(`/app/executions/${x}/steps/${id}`);
  await goTo('s02');
  await step.write('Aucune alarme.');
  await step.text.fill('');
  await step.text.blur();
  await expect(step.saved).toHaveCount(0);

  // More than the equipment is built for is asked about, and kept by whoever reads it there.
  await step.next();
  await step.number.fill('486');
  await expect(page.getByText(somewhere('486 kW, pour un équipement de 110 kVA'))).toBeVisible();
  await page.getByRole('button', { name: whole('Garder 486 kW') }).click();
  await expect(step.saved).toBeVisible();

  await passHoldPoints(page, x, ['s07', 's08']);
  await goTo('s09');
  await step.confirm();
  await page.getByRole('button', { name: 'Ce n’est pas fait' }).click();
  await expect(page.getByRole('button', { name: 'C’est fait' })).toBeVisible();
  await expect(step.saved).toHaveCount(0);

  // Clear of what tells that the answer was recorded; and the way on begins there.
  await goTo('s07');
  await step.choose('Non conforme');
  await standsClear(page.getByRole('link', { name: /Appeler/ }));
  await page.getByRole('link', { name: 'Retour' }).click();
  await expect(page.getByRole('link', { name: 'Reprendre à l’étape 7' })).toBeVisible();
});

test('on a small phone, what a value came to is read beside what tells that it was recorded', async ({ openPhone }) => {
  const phone = await openPhone();
  await getReady(phone);
  const { page } = phone;
  await page.setViewportSize({ width: 360, height: 640 });
  const x = await start(page, { procedure: "Maintenance préventive d'un onduleur de chaînes", code: 'GAR-OND06' });
  const step = stepScreen(page);
  await page.goto(`/app/executions/${x}/steps/s06`);
  await step.measure('45');
  await standsClear(page.getByText('35 K au-dessus de la limite'));
  await step.measure('46');
  await standsClear(page.getByText('36 K au-dessus de la limite'));
});

async function standsClear(of: Locator): Promise<void> {
  await expect(async () => {
    const [box, bar] = [await of.boundingBox(), await of.page().locator('footer').boundingBox()];
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan((bar?.y ?? 0) - WAY_BACK);
  }).toPass();
}

test('the way back lets a finger through that was on its way to what stood there', async ({ openPhone }) => {
  const phone = await openPhone();
  await getReady(phone);
  const { page } = phone;
  const x = await start(page, { procedure: "Contrôle de la végétation et de l'ombrage", code: 'GAR-TA', second: null, roles: [] });
  await page.goto(`/app/executions/${x}/steps/s02`);
  await expect(stepScreen(page).title).toBeVisible();
  // Its moment is held, however slow this machine is.
  await page.evaluate(() => {
    const held = new CSSStyleSheet();
    held.replaceSync('[role="status"] { animation-play-state: paused !important; }');
    document.adoptedStyleSheets.push(held);
  });
  await stepScreen(page).choose('Conforme');
  const wayBack = page.getByRole('status').filter({ has: page.getByRole('button', { name: 'Annuler' }) });
  await expect(wayBack).toHaveCSS('pointer-events', 'none');
  await wayBack.evaluate((toast) => toast.getAnimations().forEach((one) => one.finish()));
  await expect(wayBack).toHaveCSS('pointer-events', 'auto');
});
