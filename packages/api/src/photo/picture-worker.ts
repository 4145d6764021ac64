/** One reference picture, one process: see `decode-worker.ts`. Reads a JPEG, PNG or WebP file and writes our own JPEG, turned upright, without metadata. */
import { writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { oneImage } from './one-image.ts';

const [path, picture, side, pixels] = process.argv.slice(2);
if (path === undefined || picture === undefined || side === undefined || pixels === undefined) process.exit(64);

sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] });
sharp.cache(false);
sharp.concurrency(1);

const { data, info } = await oneImage(path, (given) =>
  sharp(given, { limitInputPixels: Number(pixels), failOn: 'warning' })
    .rotate()
    .resize({ width: Number(side), height: Number(side), fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 80 })
    .toBuffer({ resolveWithObject: true }),
);
await writeFile(picture, data);
process.stdout.write(JSON.stringify({ width: info.width, height: info.height }));
