import { ASK_FAULTS, ROUTE_REASONS, UNSAFE } from '@heliograph/domain/assistant';
import { REFUSALS, type Refusal } from '@heliograph/domain/assistant/safety';
import type { assistantMessages } from './messages.ts';
import type { Answer } from './talk-state.ts';

type Words = (typeof assistantMessages)['fr'];
const FAULTS = [...ASK_FAULTS, 'server'] as const;

/** Why an answer ended as it did; null where it simply ended. */
export function endingIn(t: Words, { status, problem }: Pick<Answer, 'status' | 'problem'>): string | null {
  if (status === 'writing') return null;
  if (status === 'done') return problem === 'length' ? t.atLength : problem === 'filtered' ? t.filtered : null;
  if (status === 'stopped') return t.status_stopped;
  const fault = FAULTS.find((one) => one === problem);
  const why = fault === undefined || fault === 'stopped' ? t.fault_other : t[`fault_${fault}`];
  return `${status === 'cut' ? t.status_cut : t.status_failed} ${why}`;
}

/** Which model the router took, and why; null where a person chose. A reason that a newer server gives needs no words. */
export function reasonIn(t: Words, reason: string | null): string | null {
  if (reason === null) return null;
  const known = ROUTE_REASONS.find((one) => one === reason);
  return known === undefined ? t.automatic : t.why(t[`why_${known}`]);
}

/** The rule of safety that an answer broke; null where it broke none. */
export const breachIn = ({ problem }: Pick<Answer, 'problem'>): Refusal | null => REFUSALS.find((one) => problem === `${UNSAFE}${one}`) ?? null;
