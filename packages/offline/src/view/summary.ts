import {
  type AssetId,
  correctedAt,
  type Done,
  type Envelope,
  type ExecutionId,
  foldExecution,
  type LifeStatus,
  type OperationKind,
  type Payload,
  type ProcedureHash,
  type Reported,
  type SiteId,
  type UserId,
} from '@heliograph/domain';
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
  /** What the office gave; null for work that nobody planned. */
  readonly plan: PlannedDetails | null;
  /** Who it is given to now. */
  readonly assigned: readonly UserId[];
  /** By whom and why it was taken back, while it is. */
  readonly withdrawn: { readonly by: UserId; readonly at: number; readonly reason: string } | null;
  /** By whom and why it was taken from this person, who had it. */
  readonly takenOff: { readonly by: UserId; readonly at: number; readonly reason: string | null } | null;
  /** What the office wants looked at again, while it does. `step`: an address. */
  readonly returned: { readonly by: UserId; readonly at: number; readonly note: string | null; readonly step: string | null } | null;
}

export interface PlannedDetails {
  readonly procedure: ProcedureHash;
  readonly site: SiteId;
  readonly asset: AssetId | null;
  /** The day at the site. */
  readonly day: string;
  readonly note: string | null;
  readonly reported: Reported | null;
  readonly plannedBy: UserId;
  readonly plannedAt: number;
}

interface Known {
  readonly life: readonly LogRow[];
  readonly last: LogRow | null;
  readonly own: readonly Envelope[];
  readonly user: UserId;
}

/** The same fold as the open execution's, over the operations that move its life. */
export function summarise(x: ExecutionId, { life, last, own, user }: Known): ExecutionSummary {
  const { start, status, crew, plan, assigned, takenOff, cancelled, returned } = foldExecution(joinLogs(life, own.filter(isLife), user));
  const taken = takenOff.get(user) ?? null;
  const lastAt = Math.max(...[...own, ...(last === null ? [] : [last])].map(correctedAt));
  return {
    ...{ x, status, lastAt, crew, assigned },
    start: start?.p ?? null,
    startedBy: start?.by ?? null,
    startedAt: start === null ? null : madeAt(start),
    plan: plan === null ? null : detailsOf(plan),
    withdrawn: cancelled === null ? null : { by: cancelled.by, at: madeAt(cancelled), reason: cancelled.p.reason },
    takenOff: taken === null ? null : { by: taken.by, at: madeAt(taken), reason: taken.p.reason ?? null },
    returned: returned === null ? null : { by: returned.by, at: madeAt(returned), note: returned.p.note ?? null, step: returned.p.step ?? null },
  };
}

const madeAt = ({ entry }: Pick<Done<OperationKind>, 'entry'>): number => correctedAt(entry.operation);

const detailsOf = (plan: Done<'plan'>): PlannedDetails => ({
  ...{ procedure: plan.p.procedure, site: plan.p.site, asset: plan.p.asset ?? null, day: plan.p.day },
  ...{ note: plan.p.note ?? null, reported: plan.p.reported ?? null, plannedBy: plan.by, plannedAt: madeAt(plan) },
});
