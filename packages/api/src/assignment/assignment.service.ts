import { type ExecutionSummary, findExecution, listMembers, listPlanned, type OrgTx, type PlannedFilter, readLogsOf, readOrg } from '@heliograph/db';
import {
  type ExecutionId,
  executionIdSchema,
  foldExecution,
  LIFE_KINDS,
  type LifeStatus,
  type Localized,
  type Reported,
  refuse,
  type UserId,
} from '@heliograph/domain';
import * as z from 'zod/mini';
import type { Actor } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { type ByLife, rowsByLife } from '../execution/execution-rows.ts';
import { reader } from '../execution/reading.ts';
import { type Page, pageOf, positionIn } from '../trpc/paging.ts';

interface Named<Id extends string = string> {
  readonly id: Id;
  readonly name: string;
}

/** Work given to people. Its id is that of the execution everybody it is given to opens. Instants in ms. */
export interface Assignment {
  readonly id: ExecutionId;
  readonly status: LifeStatus;
  readonly procedure: { readonly hash: string; readonly slug: string; readonly number: number; readonly title: Localized | null };
  readonly site: Named & { readonly timeZone: string };
  readonly asset: { readonly id: string; readonly name: string | null } | null;
  /** The day at the site. */
  readonly day: string;
  readonly note: string | null;
  readonly reported: Reported | null;
  /** Who is on it now. */
  readonly people: readonly Named<UserId>[];
  readonly plannedBy: Named<UserId>;
  readonly plannedAt: number;
  readonly withdrawn: { readonly by: Named<UserId>; readonly at: number; readonly reason: string } | null;
  readonly startedAt: number | null;
  readonly completedAt: number | null;
  /** Position of its latest operation. */
  readonly head: number;
}

type Ports = Pick<Deps, 'db' | 'readings'>;
export type ListAssignments = Omit<PlannedFilter, 'statuses'> & ByLife & { readonly cursor?: string | undefined; readonly limit: number };

const position = z.tuple([z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/)), executionIdSchema]);

/** Work that was given to people, of what the person may see: the earliest day first. */
export const assignmentsFor = (
  { db, readings }: Ports,
  actor: Actor,
  { cursor, limit, statuses, ...filter }: ListAssignments,
): Promise<Page<Assignment>> =>
  readOrg(db, actor, async (tx) => {
    const [day, id] = positionIn(cursor, position) ?? [];
    const start = day === undefined || id === undefined ? undefined : { day, id };
    const rows = await rowsByLife({
      ...{ statuses, limit: limit + 1, digest: reader(tx, readings).digest },
      read: (stored, last) => listPlanned(tx, actor, { ...filter, statuses: stored, after: placeOf(last) ?? start, limit: limit + 1 }),
    });
    const page = pageOf(rows, limit, (row) => [row.plannedFor, row.id]);
    return { ...page, items: await assignmentsOf(tx, readings, page.items) };
  });

/** Where a page ends. */
const placeOf = (row: ExecutionSummary | undefined) => (row?.plannedFor == null ? undefined : { day: row.plannedFor, id: row.id });

/** One piece of work as it stands. */
export async function readAssignment(
  tx: OrgTx,
  { readings }: Pick<Deps, 'readings'>,
  { actor, id }: { actor: Actor; id: ExecutionId },
): Promise<Assignment> {
  const row = await findExecution(tx, actor, id);
  const [assignment] = row === undefined ? [] : await assignmentsOf(tx, readings, [row]);
  return assignment ?? refuse('NOT_FOUND');
}

async function assignmentsOf(tx: OrgTx, readings: Deps['readings'], rows: readonly ExecutionSummary[]): Promise<Assignment[]> {
  const ids = rows.map(({ id }) => id);
  const logs = await readLogsOf(tx, ids, LIFE_KINDS);
  const names = new Map((await listMembers(tx)).map(({ user, name }) => [user, name]));
  const { contentOf } = reader(tx, readings);
  const assignments: Assignment[] = [];
  for (const row of rows) {
    const title = (await contentOf(row.procedure))?.title ?? null;
    const state = foldExecution(logs.get(row.id) ?? []);
    if (state.plan !== null)
      assignments.push(assignmentOf(row, { title, state, plan: state.plan, nameOf: (user) => ({ id: user, name: names.get(user) ?? '' }) }));
  }
  return assignments;
}

interface Around {
  readonly title: Localized | null;
  readonly state: ReturnType<typeof foldExecution>;
  readonly plan: NonNullable<ReturnType<typeof foldExecution>['plan']>;
  nameOf(user: UserId): Named<UserId>;
}

function assignmentOf(row: ExecutionSummary, { title, state, plan, nameOf }: Around): Assignment {
  const { cancelled, start } = state;
  return {
    id: row.id,
    status: state.status,
    procedure: { hash: row.procedure, slug: row.slug, number: row.number, title },
    site: { id: row.site, name: row.siteName, timeZone: row.siteZone },
    asset: row.asset === null ? null : { id: row.asset, name: row.assetName },
    day: plan.p.day,
    note: plan.p.note ?? null,
    reported: plan.p.reported ?? null,
    people: state.assigned.map(nameOf),
    plannedBy: nameOf(plan.by),
    plannedAt: plan.entry.serverAt ?? plan.entry.operation.w,
    withdrawn:
      cancelled === null
        ? null
        : { by: nameOf(cancelled.by), at: cancelled.entry.serverAt ?? cancelled.entry.operation.w, reason: cancelled.p.reason },
    startedAt: start === null ? null : start.entry.operation.w + start.entry.operation.o,
    completedAt: row.completedAt,
    head: row.head,
  };
}
