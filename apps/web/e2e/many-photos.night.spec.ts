import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Phone, renderersOf, test } from '@heliograph/tools/browser';
import sharp from 'sharp';
import { allSent, driveToTheField, start } from './pages/field.ts';
import { openDesk } from './world/desk.ts';
import { readDisk } from './world/disk.ts';
import { jpeg } from './world/pictures.ts';

const PREVENTIVE = { procedure: "Maintenance préventive d'un onduleur de chaînes", code: 'GAR-OND03' };
const PHOTOS = 30;
/** One in so many is of 48 MP. */
const LARGE = 10;
/** The first ones fill what a browser keeps at hand; from there on memory must stand. */
const WARM = LARGE;
/** Of the page's own heap and of its process, MB. */
const MOST = { heap: 10, process: 60 };
const A_WHILE = { timeout: 60_000, intervals: [2000] };

test('thirty photos in one intervention: neither the heap nor the process grows with their number, and none is blank', async ({
  server,
  openPhone,
}) => {
  test.setTimeout(10 * 60_000);
  const desk = await openDesk(server);
  const phone = await driveToTheField(openPhone);
  const { page } = phone;
  const x = await start(page, PREVENTIVE);
  // Beside an answer: a step that asks for photos takes so many and no more.
  await page.goto(`/app/executions/${x}/steps/s02`);
  await page.getByRole('button', { name: 'Photo', exact: true }).click();
  const sheet = page.getByRole('dialog');
  const camera = sheet.locator('input[type=file]:not([capture])');
  const memory = await memoryOf(phone);
  let warm = { heap: 0, process: 0 };
  for (let n = 1; n <= PHOTOS; n += 1) {
    // By its path: bytes that are handed over would be unpacked inside the page, and be counted as the page's.
    const file = join(phone.profileDir, `IMG_${n}.jpg`);
    await writeFile(file, (await jpeg(500 + n, n % LARGE === 0 ? { width: 8000, height: 6000 } : {})).buffer);
    await camera.setInputFiles(file);
    await expect(sheet.getByRole('button', { name: /^Photo \d/ })).toHaveCount(n, { timeout: 60_000 });
    if (n === WARM) warm = await memory();
  }
  const grown = async () => {
    const now = await memory();
    return { heap: now.heap - warm.heap, process: now.process - warm.process };
  };
  await expect.poll(async () => (await grown()).heap, A_WHILE).toBeLessThanOrEqual(MOST.heap);
  await expect.poll(async () => (await grown()).process, A_WHILE).toBeLessThanOrEqual(MOST.process);
  const { heap, process } = await grown();
  const mb = (value: number) => value.toFixed(1);
  test.info().annotations.push({ type: 'memory', description: `heap ${mb(heap)} MB, process ${mb(process)} MB from photo ${WARM} to ${PHOTOS}` });

  await phone.setOnline(true);
  await allSent(page, 120_000);
  const { photos } = await readDisk(page);
  expect(new Set(photos.map(({ sha }) => sha)).size).toBe(PHOTOS);
  expect((await desk.execution(x)).photos.map(({ file }) => file.state)).toEqual(Array(PHOTOS).fill('stored'));
  for (const { sha } of photos) {
    const { channels } = await sharp(await desk.photo(sha)).stats();
    expect(Math.max(...channels.map(({ stdev }) => stdev)), sha).toBeGreaterThan(10);
  }
});

/** What the page holds once nothing is left to collect, MB. */
async function memoryOf(phone: Phone): Promise<() => Promise<{ heap: number; process: number }>> {
  const devtools = await phone.devtools();
  return async () => {
    await devtools.send('HeapProfiler.collectGarbage');
    const { usedSize } = await devtools.send('Runtime.getHeapUsage');
    return { heap: usedSize / 1e6, process: residentMegabytes(phone.profileDir) };
  };
}

/** Of the renderer that weighs most. */
const residentMegabytes = (profileDir: string): number =>
  Math.max(...renderersOf(profileDir).map((pid) => Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]))) / 1024;
