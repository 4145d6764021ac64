import type { Box } from '@heliograph/domain/vision';

/** The smallest side a box may have, as a share of the picture: still seen, and still taken hold of. */
const LEAST = 0.02;
/** Where a box begins that nobody has placed yet. */
export const FIRST_BOX: Box = { x: 0.35, y: 0.35, width: 0.3, height: 0.3 };

const between = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/** The same box elsewhere, never outside of the picture. */
export const moved = ({ x, y, width, height }: Box, dx: number, dy: number): Box => ({
  ...{ width, height },
  x: between(x + dx, 0, 1 - width),
  y: between(y + dy, 0, 1 - height),
});

/** Its lower right corner elsewhere. */
export const resized = ({ x, y, width, height }: Box, dx: number, dy: number): Box => ({
  ...{ x, y },
  width: between(width + dx, LEAST, 1 - x),
  height: between(height + dy, LEAST, 1 - y),
});

const STEP = 0.01;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

/** What a key makes of a box; null where the key is none of ours. */
export function pressed(box: Box, { key, shiftKey }: { key: string; shiftKey: boolean }): Box | null {
  const way = ARROWS[key];
  if (way === undefined) return null;
  return shiftKey ? resized(box, ...way) : moved(box, ...way);
}
