import { expect, test, vi } from 'vitest';
import { runParts } from './part.ts';

test('a part that breaks is a failure, and the parts after it still run', async () => {
  const lines = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const broken = { name: 'broken', run: () => Promise.reject(new Error('no disk')) };
  const fine = { name: 'fine', run: async () => ({ passed: 4, failed: 0 }) };
  expect(await runParts([broken, fine])).toEqual({ passed: 4, failed: 1 });
  expect(lines.mock.calls.flat().join('\n')).toContain('no disk');
});
