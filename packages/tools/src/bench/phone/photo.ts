import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { renderersOf } from '../../browser/kill.ts';
import { type Bench, type Effort, median, plain } from '../measure.ts';
import { clearNotes, readNotes } from './instrument.ts';
import { openStep, PHONE_RATE, withLab } from './lab.ts';

const PHOTOS: Record<Effort, number> = { short: 2, full: 6 };

/** From the camera's file to a photo that survives a kill, and the memory it takes meanwhile. */
export const photo: Bench = {
  name: 'photo',
  isInShort: false,
  needsBuild: true,
  run: (effort) =>
    withLab(async ({ phone }) => {
      const { page } = phone;
      await openStep(page, 'photo');
      await phone.setOnline(false);
      await phone.slowDown(PHONE_RATE);
      const file = { name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: await twelveMegapixels() };
      const idle = peakMegabytes(phone.profileDir);
      await clearNotes(page);
      for (let n = 0; n < PHOTOS[effort]; n++) {
        await page.locator('main input[type=file]').first().setInputFiles(file);
        await page.waitForFunction((many) => window.benchNotes.durable.length >= many, n + 1);
      }
      const { taps, durable } = await readNotes(page);
      const samples = durable.map((at, n) => at - (taps[n] ?? Number.NaN));
      return [
        plain({ name: '12 MP photo to durable, phone', value: median(samples) / 1000, unit: 's', target: '≤ 1.5' }),
        plain({ name: "12 MP photo, renderer's peak above idle", value: peakMegabytes(phone.profileDir) - idle, unit: 'MB', target: '≤ 60' }),
      ];
    }),
};

/** Uneven enough to weigh what a camera's file weighs. */
const twelveMegapixels = () =>
  sharp({ create: { width: 4000, height: 3000, channels: 3, background: '#777', noise: { type: 'gaussian', mean: 128, sigma: 12 } } })
    .blur(1.2)
    .jpeg({ quality: 92 })
    .toBuffer();

/** Highest resident memory so far of the renderer that weighs most. */
function peakMegabytes(profileDir: string): number {
  const peaks = renderersOf(profileDir).map((pid) => Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]));
  return Math.max(...peaks) / 1024;
}
