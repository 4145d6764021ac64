import { type FindingFilter, type FindingRow, findFinding, listFindings, readOrg } from '@heliograph/db';
import { refuse } from '@heliograph/domain';
import type { FindingSummary } from '@heliograph/domain/vision';
import * as z from 'zod/mini';
import type { Actor } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { labelOf } from '../retrieval/defect-classes.ts';
import { type Page, pageOf, positionIn } from '../trpc/paging.ts';

const positionSchema = z.object({ at: z.int(), id: z.string() });

interface Wish extends FindingFilter {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Findings that the person may see, newest first. */
export const findingsFor = ({ db }: Pick<Deps, 'db'>, actor: Actor, { cursor, limit, ...filter }: Wish): Promise<Page<FindingSummary>> =>
  readOrg(db, actor, async (tx) => {
    const rows = await listFindings(tx, actor, { ...filter, limit: limit + 1, before: positionIn(cursor, positionSchema) });
    const { items, nextCursor } = pageOf(rows, limit, ({ at, id }) => ({ at, id }));
    return { items: items.map(findingOf), nextCursor };
  });

/** @throws AppError NOT_FOUND */
export const openFinding = ({ db }: Pick<Deps, 'db'>, actor: Actor, id: string): Promise<FindingSummary> =>
  readOrg(db, actor, async (tx) => findingOf((await findFinding(tx, actor, id)) ?? refuse('NOT_FOUND')));

export const findingOf = (row: FindingRow): FindingSummary => {
  const { id, severity, state, text, photo, box, analysis, execution, step, at } = row;
  return {
    ...{ id, severity, state, text, photo, box, analysis, execution, step, at, class: row.class, label: labelOf(row.class) },
    asset: row.asset === null ? null : { id: row.asset, name: row.assetName ?? '' },
    site: row.site === null ? null : { id: row.site, name: row.siteName ?? '' },
    author: { id: row.author, name: row.authorName },
    decidedBy: { id: row.decidedBy, name: row.deciderName },
  };
};
