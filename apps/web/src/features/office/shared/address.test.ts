import { expect, test } from 'vitest';
import { readAddress, withValues } from './address.ts';

test('an address gives back the filters it was made of, and says nothing of the empty ones', () => {
  const address = withValues('/office', { status: 'completed', site: '', person: 'a b&c' });
  expect(address).toBe('/office?status=completed&person=a+b%26c');
  expect(readAddress(address.slice('/office'.length), ['status', 'site', 'person'])).toEqual({ status: 'completed', site: '', person: 'a b&c' });
  expect(withValues('/office', { status: '' })).toBe('/office');
});
