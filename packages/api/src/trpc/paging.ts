import { refuse } from '@heliograph/domain';
import * as z from 'zod/mini';

/** What every list takes beside its filters. */
export const paging = {
  cursor: z.optional(z.string().check(z.maxLength(1000))),
  limit: z._default(z.int().check(z.minimum(1), z.maximum(100)), 50),
};

/** What every list answers. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Where the next page goes on; null on the last one. */
  readonly nextCursor: string | null;
}

/** A page from one row more than was asked for. @param positionOf what of a row says where the next page begins */
export function pageOf<Row>(rows: readonly Row[], limit: number, positionOf: (row: Row) => unknown): Page<Row> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const isMore = rows.length > limit && last !== undefined;
  return { items, nextCursor: isMore ? Buffer.from(JSON.stringify(positionOf(last))).toString('base64url') : null };
}

/** Where the page before ended. It only says where to go on, so it need not be signed. @throws AppError INVALID */
export function positionIn<Schema extends z.ZodMiniType>(cursor: string | undefined, schema: Schema): z.infer<Schema> | undefined {
  if (cursor === undefined) return undefined;
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    return refuse('INVALID', { reason: 'cursor' });
  }
}
