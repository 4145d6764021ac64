import { userIdSchema } from '@heliograph/domain';
import { expect, test } from 'vitest';
import { RpcError } from '../../../platform/rpc.ts';
import { decidedIn } from './decided.ts';

const NADIA = userIdSchema.parse('01890000-0000-7000-8000-000000000001');
const said = { seen: 4, step: null, by: NADIA, at: 0, deviceAt: 0, zone: 0, receivedAt: 0, flags: [] };
const reviews = [
  { ...said, outcome: 'return' as const, note: 'À reprendre' },
  { ...said, outcome: 'approve' as const, note: null },
];
const opened = { reviews, names: { [NADIA]: 'Nadia Roux' } };
const refusedAs = (status: string) => new RpcError('CONFLICT', { reason: 'not_completed', status });

test('what was decided already is told with who said it and the note that stands', () => {
  expect(decidedIn(refusedAs('returned'), opened)).toEqual({ status: 'returned', who: 'Nadia Roux', note: 'À reprendre' });
  expect(decidedIn(refusedAs('approved'), opened)).toEqual({ status: 'approved', who: 'Nadia Roux', note: null });
});

test('work that goes on again has no word that stands, and what was not read anew is not made up', () => {
  expect(decidedIn(refusedAs('in_progress'), opened)).toEqual({ status: 'in_progress', who: null, note: null });
  expect(decidedIn(refusedAs('returned'), { reviews: [], names: {} })).toEqual({ status: 'returned', who: null, note: null });
  expect(decidedIn(new RpcError('CONFLICT', { reason: 'moved' }), opened)).toBeNull();
});
