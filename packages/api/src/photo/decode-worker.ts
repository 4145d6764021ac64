/**
 * One photo, one process: decodes and re-encodes without metadata. Started by `decode.ts` with three paths, killed when it takes too long.
 * Image libraries have memory-safety bugs; here they have no secrets, no database and a short life.
 */
import { writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { oneImage } from './one-image.ts';

const [evidence, picture, thumbnail, pixels] = process.argv.slice(2);
if (evidence === undefined || picture === undefined || thumbnail === undefined) process.exit(64);

sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer'] });
sharp.cache(false);
sharp.concurrency(1);

const within = (side: number) => ({ width: side, height: side, fit: 'inside', withoutEnlargement: true }) as const;

const { whole, small } = await oneImage(evidence, async (given) => {
  const source = sharp(given, { limitInputPixels: Number(pixels), failOn: 'warning', sequentialRead: true });
  const drawn = await source.resize(within(2560)).jpeg({ quality: 80 }).toBuffer({ resolveWithObject: true });
  return { whole: drawn, small: await sharp(drawn.data).resize(within(240)).jpeg({ quality: 55 }).toBuffer() };
});
await writeFile(picture, whole.data);
await writeFile(thumbnail, small);
process.stdout.write(JSON.stringify({ width: whole.info.width, height: whole.info.height }));
