/** One logo, one process: see `decode-worker.ts`. Reads a PNG, JPEG or WebP file and says our own small PNG as base64. */
import sharp from 'sharp';
import { oneImage } from './one-image.ts';

const [path, side, pixels] = process.argv.slice(2);
if (path === undefined || side === undefined || pixels === undefined) process.exit(64);

sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] });
sharp.cache(false);
sharp.concurrency(1);

const drawn = await oneImage(path, (given) =>
  sharp(given, { limitInputPixels: Number(pixels), failOn: 'warning' })
    .rotate()
    .resize({ width: Number(side), height: Number(side), fit: 'inside', withoutEnlargement: true })
    .png({ palette: true })
    .toBuffer(),
);
process.stdout.write(drawn.toString('base64'));
