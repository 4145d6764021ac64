import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { qrPath } from './qr-path.ts';

test('every dark module is in the path, no light one is, and the margin stays white', () => {
  const text = 'https://field.example/app/a/GAR-OND07';
  const { path, size } = qrPath(text);
  const drawn = new Set<string>();
  for (const [, x = '', y = '', run = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)/g))
    for (let at = 0; at < Number(run); at += 1) drawn.add(`${Number(x) + at} ${y}`);
  const { data } = encode(text, { ecc: 'M', border: 4 });
  const wanted = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${x} ${y}`] : [])));
  expect(size).toBe(data.length);
  expect([...drawn].sort()).toEqual(wanted.sort());
  expect(wanted.some((at) => at.startsWith('3 ') || at.endsWith(' 3'))).toBe(false);
});
