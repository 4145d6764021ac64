import { type ExecutionFilter, type ExecutionPage, type ExecutionSummary, listExecutions, type OrgTx, type Viewer } from '@heliograph/db';
import { isGoingOn, LIFE_STATUSES, type LifeStatus } from '@heliograph/domain';
import type { reader } from './reading.ts';

type Digests = Pick<ReturnType<typeof reader>, 'digest'>;
type Stored = ExecutionSummary['status'];

/** Which executions a list or an export asks for. */
export type ExecutionsWanted = Omit<ExecutionFilter, 'statuses'> & ByLife;

export interface ByLife {
  readonly statuses?: readonly LifeStatus[] | undefined;
}

/** Executions a viewer may see, newest first. */
export const rowsOf = (
  tx: OrgTx,
  viewer: Viewer,
  { statuses, before, limit, digest, ...filter }: ExecutionsWanted & ExecutionPage & Digests,
): Promise<ExecutionSummary[]> =>
  rowsByLife({
    ...{ statuses, limit, digest },
    read: (stored, last) => listExecutions(tx, viewer, { ...filter, statuses: stored, before: last ?? before, limit }),
  });

interface Reads extends ByLife, Digests {
  readonly limit: number;
  /** The next rows in these stored states, after the last one that was read. */
  read(statuses: readonly Stored[] | undefined, last: ExecutionSummary | undefined): Promise<readonly ExecutionSummary[]>;
}

/**
 * A page of rows by where each stands in its life. Work that goes on is one state in the table; whether it is suspended or was sent back is
 * what its log comes to, so those rows are read on until the page is full.
 */
export async function rowsByLife({ statuses, limit, read, digest }: Reads): Promise<ExecutionSummary[]> {
  const stored = statuses && [...new Set(statuses.map(storedAs))];
  const found: ExecutionSummary[] = [];
  for (let last: ExecutionSummary | undefined; ; ) {
    const rows = await read(stored, last);
    for (const row of rows) if (!isToldApart(row, statuses) || statuses?.includes((await digest(row)).status)) found.push(row);
    last = rows.at(-1);
    if (found.length >= limit || rows.length < limit || last === undefined) return found.slice(0, limit);
  }
}

const storedAs = (status: LifeStatus): Stored => (status === 'suspended' || status === 'returned' ? 'in_progress' : status);

const GOING_ON = LIFE_STATUSES.filter(isGoingOn);

/** Whether only its log can say that a row is asked for. */
const isToldApart = ({ status }: ExecutionSummary, statuses: ByLife['statuses'] = LIFE_STATUSES): boolean =>
  status === 'in_progress' && !GOING_ON.every((one) => statuses.includes(one));
