/** One reference picture, one process: see `decode-worker.ts`. Reads a JPEG, PNG or WebP file and writes our own JPEG, turned upright, without metadata. */
import sharp from 'sharp';

const [given, picture, side, pixels] = process.argv.slice(2);
if (given === undefined || picture === undefined || side === undefined || pixels === undefined) process.exit(64);

sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] });
sharp.cache(false);
sharp.concurrency(1);

try {
  const { width, height } = await sharp(given, { limitInputPixels: Number(pixels), failOn: 'warning' })
    .rotate()
    .resize({ width: Number(side), height: Number(side), fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 80 })
    .toFile(picture);
  process.stdout.write(JSON.stringify({ width, height }));
} catch (error) {
  process.stderr.write(error instanceof Error ? error.message : 'unreadable');
  process.exit(65);
}
