import { encode } from 'uqr';

/** White around the square: four modules, or no reader finds it. */
const QUIET = 4;

/** A square for a text as one path on a grid of one unit a module: sharp at every size, on screen and on paper. */
export function qrPath(text: string): { readonly path: string; readonly size: number } {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET });
  const path = data
    .flatMap((row, y) => row.flatMap((isDark, x) => (isDark && row[x - 1] !== true ? [`M${x} ${y}h${runFrom(row, x)}v1H${x}z`] : [])))
    .join('');
  return { path, size };
}

function runFrom(row: readonly boolean[], from: number): number {
  const end = row.indexOf(false, from);
  return (end === -1 ? row.length : end) - from;
}
