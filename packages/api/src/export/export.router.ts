import * as z from 'zod/mini';
import { executionFilter, filterOf } from '../execution/execution.router.ts';
import { allowed, router } from '../trpc/init.ts';
import { optional } from '../trpc/input.ts';
import { pageOfRecords } from './export.service.ts';

const LIMIT = 20;

const schema = optional(
  z.object({
    cursor: z.optional(z.string().check(z.maxLength(1000))),
    limit: z._default(z.int().check(z.minimum(1), z.maximum(100)), LIMIT),
    ...executionFilter,
  }),
);

export const exportRouter = router({
  /** A page to look at, and where the whole is fetched from. */
  executions: allowed('execution.read')
    .input(schema)
    .query(async ({ ctx, input: { cursor, limit, ...filter } }) => ({
      ...(await pageOfRecords(ctx.deps, ctx.actor, { cursor, limit, ...filterOf(filter) })),
      csv: addressOf('csv', filter),
      json: addressOf('json', filter),
    })),
});

/** The whole of it as a file, with the same filters. */
function addressOf(format: 'csv' | 'json', filter: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) for (const one of [value].flat()) if (one !== undefined) query.append(name, String(one));
  return `/api/export/executions.${format}${query.size === 0 ? '' : `?${query}`}`;
}
