import { expect, test } from 'vitest';
import { RpcError } from '../../platform/rpc.ts';
import { deadEndIn, deadEndOf, tokenIn } from './standing.ts';

test('a link says what became of it', () => {
  expect((['open', 'used', 'revoked', 'expired'] as const).map((state) => deadEndOf({ state }))).toEqual([null, 'used', 'revoked', 'expired']);
});

test.each([
  ['NOT_FOUND', { reason: 'link' }, 'wrong'],
  ['INVALID', { fields: ['token'] }, 'wrong'],
  ['CONFLICT', { reason: 'link_used' }, 'used'],
  ['CONFLICT', { reason: 'link_expired' }, 'expired'],
  ['CONFLICT', { reason: 'member' }, 'member'],
  ['CONFLICT', { reason: 'email_taken' }, 'emailTaken'],
  ['CONFLICT', { reason: 'signed_in_as_other', name: 'Nadia' }, null],
  ['INVALID', { reason: 'password_short' }, null],
  ['SIGNED_OUT', { reason: 'credentials' }, null],
  ['TOO_MANY', { retryAfter: 60 }, null],
] as const)('%s %o is about the link: %s', (code, details, expected) => expect(deadEndIn(new RpcError(code, details))).toBe(expected));

test('the secret stands behind the number sign', () => expect([tokenIn('#abc'), tokenIn('')]).toEqual(['abc', '']));
