import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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
      await openStep(page, 'check');
      await page.getByRole('button', { name: /^Photo/ }).tap();
      const camera = page.locator('input[type=file]').first();
      await phone.setOnline(false);
      await phone.slowDown(PHONE_RATE);
      // By its path: bytes that are handed over would be unpacked inside the page, and be counted as the page's.
      const file = join(phone.profileDir, 'IMG_0001.jpg');
      await writeFile(file, await twelveMegapixels());
      const idle = peakMegabytes(phone.profileDir);
      await clearNotes(page);
      for (let n = 0; n < PHOTOS[effort]; n++) {
        await camera.setInputFiles(file);
        await page.waitForFunction((many) => window.benchNotes.durable.length >= many, n + 1, { timeout: 120_000 });
      }
      const { taps, durable } = await readNotes(page);
      const samples = durable.map((at, n) => at - (taps[n] ?? Number.NaN));
      return [
        plain({ name: '12 MP photo to durable, phone', value: median(samples) / 1000, unit: 's', target: '≤ 1.5' }),
        plain({ name: "12 MP photo, renderer's peak above idle", value: peakMegabytes(phone.profileDir) - idle, unit: 'MB', target: '≤ 60' }),
      ];
    }),
};

/** A scene in rough strokes with a sensor's noise over it: it weighs what a camera's file weighs. */
async function twelveMegapixels(): Promise<Buffer> {
  const size = { width: 4000, height: 3000 };
  const scene = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}"><defs><linearGradient id="sky" x2="0" y2="1">
    <stop offset="0" stop-color="#7ab"/><stop offset="1" stop-color="#efd9b0"/></linearGradient></defs><rect width="4000" height="3000" fill="url(#sky)"/>
    ${Array.from({ length: 12 }, (_, n) => `<rect x="${n * 330}" y="${1300 + n * 40}" width="300" height="900" fill="#1b2f55" stroke="#ccd" stroke-width="14"/>`).join('')}</svg>`;
  const noise = { create: { ...size, channels: 3 as const, background: '#000', noise: { type: 'gaussian' as const, mean: 128, sigma: 14 } } };
  return sharp(Buffer.from(scene))
    .composite([{ input: await sharp(noise).png().toBuffer(), blend: 'soft-light' }])
    .jpeg({ quality: 92 })
    .toBuffer();
}

/** Highest resident memory so far of the renderer that weighs most. */
function peakMegabytes(profileDir: string): number {
  const peaks = renderersOf(profileDir).map((pid) => Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]));
  return Math.max(...peaks) / 1024;
}
