import type { ExecutionId, OperationId } from '@heliograph/domain';
import { applyBatch } from './apply-batch.ts';
import type { Work } from './decide.ts';
import type { StoredState } from './ports.ts';
import { readOne } from './read-batch.ts';

/** What became of each operation of a file: `known` ones were here before, whoever brought them. */
export type HandedIn = ReadonlyMap<OperationId, StoredState | 'known'>;

/**
 * Takes in operations that came in a file instead of from their phone (decision 26): in their author's name (the work's sender), judged as if the
 * phone had sent them, without a device and without a counter. What is stored already is not touched, so handing in twice changes nothing.
 * @throws UnreadableBatch when an operation has no id
 */
export async function handIn(work: Work, operations: readonly unknown[]): Promise<HandedIn> {
  const batch = operations.map(readOne);
  const ids = [...new Set(batch.map(({ envelope }) => envelope.id))];
  // An operation's `x` names an execution wherever the kinds known today are concerned.
  await work.tx.lockSubjects([...new Set(batch.map(({ envelope }) => envelope.x as string as ExecutionId))]);
  const before = await work.tx.stored(ids);
  const todo = new Map(batch.filter(({ envelope }) => !before.has(envelope.id)).map((incoming) => [incoming.envelope.id, incoming]));
  await applyBatch(work, [...todo.values()]);
  const after = await work.tx.stored(ids);
  return new Map(ids.map((id) => [id, before.has(id) ? 'known' : (after.get(id) ?? 'known')]));
}
