/**
 * One photo, one process: decodes and re-encodes without metadata. Started by `decode.ts` with three paths, killed when it takes too long.
 * Image libraries have memory-safety bugs; here they have no secrets, no database and a short life.
 */
import sharp from 'sharp';

const [evidence, picture, thumbnail, pixels] = process.argv.slice(2);
if (evidence === undefined || picture === undefined || thumbnail === undefined) process.exit(64);

sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpeg'] });
sharp.cache(false);
sharp.concurrency(1);

const source = () => sharp(evidence, { limitInputPixels: Number(pixels), failOn: 'warning', sequentialRead: true });
const within = (side: number) => ({ width: side, height: side, fit: 'inside', withoutEnlargement: true }) as const;

try {
  const { width, height } = await source().resize(within(2560)).jpeg({ quality: 80 }).toFile(picture);
  await sharp(picture).resize(within(240)).jpeg({ quality: 55 }).toFile(thumbnail);
  process.stdout.write(JSON.stringify({ width, height }));
} catch (error) {
  process.stderr.write(error instanceof Error ? error.message : 'unreadable');
  process.exit(65);
}
