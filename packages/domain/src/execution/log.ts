import type { UserId } from '../ids.ts';
import type { Envelope } from '../operation/index.ts';

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

/** Clocks further off than this are not used to say which of two records is later (decision 14). */
export const CLOCK_TRUST_MS = 120_000;

/** Capture time brought to the server's clock by the offset the device last measured, ms. For display. */
export const correctedAt = ({ w, o }: Pick<Envelope, 'w' | 'o'>): number => w + o;

/** Capture time for tie-breaks: zero where the device's clock is not to be trusted, so that ids decide. A total order, whatever comes in. */
export const comparableTime = (operation: Pick<Envelope, 'w' | 'o'>): number => (Math.abs(operation.o) > CLOCK_TRUST_MS ? 0 : correctedAt(operation));

/** Later of two records, the same everywhere: by comparable time, then by id. */
export function isLater(a: Envelope, b: Envelope): boolean {
  const [left, right] = [comparableTime(a), comparableTime(b)];
  return left === right ? a.id > b.id : left > right;
}
