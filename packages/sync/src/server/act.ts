import type { ExecutionId, Operation } from '@heliograph/domain';
import { type ActOutcome, applyAct } from './apply-batch.ts';
import type { Work } from './decide.ts';

/**
 * The office's way into the log (decision 26): operations made in the browser or for it, without an outbox, in the name of who is signed in.
 * The same judgement, fold and numbers as for a phone; but a refusal is answered at once and leaves nothing behind, and the caller is to roll back.
 * What is stored already is not done twice.
 */
export async function act(work: Work, operations: readonly Operation[]): Promise<ActOutcome> {
  const { tx } = work;
  await tx.lockSubjects([...new Set(operations.map(({ x }) => x as string as ExecutionId))]);
  const stored = await tx.stored(operations.map(({ id }) => id));
  const todo = operations.filter(({ id }) => !stored.has(id));
  if (todo.length === 0) return { kind: 'applied' };
  return applyAct(
    work,
    todo.map((operation) => ({ i: operation.i, envelope: operation, raw: JSON.stringify(operation), kind: 'known', operation })),
  );
}
