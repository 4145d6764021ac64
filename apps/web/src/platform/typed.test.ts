import { executionIdSchema, userIdSchema } from '@heliograph/domain';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from './testing/browser.ts';
import { stash, stashed, unstash } from './typed.ts';

beforeEach(() => void fakeBrowser());

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const at = { user: userIdSchema.parse(id(1)), x: executionIdSchema.parse(id(2)), s: 's07' };

test('what was typed as the page went is there for the next one, until the disk has it', () => {
  stash(at, '42,');
  expect(stashed(at)).toBe('42,');
  unstash(at);
  expect(stashed(at)).toBeNull();
});

test('it belongs to one person and one place: nobody else reads it, and nothing else ends it', () => {
  stash(at, '42,');
  for (const other of [
    { ...at, s: 's08' },
    { ...at, user: userIdSchema.parse(id(9)) },
  ]) {
    expect(stashed(other)).toBeNull();
    unstash(other);
  }
  expect(stashed(at)).toBe('42,');
});

test('a browser that keeps nothing is no reason to stop', () => {
  vi.spyOn(localStorage, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  expect(() => stash(at, '4')).not.toThrow();
});
