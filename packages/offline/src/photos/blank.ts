/** Largest difference inside one channel that still is one colour: what JPEG rounding leaves of a plain area. */
const SAME = 1;

/** Whether a small sample of a picture is all one colour: what a browser gives, without an error, when a canvas was too large for it (H37). */
export function isBlank(rgba: Uint8ClampedArray): boolean {
  const first = rgba.subarray(0, 4);
  return rgba.every((value, at) => Math.abs(value - (first[at % 4] ?? 0)) <= SAME);
}
