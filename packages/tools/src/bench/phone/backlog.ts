import { createHash, randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Envelope, envelopeSchema, organisationIdSchema, type PhotoHash, photoHashSchema, userIdSchema, uuidv7 } from '@heliograph/domain';
import { writeRescue } from '@heliograph/sync/rescue';
import sharp from 'sharp';
import { expect, type Phone } from '../../browser/index.ts';
import { against, type Bench, type Effort, plain } from '../measure.ts';
import { type Client, openClient, TECHNICIAN } from '../server/client.ts';
import { findWork, recorder } from '../server/workload.ts';
import { PHONE_RATE, withLab } from './lab.ts';

/** A month without a network, and an eighth of it. */
const MONTH: Record<Effort, { readonly records: number; readonly photos: number }> = {
  short: { records: 75, photos: 15 },
  full: { records: 600, photos: 120 },
};
/** A slow link: 1.6 Mbit/s and 150 ms. */
const LINK = { bytesPerSecond: 200_000, latency: 150 };
const PATIENCE_MS = 600_000;

/** What one phone has recorded and photographed without a network, sent over a slow link; the floor is what the bytes alone take on it. */
export const backlog: Bench = {
  name: 'backlog',
  isInShort: false,
  needsBuild: true,
  run: (effort) =>
    withLab(async ({ server, phone }) => {
      const client = await openClient(fetch, server.origin, TECHNICIAN);
      const work = await monthOf(client, MONTH[effort]);
      await takeUp(phone, client, work);
      await phone.slowDown(PHONE_RATE);
      const seconds = (await drained(phone)) / 1000;
      const bytes = gzipSync(JSON.stringify(work.operations)).length + work.photos.reduce((sum, photo) => sum + photo.length, 0);
      const name = `a month’s backlog, ${MONTH[effort].records} records and ${MONTH[effort].photos} photos`;
      return [
        plain({ name: `${name}, size`, value: bytes / 1e6, unit: 'MB' }),
        against(bytes / LINK.bytesPerSecond, { name: `${name}, over 1.6 Mbit/s, phone`, value: seconds, unit: 's', target: '≤ 1.3 ×' }),
      ];
    }),
};

interface Work {
  readonly operations: readonly Envelope[];
  readonly photos: readonly Buffer[];
}

const shaOf = (bytes: Buffer): PhotoHash => photoHashSchema.parse(createHash('sha256').update(bytes).digest('hex'));

async function monthOf(client: Client, { records, photos: count }: { readonly records: number; readonly photos: number }): Promise<Work> {
  const recorded = recorder(await findWork(client)).next(records);
  const photos: Buffer[] = [];
  for (let n = 0; n < count; n++) photos.push(await picture(n));
  const last = recorded.at(-1);
  const taken = photos.map((bytes, n) => ({
    ...{ ...last, s: undefined, i: records + n + 1, id: uuidv7(Date.now(), randomBytes(10)), k: 'photo' },
    p: { sha: shaOf(bytes), size: bytes.length, mime: 'image/jpeg', width: SIZE.width, height: SIZE.height, taken: Date.now() },
  }));
  return { operations: [...recorded, ...taken].map((one) => envelopeSchema.parse(JSON.parse(JSON.stringify(one)))), photos };
}

const SIZE = { width: 1600, height: 1200 };

/** As a phone keeps it: about 300 kB. */
function picture(n: number): Promise<Buffer> {
  const background = { r: (n * 37) % 256, g: (n * 59) % 256, b: (n * 83) % 256 };
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 9 };
  return sharp({ create: { ...SIZE, channels: 3, background, noise } })
    .jpeg({ quality: 80 })
    .toBuffer();
}

/** The phone gets it as it would after a mishap, in a file of unsent work: its outbox holds it then as if it had been recorded there. */
async function takeUp({ page, profileDir, setOnline }: Phone, client: Client, { operations, photos }: Work): Promise<void> {
  const held = photos.map((bytes) => ({ sha: shaOf(bytes), size: bytes.length, mime: 'image/jpeg' }));
  const [org, user] = [organisationIdSchema.parse(client.organisation), userIdSchema.parse(client.user)];
  const head = { org, orgName: '', user, name: '', made: Date.now(), build: 'bench', photos: held };
  const hasher = { sha256: async (bytes: Uint8Array | ArrayBuffer) => createHash('sha256').update(new Uint8Array(bytes)).digest('hex') };
  const file = join(profileDir, 'month.heliograph');
  await writeFile(file, Buffer.concat([await writeRescue(head, operations, hasher), ...photos]));
  await setOnline(false);
  await page.goto('/app/sync');
  await page.locator('input[type=file]').setInputFiles(file);
  await expect.poll(() => page.evaluate(countWaiting), { timeout: PATIENCE_MS }).toBe(photos.length);
}

/** Milliseconds from the network's return until nothing waits. */
async function drained(phone: Phone): Promise<number> {
  const devtools = await phone.devtools();
  await devtools.send('Network.enable');
  const { bytesPerSecond: each, latency } = LINK;
  await devtools.send('Network.emulateNetworkConditions', { offline: false, latency, downloadThroughput: each, uploadThroughput: each });
  const began = performance.now();
  await phone.setOnline(true);
  await expect.poll(() => phone.page.evaluate(countWaiting), { timeout: PATIENCE_MS, intervals: [250] }).toBe(0);
  return performance.now() - began;
}

/** Runs in the page: photos in its outbox that the server was not heard to have. */
async function countWaiting(): Promise<number> {
  const name = (await indexedDB.databases()).find((one) => one.name?.startsWith('outbox:'))?.name ?? '';
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const photos = await new Promise<readonly { readonly state: string }[]>((resolve, reject) => {
    const reading = db.transaction('photos').objectStore('photos').getAll();
    reading.onsuccess = () => resolve(reading.result);
    reading.onerror = () => reject(reading.error);
  });
  db.close();
  return photos.filter(({ state }) => state === 'waiting').length;
}
