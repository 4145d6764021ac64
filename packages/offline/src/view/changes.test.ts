import type { OutboxStore, OutboxTx } from '@heliograph/sync';
import { expect, test } from 'vitest';
import { operation } from '../contract/samples.ts';
import { type Changes, observeOutbox } from './changes.ts';

const tx = { putOp: async () => undefined } as unknown as OutboxTx;
const told = async (write: OutboxStore['write'], work: (tx: OutboxTx) => Promise<unknown>) => {
  const changes: Changes[] = [];
  await observeOutbox({ read: write, write }, (one) => changes.push(one))
    .write(work)
    .catch(() => undefined);
  return changes.map(({ operations }) => operations.map(({ i }) => i));
};

test('only the run that was kept is told: a handle lost half-way makes the work run again', async () => {
  let runs = 0;
  const twice: OutboxStore['write'] = async (work) => {
    await work(tx);
    return work(tx);
  };
  const record = (seen: OutboxTx) => {
    runs += 1;
    return seen.putOp(operation(runs));
  };
  expect(await told(twice, record)).toEqual([[2]]);
});

test('a write that failed, and one that changed nothing, tell nothing', async () => {
  const failing: OutboxStore['write'] = async (work) => {
    await work(tx);
    throw new Error('full');
  };
  expect(await told(failing, (seen) => seen.putOp(operation(1)))).toEqual([]);
  expect(
    await told(
      (work) => work(tx),
      async () => undefined,
    ),
  ).toEqual([]);
});
