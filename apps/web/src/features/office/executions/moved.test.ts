import { expect, test } from 'vitest';
import { RpcError } from '../../../platform/rpc.ts';
import { movedIn } from './moved.ts';

test('what came while one was reading is told record by record', () => {
  const refused = new RpcError('CONFLICT', {
    ...{ reason: 'moved', head: 42, operations: ['a', 'b'], kinds: ['step', 'complete'] },
    ...{ addresses: ['s01/CH3', ''], people: ['Camille', 'Yanis'] },
  });
  expect(movedIn(refused)).toEqual({
    head: 42,
    arrivals: [
      { id: 'a', kind: 'step', address: 's01/CH3', person: 'Camille' },
      { id: 'b', kind: 'complete', address: null, person: 'Yanis' },
    ],
  });
  expect(movedIn(new RpcError('CONFLICT', { reason: 'not_completed', status: 'in_progress' }))).toBeNull();
  expect(movedIn(null)).toBeNull();
});
