import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { END, exif, jpeg, png, segment, tiff, vp8, vp8l, vp8x, webp, webpExif, written } from '../../test/pictures.ts';
import { neutralise } from './exif.ts';
import { readHeader } from './header.ts';
import { stripMetadata } from './jpeg.ts';
import { PhotoRefusal } from './refusal.ts';

const problemOf = (bytes: Uint8Array) => {
  try {
    readHeader(bytes);
    return 'none';
  } catch (error) {
    return error instanceof PhotoRefusal ? error.problem : error;
  }
};
const sizeOf = (bytes: Uint8Array) => {
  const { mime, width, height } = readHeader(bytes);
  return [mime, width, height];
};
const orientationOf = (bytes: Uint8Array) => readHeader(bytes).mark?.orientation ?? null;

describe('what a picture says of itself', () => {
  test('is its size, in every format a phone or a screen makes', () => {
    expect(sizeOf(jpeg({ width: 8064, height: 6048 }))).toEqual(['image/jpeg', 8064, 6048]);
    expect(sizeOf(png(1170, 2532))).toEqual(['image/png', 1170, 2532]);
    expect(sizeOf(webp(vp8(640, 480)))).toEqual(['image/webp', 640, 480]);
    expect(sizeOf(webp(vp8l(16_000, 3)))).toEqual(['image/webp', 16_000, 3]);
    expect(sizeOf(webp(vp8x(5000, 4000), vp8(1, 1)))).toEqual(['image/webp', 5000, 4000]);
  });

  test('is its own frame’s size, not that of the thumbnail in its metadata', () => {
    const thumbnail = [...jpeg({ width: 160, height: 120 })];
    expect(sizeOf(jpeg({ before: exif([...tiff(1), ...thumbnail]) }))).toEqual(['image/jpeg', 4000, 3000]);
  });

  test('is how it was held, in both byte orders, 1 to 8', () => {
    for (const order of ['II', 'MM'] as const)
      for (let orientation = 1; orientation <= 8; orientation += 1) {
        expect(orientationOf(jpeg({ before: exif(tiff(orientation, order)) }))).toBe(orientation);
        expect(orientationOf(webp(vp8x(5, 4), webpExif(tiff(orientation, order))))).toBe(orientation);
      }
    expect(orientationOf(webp(vp8x(5, 4), webpExif([...written('Exif\0\0'), ...tiff(6)])))).toBe(6);
  });

  test('is nothing where the orientation is nonsense, of another type, or out of reach', () => {
    expect(orientationOf(jpeg())).toBeNull();
    for (const orientation of [0, 9, 65_535]) expect(orientationOf(jpeg({ before: exif(tiff(orientation)) }))).toBeNull();
    const asLong = tiff(6).with(24, 4);
    expect(orientationOf(jpeg({ before: exif(asLong) }))).toBeNull();
    const farAway = tiff(6).with(4, 0xff);
    expect(orientationOf(jpeg({ before: exif(farAway) }))).toBeNull();
    const endless = tiff(6).with(8, 0xff).with(9, 0xff).with(22, 0);
    expect(orientationOf(jpeg({ before: exif(endless) }))).toBeNull();
    expect(orientationOf(jpeg({ before: exif([0x49, 0x49]) }))).toBeNull();
  });

  test('can be made to say upright, and nothing else changes', () => {
    for (const order of ['II', 'MM'] as const) {
      const turned = jpeg({ before: exif(tiff(6, order)) });
      const { mark } = readHeader(turned);
      if (mark !== null) neutralise(turned, mark);
      expect(turned).toEqual(jpeg({ before: exif(tiff(1, order)) }));
    }
  });
});

describe('a file that must not be decoded is refused:', () => {
  test('no picture, whatever its name', () => {
    for (const text of ['', 'x', 'Bonjour, ceci est un rapport.', '%PDF-1.7', 'RIFF\0\0\0\0AVI ', '<html><body>'])
      expect(problemOf(written(text))).toBe('not_an_image');
    expect(problemOf(new Uint8Array(10_000))).toBe('not_an_image');
  });

  test('an SVG, even behind a declaration and a comment', () => {
    for (const text of ['<svg xmlns="http://www.w3.org/2000/svg">', '\xef\xbb\xbf<?xml version="1.0"?>\n<!-- dessin -->\n<SVG\n>'])
      expect(problemOf(written(text))).toBe('svg');
  });

  test('a picture of a kind no phone camera needs', () => {
    for (const text of ['GIF89a', 'BM....', 'II*\0', 'MM\0*', '\0\0\0\x18ftypheic\0\0\0\0mif1', '\0\0\0\x1cftypavif'])
      expect(problemOf(written(text))).toBe('format');
  });

  test('more than 60 megapixels, bombs included, before a byte of it is decoded', () => {
    expect(problemOf(jpeg({ width: 10_000, height: 6000 }))).toBe('none');
    expect(problemOf(jpeg({ width: 10_000, height: 6001 }))).toBe('too_large');
    expect(problemOf(jpeg({ width: 20_000, height: 14_000 }))).toBe('too_large');
    expect(problemOf(png(65_536, 65_536))).toBe('too_large');
    expect(problemOf(webp(vp8x(16_777_216, 16_777_216)))).toBe('too_large');
  });

  test('without a size', () => {
    for (const bytes of [jpeg({ width: 0 }), jpeg({ height: 0 }), png(0, 5), webp([...written('JUNK'), 4, 0, 0, 0, 1, 2, 3, 4])])
      expect(problemOf(bytes)).toBe('undecodable');
  });

  test('cut anywhere before its end', () => {
    for (const whole of [jpeg({ before: exif(tiff(6)) }), png(30, 20), webp(vp8x(30, 20), vp8(30, 20), webpExif(tiff(6)))]) {
      expect(problemOf(whole)).toBe('none');
      for (let length = 0; length < whole.length; length += 1)
        expect(['truncated', 'not_an_image', 'undecodable']).toContain(problemOf(whole.subarray(0, length)));
      // Once the format is known, what is missing is the end.
      expect(problemOf(whole.subarray(0, whole.length - (whole[0] === 0x89 ? 5 : 1)))).toBe('truncated');
    }
  });

  test('with an end mark only in its metadata', () => {
    expect(problemOf(jpeg({ before: exif([...tiff(1), ...END]), after: [] }))).toBe('truncated');
  });

  test('but not for what cameras append after the end', () => {
    expect(problemOf(jpeg({ after: [...END, 0, 0, 1, 2, 3] }))).toBe('none');
  });

  test('nothing anybody writes makes the reader fall over', () => {
    const starts = [
      [],
      [0xff, 0xd8, 0xff],
      [...jpeg({ before: exif(tiff(6)) }).subarray(0, 40)],
      [...png(3, 3).subarray(0, 16)],
      [...written('RIFF\xff\xff\xff\xffWEBPVP8X')],
    ];
    const hostile = fc
      .tuple(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }))
      .map(([start, rest]) => Uint8Array.from([...start, ...rest]));
    const outcomes = new Set(['none', 'not_an_image', 'svg', 'format', 'too_large', 'truncated', 'undecodable']);
    fc.assert(
      fc.property(hostile, (bytes) => outcomes.has(String(problemOf(bytes)))),
      { numRuns: 3000 },
    );
  });
});

describe('stripping metadata', () => {
  const before = [...segment(0xe0, [1, 2]), ...exif(tiff(1)), ...segment(0xe2, [3]), ...segment(0xed, [4, 5]), ...segment(0xe1, [6])];

  test('takes EXIF, XMP and IPTC out and keeps every other byte', () => {
    expect(stripMetadata(jpeg({ before }))).toEqual(jpeg({ before: [...segment(0xe0, [1, 2]), ...segment(0xe2, [3])] }));
    expect(stripMetadata(jpeg())).toEqual(jpeg());
  });

  test('leaves nothing behind the end of the picture', () => {
    expect(stripMetadata(jpeg({ after: [...END, 9, 9, 9] }))).toEqual(jpeg());
  });

  test('goes through several scans, restart marks, stuffed and filling bytes', () => {
    const data = [5, 0xff, 0x00, 0xff, 0xd7, 6, 0xff, ...segment(0xc4, [0xff, 0xd9, 1]), ...segment(0xda, [1, 1, 0, 0, 63, 0]), 7];
    expect(stripMetadata(jpeg({ before: segment(0xe1, [1]), data }))).toEqual(jpeg({ data }));
  });

  test('of what is no whole JPEG gives nothing', () => {
    for (const bytes of [jpeg({ after: [] }), png(3, 3), new Uint8Array(0), jpeg({ before: [0xff, 0xe1, 0, 1] })])
      expect(stripMetadata(bytes)).toBeNull();
  });
});
