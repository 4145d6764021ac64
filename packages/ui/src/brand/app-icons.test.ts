import sharp from 'sharp';
import { expect, test } from 'vitest';
import { appIcons } from './app-icons.ts';
import { iconSvg } from './icon-svg.ts';

/** How far from the middle the mark reaches, as a share of the width. */
async function reachOf(name: string): Promise<number> {
  const icon = appIcons.find((candidate) => candidate.name === name);
  if (!icon) throw new Error(`no icon ${name}`);
  const size = 200;
  const { data, info } = await sharp(Buffer.from(iconSvg(icon.drawing)), { density: (72 * size) / 24 })
    .resize(size, size)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const pixel = (index: number) => data.subarray(index * info.channels, (index + 1) * info.channels);
  const corner = pixel(0);
  const distances = Array.from({ length: size * size }, (_, index) =>
    pixel(index).equals(corner) ? 0 : Math.hypot((index % size) + 0.5 - size / 2, Math.floor(index / size) + 0.5 - size / 2),
  );
  return Math.max(...distances) / size;
}

test.each(['maskable-512.png', 'monochrome-512.png'])('%s keeps its mark inside the circle no launcher cuts', async (name) => {
  const reach = await reachOf(name);
  expect(reach).toBeLessThanOrEqual(0.4);
  expect(reach).toBeGreaterThan(0.35);
});

test('the icon of an iPhone has no transparent corner, which would turn black', async () => {
  const icon = appIcons.find(({ name }) => name === 'apple-touch-180.png');
  expect(icon?.drawing.ground).toBeDefined();
  expect(icon?.drawing.rounding).toBeUndefined();
});
