/** Pictures made by hand, byte by byte: just enough of each format for a header reader, and for the ways in which files lie. */
const be = (value: number, width: number): number[] => Array.from({ length: width }, (_, at) => Math.floor(value / 256 ** (width - 1 - at)) % 256);
const le = (value: number, width: number): number[] => be(value, width).reverse();
const ascii = (text: string): number[] => Array.from(text, (character) => character.charCodeAt(0));

export const segment = (marker: number, body: readonly number[]): number[] => [0xff, marker, ...be(body.length + 2, 2), ...body];
const frame = (width: number, height: number): number[] => segment(0xc0, [8, ...be(height, 2), ...be(width, 2), 1, 1, 0x11, 0]);
const scan = (data: readonly number[]): number[] => [...segment(0xda, [1, 1, 0, 0, 63, 0]), ...data];
export const END = [0xff, 0xd9];

/** A TIFF block whose first directory holds one entry before the orientation. */
export const tiff = (orientation: number, order: 'II' | 'MM' = 'MM'): number[] => {
  const number = order === 'II' ? le : be;
  const entry = (tag: number, value: number) => [...number(tag, 2), ...number(3, 2), ...number(1, 4), ...number(value, 2), 0, 0];
  return [...ascii(order), ...number(42, 2), ...number(8, 4), ...number(2, 2), ...entry(0x010e, 9), ...entry(0x0112, orientation), 0, 0, 0, 0];
};
export const exif = (block: readonly number[]): number[] => segment(0xe1, [...ascii('Exif\0\0'), ...block]);

interface JpegParts {
  readonly width?: number;
  readonly height?: number;
  /** Segments before the frame. */
  readonly before?: readonly number[];
  readonly data?: readonly number[];
  readonly after?: readonly number[];
}
export function jpeg({
  width = 4000,
  height = 3000,
  before = [],
  data = [1, 2, 0xff, 0x00, 0xff, 0xd0, 3],
  after = END,
}: JpegParts = {}): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([0xff, 0xd8, ...before, ...frame(width, height), ...scan(data), ...after]);
}

const chunk = (type: string, body: readonly number[]): number[] => [...be(body.length, 4), ...ascii(type), ...body, 0, 0, 0, 0];
export const png = (width: number, height: number, end: readonly number[] = chunk('IEND', [])): Uint8Array<ArrayBuffer> =>
  Uint8Array.from([
    ...ascii('\x89PNG\r\n\x1a\n'),
    ...chunk('IHDR', [...be(width, 4), ...be(height, 4), 8, 6, 0, 0, 0]),
    ...chunk('IDAT', [1, 2, 3]),
    ...end,
  ]);

const riffChunk = (type: string, body: readonly number[]): number[] => [
  ...ascii(type),
  ...le(body.length, 4),
  ...body,
  ...(body.length % 2 ? [0] : []),
];
export const webp = (...chunks: readonly number[][]): Uint8Array<ArrayBuffer> => {
  const body = [...ascii('WEBP'), ...chunks.flat()];
  return Uint8Array.from([...ascii('RIFF'), ...le(body.length, 4), ...body]);
};
export const vp8 = (width: number, height: number): number[] => riffChunk('VP8 ', [0, 0, 0, 0x9d, 0x01, 0x2a, ...le(width, 2), ...le(height, 2), 0]);
export const vp8l = (width: number, height: number): number[] => riffChunk('VP8L', [0x2f, ...le((height - 1) * 2 ** 14 + (width - 1), 4)]);
export const vp8x = (width: number, height: number): number[] => riffChunk('VP8X', [8, 0, 0, 0, ...le(width - 1, 3), ...le(height - 1, 3)]);
export const webpExif = (block: readonly number[]): number[] => riffChunk('EXIF', block);

export const written = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(ascii(text));
