import { expect, test } from 'vitest';
import { everyPage } from './every-page.ts';

test('every page is read, the next where the one before ended', async () => {
  const pages: Readonly<Record<string, { items: number[]; nextCursor: string | null }>> = {
    '': { items: [1, 2], nextCursor: 'a' },
    a: { items: [3], nextCursor: 'b' },
    b: { items: [], nextCursor: null },
  };
  expect(await everyPage(async ({ cursor = '' }) => pages[cursor] ?? { items: [], nextCursor: null })).toEqual([1, 2, 3]);
});
