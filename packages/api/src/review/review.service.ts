import { type ExecutionSummary, findExecution, findSite, type NamedEntry, type OrgTx, readLog, readLogAfter, withOrg } from '@heliograph/db';
import { AppError, type ExecutionId, foldExecution, LIFE, type LifeStatus, type OperationId, refuse } from '@heliograph/domain';
import { record } from '../activity/record.ts';
import type { Doer } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { reader } from '../execution/reading.ts';
import { actAs, holdExecution } from '../office/act.ts';

type Ports = Pick<Deps, 'db' | 'now' | 'sync' | 'readings'>;

export interface Review {
  readonly id: ExecutionId;
  readonly outcome: 'approve' | 'return';
  /** Position of the last operation that the reviewer had on screen. */
  readonly seen: number;
  readonly note?: string | undefined;
  /** Address of the step that is to be looked at again. */
  readonly step?: string | undefined;
  readonly operation?: OperationId | undefined;
}

export interface Reviewed {
  readonly id: ExecutionId;
  readonly status: string;
  readonly head: number;
}

/** Work that was sent back can be sent back in better words until somebody completes it anew. */
const DECIDABLE: Readonly<Record<Review['outcome'], readonly LifeStatus[]>> = {
  approve: ['completed'],
  return: ['completed', 'approved', 'returned'],
};

/**
 * The office's word about a completed execution, as an operation of the protocol in the reviewer's name and bound to what they saw:
 * the technician's phone hears of it as of everything else, and goes on where it was returned.
 * @throws AppError NOT_FOUND; CONFLICT `not_completed` (with the `status`), `moved` (with what came since); INVALID `step`
 */
export const review = (deps: Ports, doer: Doer, { id, outcome, seen, note, step, operation }: Review): Promise<Reviewed> =>
  withOrg(deps.db, doer, async (tx) => {
    await holdExecution(tx, id);
    const row = (await findExecution(tx, doer, id)) ?? refuse('NOT_FOUND');
    const log = await readLog(tx, id);
    if (operation !== undefined && log.some((entry) => entry.operation.id === operation)) return standing(tx, doer, id);
    const { status, registers } = foldExecution(log);
    // Before what moved: where nothing is left to decide, nobody is asked to look again and then decide.
    if (!DECIDABLE[outcome].includes(status)) refuse('CONFLICT', { reason: 'not_completed', status });
    if (seen < row.head) throw await moved(tx, id, { seen, head: row.head });
    const item = step === undefined ? null : await itemAt(tx, deps, { row, step });
    const { timeZone = 'UTC' } = (await findSite(tx, doer, row.site)) ?? {};
    const b = registers.get(LIFE)?.heads.map((head) => head.operation.id) ?? [];
    const p = { outcome, seen, ...(note === undefined ? {} : { note }), ...(step === undefined ? {} : { step }) };
    await actAs(deps, tx, { actor: doer, zone: timeZone, acts: [{ k: 'review', x: id, id: operation, b, p }] });
    await record(tx, doer, {
      action: 'execution.review',
      subject: { kind: 'execution', id },
      details: { outcome, ...(step === undefined ? {} : { step }), ...(item === null ? {} : { item }) },
    });
    return standing(tx, doer, id);
  });

async function standing(tx: OrgTx, doer: Doer, id: ExecutionId): Promise<Reviewed> {
  const { head } = (await findExecution(tx, doer, id)) ?? refuse('NOT_FOUND');
  return { id, status: foldExecution(await readLog(tx, id)).status, head };
}

/**
 * Label of the one place of a repeated step that an address is of; null where it is of the whole step, or the procedure cannot be read.
 * @throws AppError INVALID `step`, where the work has no such place
 */
async function itemAt(tx: OrgTx, { readings }: Ports, { row, step }: { row: ExecutionSummary; step: string }): Promise<string | null> {
  const { content, assessment } = await reader(tx, readings).read(row);
  if (content === null || content.steps.some(({ id }) => id === step)) return null;
  const place = assessment?.places.find(({ address }) => address === step);
  return place === undefined ? refuse('INVALID', { reason: 'step' }) : (place.item?.label ?? null);
}

const MOST_TOLD = 50;

/** What came since, in lists of one length: enough to say in words what to look at again. */
async function moved(tx: OrgTx, id: ExecutionId, { seen, head }: { seen: number; head: number }): Promise<AppError> {
  const since = await readLogAfter(tx, id, { after: seen, limit: MOST_TOLD });
  const each = (tell: (entry: NamedEntry) => string) => since.map(tell);
  return new AppError('CONFLICT', {
    ...{ reason: 'moved', head },
    operations: each(({ operation }) => operation.id),
    kinds: each(({ operation }) => operation.k),
    addresses: each(({ operation }) => operation.s ?? ''),
    people: each(({ actorName }) => actorName),
  });
}
