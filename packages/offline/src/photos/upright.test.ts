import { describe, expect, test } from 'vitest';
import { isBlank } from './blank.ts';
import { slicesOf } from './slices.ts';
import { eighthsFor, resizeFor, uprightSize, uprightTransform } from './upright.ts';

/**
 * Where the corners of the upright scene lie in a stored 30 × 20 picture, by EXIF's own definition:
 * what the stored picture's first row and first column are in the scene.
 */
const FIRST_ROW_AND_COLUMN = ['', 'top left', 'top right', 'bottom right', 'bottom left', 'left top', 'right top', 'right bottom', 'left bottom'];

describe('turning upright', () => {
  test('puts the stored first row and column where EXIF says they belong', () => {
    for (let orientation = 1; orientation <= 8; orientation += 1) {
      const stored = { width: 30, height: 20 };
      const { width, height } = uprightSize(stored, orientation);
      const [a, b, c, d, e, f] = uprightTransform(stored, orientation);
      const place = (x: number, y: number): [number, number] => [a * x + c * y + e, b * x + d * y + f];
      const side = ([x, y]: [number, number], [x2, y2]: [number, number]) => {
        if (x === x2) return x === 0 ? 'left' : x === width ? 'right' : 'inside';
        if (y === y2) return y === 0 ? 'top' : y === height ? 'bottom' : 'inside';
        return 'askew';
      };
      const row = side(place(0, 0), place(30, 0));
      const column = side(place(0, 0), place(0, 20));
      expect(`${row} ${column}`).toBe(FIRST_ROW_AND_COLUMN[orientation]);
    }
  });

  test('asks the decoder for one side only, and never for more than there is', () => {
    expect(resizeFor({ width: 8064, height: 6048 }, 2048)).toEqual({ resizeWidth: 2048 });
    expect(resizeFor({ width: 3024, height: 4032 }, 2048)).toEqual({ resizeHeight: 2048 });
    expect(resizeFor({ width: 2048, height: 1536 }, 2048)).toEqual({});
  });

  test('asks the stepped decoder for the least that is large enough, and for nothing where only the whole is', () => {
    expect(eighthsFor({ width: 4000, height: 3000 }, 2048)).toEqual({ width: 2500, height: 1875 });
    expect(eighthsFor({ width: 3024, height: 4032 }, 2048)).toEqual({ width: 1890, height: 2520 });
    expect(eighthsFor({ width: 8000, height: 6000 }, 2000)).toEqual({ width: 2000, height: 1500 });
    expect(eighthsFor({ width: 2100, height: 1575 }, 2048)).toBeNull();
  });
});

describe('a blank picture', () => {
  const pixels = (count: number, colour: readonly [number, number, number, number]) =>
    Uint8ClampedArray.from(Array.from({ length: count }, () => colour).flat());
  test('is one colour all over, rounding aside', () => {
    expect(isBlank(pixels(256, [0, 0, 0, 255]))).toBe(true);
    expect(isBlank(pixels(256, [200, 30, 4, 255]).with(500, 201))).toBe(true);
  });
  test('is not a dark picture with something in it', () => {
    expect(isBlank(pixels(256, [3, 3, 3, 255]).with(500, 9))).toBe(false);
  });
});

describe('slices', () => {
  test('are buffers of their own, 256 KiB and a rest, that join to the same bytes', () => {
    const bytes = Uint8Array.from({ length: 262_144 * 2 + 3 }, (_, at) => at % 251);
    const slices = slicesOf(bytes.subarray(0));
    expect(slices.map(({ byteLength }) => byteLength)).toEqual([262_144, 262_144, 3]);
    expect(new Uint8Array(slices[2] ?? new ArrayBuffer(0))).toEqual(bytes.slice(-3));
    expect(slicesOf(bytes.subarray(0, 262_144)).length).toBe(1);
  });
});
