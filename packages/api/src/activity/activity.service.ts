import { type ActivityFilter, listActs, type RecordedAct, readOrg } from '@heliograph/db';
import * as z from 'zod/mini';
import type { Actor } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { type Page, pageOf, positionIn } from '../trpc/paging.ts';

/** A line of the record. `at` in ms; `actor` is null where nobody of the organisation did it, such as a wrong password. */
export type ActivityItem = Omit<RecordedAct, 'actor' | 'actorName'> & {
  readonly actor: { readonly id: string; readonly name: string | null } | null;
};

export type ListActivity = ActivityFilter & { readonly cursor?: string | undefined; readonly limit: number };

const position = z.tuple([z.int(), z.uuid()]);

/** What was done in the organisation, newest first. */
export const activityOf = ({ db }: Pick<Deps, 'db'>, actor: Actor, { cursor, limit, ...filter }: ListActivity): Promise<Page<ActivityItem>> =>
  readOrg(db, actor, async (tx) => {
    const [at, id] = positionIn(cursor, position) ?? [];
    const before = at === undefined || id === undefined ? undefined : { at, id };
    const rows = await listActs(tx, { ...filter, before, limit: limit + 1 });
    const { items, nextCursor } = pageOf(rows, limit, (row) => [row.at, row.id]);
    return { items: items.map(itemOf), nextCursor };
  });

const itemOf = ({ actor, actorName, ...act }: RecordedAct): ActivityItem => ({
  ...act,
  actor: actor === null ? null : { id: actor, name: actorName },
});
