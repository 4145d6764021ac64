import type { OperationId } from '@heliograph/domain';
import type { AsideRecord, OutboxTx } from './ports.ts';

/** Whether it waits for a person: rejected, and nobody has dealt with it yet. */
export const needsPerson = ({ state, settled }: Pick<AsideRecord, 'state' | 'settled'>): boolean => state === 'rejected' && settled === undefined;

/**
 * A person has dealt with what the server rejected. The record stays, with its words and the time: deleted, the operation would be
 * own work again. What is held settles itself, once the server applies it.
 */
export async function settleAside(tx: OutboxTx, id: OperationId, now: number): Promise<void> {
  const record = (await tx.asides()).find(({ operation }) => operation.id === id);
  if (record !== undefined && needsPerson(record)) await tx.putAside({ ...record, settled: now });
}
