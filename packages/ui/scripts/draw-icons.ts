import { mkdir, writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { appIcons, favicon } from '../src/brand/app-icons.ts';
import { iconSvg } from '../src/brand/icon-svg.ts';

/** Draws the application's icons from the mark into the web app's public folder. */
const publicFolder = new URL('../../../apps/web/public/', import.meta.url);

await mkdir(new URL('icons/', publicFolder), { recursive: true });
await writeFile(new URL('favicon.svg', publicFolder), iconSvg(favicon));
for (const { name, size, drawing } of appIcons) {
  const png = await sharp(Buffer.from(iconSvg(drawing)), { density: (72 * size) / 24 })
    .resize(size, size)
    .png({ palette: true, compressionLevel: 9 })
    .toBuffer();
  await writeFile(new URL(`icons/${name}`, publicFolder), png);
}
