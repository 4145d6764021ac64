export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Orientations 5 to 8 lie on their side. */
const isTurned = (orientation: number): boolean => orientation >= 5;

/** Size of the picture once upright. */
export const uprightSize = ({ width, height }: Size, orientation: number): Size =>
  isTurned(orientation) ? { width: height, height: width } : { width, height };

/** Canvas transform (a, b, c, d, e, f) that draws a stored picture upright; EXIF 2.32, 4.6.4 A. */
export function uprightTransform({ width: w, height: h }: Size, orientation: number): readonly [number, number, number, number, number, number] {
  switch (orientation) {
    case 2:
      return [-1, 0, 0, 1, w, 0];
    case 3:
      return [-1, 0, 0, -1, w, h];
    case 4:
      return [1, 0, 0, -1, 0, h];
    case 5:
      return [0, 1, 1, 0, 0, 0];
    case 6:
      return [0, 1, -1, 0, h, 0];
    case 7:
      return [0, -1, -1, 0, h, w];
    case 8:
      return [0, -1, 1, 0, 0, w];
    default:
      return [1, 0, 0, 1, 0, 0];
  }
}

/** What to ask of the decoder so that the longer side fits: one side only, so that no rounding of ours bends the picture. Never enlarges. */
export function resizeFor({ width, height }: Size, longSide: number): { resizeWidth: number } | { resizeHeight: number } | Record<never, never> {
  if (Math.max(width, height) <= longSide) return {};
  return width >= height ? { resizeWidth: longSide } : { resizeHeight: longSide };
}

/** The smallest size in eighths of the stored one that is no smaller than asked for: those a JPEG can be decoded to. Null: only the whole is large enough. */
export function eighthsFor({ width, height }: Size, longSide: number): Size | null {
  const eighths = Math.ceil((8 * longSide) / Math.max(width, height));
  return eighths >= 8 ? null : { width: Math.ceil((width * eighths) / 8), height: Math.ceil((height * eighths) / 8) };
}
