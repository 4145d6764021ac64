import { expect, type Phone, test } from '@heliograph/tools/browser';
import { allSent, driveToTheField, relaunchOffline, start } from './pages/field.ts';
import { tapInTurn } from './pages/quick-hands.ts';
import { stepScreen } from './pages/step.ts';
import { hasNoHole } from './world/counters.ts';
import { type Desk, openDesk } from './world/desk.ts';
import { type Disk, readDisk, spared } from './world/disk.ts';
import { deleteDatabases, logOf, tearLog } from './world/leveldb.ts';
import { smallJpegs } from './world/pictures.ts';

const FAULT = { procedure: "Dépannage : défaut d'isolement onduleur", code: 'GAR-OND02' };
const ANSWERS = ['Permanent', 'Apparaît et disparaît'] as const;

/** Ten answers and a photo at one step. */
async function work({ page }: Phone, x: string, seed: number): Promise<void> {
  await page.goto(`/app/executions/${x}/steps/s02`);
  await tapInTurn(page, { answers: ANSWERS, taps: 10 });
  await stepScreen(page).attachPhotos(await smallJpegs(1, seed));
}

/** What the server holds of the intervention is what was recorded, each once, and every photo is whole. */
async function arrived(desk: Desk, x: string, { operations, photos }: Disk): Promise<void> {
  const mine = operations.filter((operation) => operation.x === x).map(({ id }) => id);
  expect((await desk.operationsOf(x)).toSorted()).toEqual(mine.toSorted());
  const stored = (await desk.execution(x)).photos;
  expect(stored.map(({ sha, file }) => [sha, file.state]).toSorted()).toEqual(photos.map(({ sha }) => [sha, 'stored']).toSorted());
}

/** Phones of which the desk has heard that they lost something. */
const lostPhones = async (desk: Desk): Promise<readonly string[]> =>
  (await desk.ask('device.list')).phones.flatMap(({ handle, standing }) => (standing === 'lost' ? [handle] : []));

test('killed in the middle of a write: the browser begins a new log at the next start, and does not take all it holds for damaged at the one after', async ({
  server,
  openPhone,
}) => {
  test.slow();
  const desk = await openDesk(server);
  let phone: Phone = await driveToTheField(openPhone);
  const x = await start(phone.page, FAULT);
  await work(phone, x, 70);
  const before = await readDisk(phone.page);
  await phone.kill();
  await tearLog(phone.profileDir);
  const torn = await logOf(phone.profileDir);
  phone = await relaunchOffline(openPhone, phone);
  await work(phone, x, 71);
  await expect.poll(() => logOf(phone.profileDir), 'the log that is written to').not.toBe(torn);
  await work(phone, x, 72);
  const after = await readDisk(phone.page);
  expect([after.operations.length, after.photos.length]).toEqual([before.operations.length + 22, before.photos.length + 2]);
  await phone.kill();
  phone = await relaunchOffline(openPhone, phone);
  await phone.page.goto(`/app/executions/${x}/steps/s02`);
  await expect(stepScreen(phone.page).choice('Permanent')).toBeVisible();
  expect((await readDisk(phone.page)).operations).toEqual(after.operations);
  await phone.setOnline(true);
  await allSent(phone.page);
  hasNoHole(await readDisk(phone.page));
  await arrived(desk, x, after);
});

test('a browser that deletes all its databases: what was not sent comes back from the second copy, is told, and arrives once', async ({
  server,
  openPhone,
}) => {
  test.slow();
  const desk = await openDesk(server);
  const lostBefore = await lostPhones(desk);
  let phone: Phone = await driveToTheField(openPhone);
  const x = await start(phone.page, FAULT);
  await work(phone, x, 80);
  await phone.kill();
  phone = await relaunchOffline(openPhone, phone);
  await work(phone, x, 81);
  const before = await readDisk(phone.page);
  const [records, photos] = [before.operations.length - before.acked, before.photos.length];
  await expect.poll(() => spared(phone.page), 'the second copy').toEqual({ records, photos });
  await phone.kill();
  await deleteDatabases(phone.profileDir);
  phone = await relaunchOffline(openPhone, phone);
  const { page } = phone;
  const told = page.getByText('Vos relevés ont été repris');
  await page.goto(`/app/executions/${x}/steps/s02`);
  await expect(told).toBeVisible();
  await expect(page.getByText(new RegExp(`copie gardée sur ce téléphone\\s:\\s${records}\\srelevés et ${photos}\\sphotos`))).toBeVisible();
  await phone.setOnline(true);
  await allSent(page);
  hasNoHole(await readDisk(page));
  await arrived(desk, x, before);
  expect(await lostPhones(desk)).toEqual(lostBefore);
  await page.goto('/app');
  await page.getByRole('button', { name: 'J’ai compris' }).click();
  await expect(told).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(told).toHaveCount(0);
});
