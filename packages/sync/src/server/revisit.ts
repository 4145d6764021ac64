import type { ExecutionId } from '@heliograph/domain';
import { settleHeld } from './apply-batch.ts';
import { incomingOf } from './decide.ts';
import type { HeldOperation, Sender, ServerPorts } from './ports.ts';

/**
 * Looks again at what this person's phones sent and the server could not apply yet: a kind that it has learned since (H33), a procedure that
 * is published now, a site that was given. What can be applied is, in the order in which it came; phones hear of it with their next pull.
 * @returns how many no longer wait
 */
export function revisitHeld(ports: ServerPorts, sender: Sender): Promise<number> {
  return ports.store.write(sender.org, async (tx) => {
    const subjects = subjectsOf(await tx.held(sender.user));
    if (subjects.length === 0) return 0;
    await tx.lockSubjects(subjects);
    // Read again with the subjects locked: another process may have been here first.
    const held = (await tx.held(sender.user)).map(incomingOf).filter(({ envelope }) => subjects.includes(envelope.x as string as ExecutionId));
    return settleHeld({ tx, ports, sender }, held);
  });
}

// An operation's `x` names an execution wherever the kinds known today are concerned.
const subjectsOf = (held: readonly HeldOperation[]): ExecutionId[] => [
  ...new Set(held.map((one) => incomingOf(one).envelope.x as string as ExecutionId)),
];
