import { boxSchema } from '@heliograph/domain/vision';
import { expect, test } from 'vitest';
import { FIRST_BOX, moved, pressed, resized } from './box-moves.ts';

const DRAGS = [-2, -0.4, -0.01, 0, 0.013, 0.35, 2];

test('however a box is dragged, it stays inside the picture and keeps a size', () => {
  for (const dx of DRAGS)
    for (const dy of DRAGS) {
      const boxes = [
        moved(FIRST_BOX, dx, dy),
        resized(FIRST_BOX, dx, dy),
        resized(moved(FIRST_BOX, dx, dy), dy, dx),
        moved(resized(FIRST_BOX, dx, dy), dy, dx),
      ];
      for (const box of boxes) expect(boxSchema.safeParse(box).success).toBe(true);
    }
});

test('arrows move a box, with Shift they change its size, and other keys are left to the browser', () => {
  expect(pressed(FIRST_BOX, { key: 'ArrowRight', shiftKey: false })).toEqual({ ...FIRST_BOX, x: 0.36 });
  expect(pressed(FIRST_BOX, { key: 'ArrowDown', shiftKey: true })?.height).toBeCloseTo(0.31);
  expect(pressed(FIRST_BOX, { key: 'Tab', shiftKey: true })).toBeNull();
});
