import { correctedAt, type Envelope, type ExecutionId, foldExecution, type LifeStatus, type Payload, type UserId } from '@heliograph/domain';
import { joinLogs, type LogRow } from '@heliograph/sync';
import { isLife } from '../cache/format.ts';

/** An execution in one line of a list. How much of it waits is told by `Unsent`. */
export interface ExecutionSummary {
  readonly x: ExecutionId;
  readonly status: LifeStatus;
  /** What it was opened on; null while its start has not arrived. */
  readonly start: Payload<'start'> | null;
  readonly startedBy: UserId | null;
  /** Capture times brought to the server's clock, ms. */
  readonly startedAt: number | null;
  readonly lastAt: number;
  /** Whoever started it or was assigned. */
  readonly crew: readonly UserId[];
}

interface Known {
  readonly life: readonly LogRow[];
  readonly last: LogRow | null;
  readonly own: readonly Envelope[];
  readonly user: UserId;
}

/** The same fold as the open execution's, over the operations that move its life. */
export function summarise(x: ExecutionId, { life, last, own, user }: Known): ExecutionSummary {
  const { start, status, crew } = foldExecution(joinLogs(life, own.filter(isLife), user));
  const startedAt = start === null ? null : correctedAt(start.entry.operation);
  const lastAt = Math.max(...[...own, ...(last === null ? [] : [last])].map(correctedAt));
  return { x, status, start: start?.p ?? null, startedBy: start?.by ?? null, startedAt, lastAt, crew };
}
