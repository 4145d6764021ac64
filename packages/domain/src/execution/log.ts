import type { Envelope } from '../operation/index.ts';
import type { UserId } from '../ids.ts';

/** Why the server stored an operation with a mark. Flags inform; they never hide or refuse work. */
export type LogFlag = 'after_cancel' | 'after_completion' | 'after_removal' | 'verdict_differs' | 'clock' | 'imported';

/** One operation as a reader has it: from the server's log, or still only on this phone. */
export interface LogEntry {
  readonly operation: Envelope;
  /** Server position; null while the operation is only on this phone (or held). */
  readonly seq: number | null;
  readonly actor: UserId;
  /** Server arrival, ms; null while unsent. */
  readonly serverAt: number | null;
  readonly flags: readonly LogFlag[];
}

/** Two devices' clocks may disagree: capture time brought to the server's clock by the offset the device last measured. */
export const correctedAt = ({ operation }: Pick<LogEntry, 'operation'>): number => operation.w + operation.o;

/** Later of two entries for display and tie-breaks: by corrected capture time, by id where clocks cannot be compared (decision 14). */
export function isLater(a: Pick<LogEntry, 'operation'>, b: Pick<LogEntry, 'operation'>): boolean {
  const [left, right] = [correctedAt(a), correctedAt(b)];
  return Math.abs(left - right) <= CLOCK_TRUST_MS && left !== right ? left > right : a.operation.id > b.operation.id;
}
export const CLOCK_TRUST_MS = 120_000;

