import { gunzipSync } from 'node:zlib';
import { expect, type Phone, test } from '@heliograph/tools/browser';
import type { Page, Request } from '@playwright/test';
import { allSent, driveToTheField, relaunchOffline, start } from './pages/field.ts';
import { tapInTurn } from './pages/quick-hands.ts';
import { stepScreen } from './pages/step.ts';
import { eachOnce, hasNoHole } from './world/counters.ts';
import { openDesk } from './world/desk.ts';
import { readDisk } from './world/disk.ts';
import { openNetwork } from './world/network.ts';
import { grainyJpeg } from './world/pictures.ts';

const FAULT = { procedure: "Dépannage : défaut d'isolement onduleur", code: 'GAR-OND02' };
const ANSWERS = ['Permanent', 'Apparaît et disparaît'] as const;
const RECORDS = 1000;
const PHOTOS = 3;
const SLICE = 65_536;
const MINUTES = 60_000;

test('over 64 kbit/s a thousand records go in one request, photos after them, and a killed photo goes on from its last slice; no tap waits', async ({
  server,
  openPhone,
}) => {
  test.setTimeout(10 * MINUTES);
  const desk = await openDesk(server);
  const network = await openNetwork(server);
  const options = { origin: network.origin };
  const phone = await driveToTheField(openPhone, options);
  const { page } = phone;
  const x = await start(page, FAULT);
  await page.goto(`/app/executions/${x}/steps/s02`);
  await tapInTurn(page, { answers: ANSWERS, taps: RECORDS });
  await stepScreen(page).attachPhotos(await Promise.all(Array.from({ length: PHOTOS }, (_, n) => grainyJpeg(401 + n))));
  const { operations } = await readDisk(page);
  expect(operations.length).toBeGreaterThan(RECORDS);

  const sent = listen(page);
  await overFieldLink(phone);
  // One answer in ten never arrives.
  network.spoil('lose_answer', { every: 10 });
  const firstSlice = network.answered(/^PATCH/);
  await phone.setOnline(true);
  await firstSlice;
  const loads = sent.filter(({ records }) => records > 0);
  expect(
    loads.map(({ records }) => records),
    'records go together',
  ).toEqual([RECORDS, operations.length - RECORDS]);
  expect(loads[0]?.bytes).toBeLessThan(70_000);
  expect(sent.map(({ name }) => name).lastIndexOf('exchange'), 'records before photos').toBeLessThan(sent.findIndex(({ name }) => name === 'slice'));
  expect((await readDisk(page)).acked).toBe(operations.length);
  await tapInTurn(page, { answers: ANSWERS, taps: 20 });
  expect(
    (await readDisk(page)).photos.some(({ state }) => state === 'waiting'),
    'photos are still on their way',
  ).toBe(true);
  await phone.kill();

  const again = await relaunchOffline(openPhone, phone, options);
  const resumed = listen(again.page);
  await again.page.goto('/app/sync');
  await overFieldLink(again);
  await again.setOnline(true);
  const progress = again.page.getByRole('progressbar', { name: /\d+\sko sur \d+\sko/ }).first();
  await expect.poll(async () => Number(await progress.getAttribute('value')), { timeout: 2 * MINUTES }).toBeGreaterThan(0);
  await expect.poll(() => resumed.find(({ name }) => name === 'slice')?.at ?? 0, { timeout: 2 * MINUTES }).toBeGreaterThanOrEqual(SLICE);
  await allSent(again.page, 6 * MINUTES);
  const disk = await readDisk(again.page);
  hasNoHole(disk);
  await eachOnce(disk, x, desk);
  expect((await desk.execution(x)).photos.map(({ file }) => file.state)).toEqual(Array(PHOTOS).fill('stored'));
  await network.close();
});

/** 64 kbit/s and 2 s, as at the edge of a valley. */
async function overFieldLink(phone: Phone): Promise<void> {
  const devtools = await phone.devtools();
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', { offline: false, latency: 2000, downloadThroughput: 8000, uploadThroughput: 8000 });
}

interface Sent {
  readonly name: 'exchange' | 'slice';
  readonly bytes: number;
  readonly records: number;
  /** Where in its photo a slice begins. */
  readonly at: number;
}

function recordsIn(request: Request): number {
  const body = request.postDataBuffer() ?? Buffer.from('{}');
  const text = request.headers()['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
  // A phone of ours has just written it.
  const { ops = [] } = JSON.parse(text.toString()) as { readonly ops?: readonly unknown[] };
  return ops.length;
}

/** What leaves the page for the server, in its order. */
function listen(page: Page): readonly Sent[] {
  const sent: Sent[] = [];
  page.on('request', (request) => {
    const bytes = request.postDataBuffer()?.byteLength ?? 0;
    if (request.method() === 'PATCH') sent.push({ name: 'slice', bytes, records: 0, at: Number(request.headers()['upload-offset']) });
    if (request.url().endsWith('/sync.exchange')) sent.push({ name: 'exchange', bytes, records: recordsIn(request), at: 0 });
  });
  return sent;
}
