import { readFile } from 'node:fs/promises';
import { expect, signIn, test } from '@heliograph/tools/browser';
import type { Page } from '@playwright/test';
import { allSent, getReady, goIntoTheField, SECOND_TECHNICIAN, start } from './pages/field.ts';
import { stepScreen } from './pages/step.ts';
import { openDesk } from './world/desk.ts';
import { readDisk } from './world/disk.ts';
import { smallJpegs } from './world/pictures.ts';

/** The file that a phone hands out, as bytes. */
async function saveFile(page: Page): Promise<Buffer> {
  await page.goto('/app/sync');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Enregistrer le fichier' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toMatch(/^Heliograph .+\.heliograph$/);
  return readFile(await saved.path());
}

const asFile = (buffer: Buffer) => ({ name: 'travail.heliograph', mimeType: 'application/octet-stream', buffer });
const takeUp = (page: Page, buffer: Buffer) => page.locator('input[type=file]').setInputFiles(asFile(buffer));

test('work that cannot leave one phone goes in a file: to another phone of its author, to nobody else’s, and to the desk, once', async ({
  server,
  openPhone,
}) => {
  const desk = await openDesk(server);
  const first = await openPhone();
  await goIntoTheField(first);
  const x = await start(first.page, { procedure: "Dépannage : défaut d'isolement onduleur", code: 'GAR-OND04' });
  const step = stepScreen(first.page);
  await first.page.goto(`/app/executions/${x}/steps/s03`);
  await step.write('Code 0x24.');
  await step.attachPhotos(await smallJpegs(1, 41));
  const unsent = (await readDisk(first.page)).operations.filter((one) => one.x === x);
  const file = await saveFile(first.page);
  await first.context.close();

  const other = await openPhone();
  await getReady(other);
  await other.page.goto('/app/sync');
  const damaged = Buffer.from(file.toString('latin1').replace('Code 0x24', 'Code 0x25'), 'latin1');
  await takeUp(other.page, damaged);
  await expect(other.page.getByText(/abîmé au relevé\s\d+\ssur\s\d+/)).toBeVisible();
  await takeUp(other.page, file);
  await expect(other.page.getByText(/Repris\s:\s\d+\srelevés et 1\sphoto/)).toBeVisible();
  await allSent(other.page);
  expect(await desk.operationsOf(x)).toEqual(unsent.map(({ id }) => id));
  await takeUp(other.page, file);
  await expect(other.page.getByText('Rien n’a changé')).toBeVisible();

  const stranger = await openPhone();
  await getReady(stranger, SECOND_TECHNICIAN);
  await stranger.page.goto('/app/sync');
  await takeUp(stranger.page, file);
  await expect(stranger.page.getByText(/Il ne change pas de mains/)).toBeVisible();

  const office = await openPhone({ size: { width: 1440, height: 900 } });
  await signIn(office.page, 'admin@demo.test', '/office');
  await office.page.goto('/office/phones');
  await takeUp(office.page, file);
  await office.page.getByRole('button', { name: 'Remettre', exact: true }).click();
  await expect(office.page.getByText('Rien de nouveau à remettre.')).toBeVisible();
  await expect(office.page.getByText(/Déjà là\s:\s\d+\srelevés et 1\sphoto\./)).toBeVisible();
  expect(await desk.operationsOf(x)).toHaveLength(unsent.length);
  expect((await desk.execution(x)).photos.map((photo) => photo.file.state)).toEqual(['stored']);
});
