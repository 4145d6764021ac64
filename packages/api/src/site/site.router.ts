import { plainText, RETIRED_FILTER, siteIdSchema } from '@heliograph/domain';
import * as z from 'zod/mini';
import { newId } from '../office/ids.ts';
import { allowed, router } from '../trpc/init.ts';
import { optional } from '../trpc/input.ts';
import { paging } from '../trpc/paging.ts';
import { createSite, openSite, restore, retire, sitesFor, siteTree, updateSite } from './site.service.ts';

const listSchema = optional(z.object({ ...paging, query: z.optional(plainText(100)), retired: z._default(z.enum(RETIRED_FILTER), 'no') }));

const needed = (max: number) => plainText(max).check(z.trim(), z.minLength(1));
const text = (max: number) => z._default(plainText(max), '');
const degrees = (most: number) => z._default(z.nullable(z.number().check(z.minimum(-most), z.maximum(most))), null);

/** What a person may say of a site. Everything is sent each time: what is left out is empty. */
const draft = {
  name: needed(200),
  code: needed(64),
  timeZone: needed(64),
  address: text(500),
  lat: degrees(90),
  lon: degrees(180),
  emergency: z._default(
    z.object({
      gate: text(500),
      meetingPoint: text(500),
      shutOff: text(500),
      controlRoom: text(100),
      hospital: text(500),
      fireStation: text(500),
    }),
    { gate: '', meetingPoint: '', shutOff: '', controlRoom: '', hospital: '', fireStation: '' },
  ),
};
const named = z.object({ id: siteIdSchema, revision: z.int() });

export const siteRouter = router({
  list: allowed('site.read')
    .input(listSchema)
    .query(({ ctx, input }) => sitesFor(ctx.deps, ctx.actor, input)),
  get: allowed('site.read')
    .input(z.object({ id: siteIdSchema }))
    .query(({ ctx, input }) => openSite(ctx.deps, ctx.actor, input.id)),
  tree: allowed('site.read')
    .input(z.object({ id: siteIdSchema }))
    .query(({ ctx, input }) => siteTree(ctx.deps, ctx.actor, input.id)),
  create: allowed('site.manage')
    .input(z.object({ id: z.optional(siteIdSchema), ...draft }))
    .mutation(({ ctx, input: { id, ...rest } }) => createSite(ctx.deps, ctx.actor, { id: id ?? newId(siteIdSchema, ctx.deps.now()), ...rest })),
  update: allowed('site.manage')
    .input(z.extend(named, draft))
    .mutation(({ ctx, input }) => updateSite(ctx.deps, ctx.actor, input)),
  retire: allowed('site.manage')
    .input(named)
    .mutation(({ ctx, input }) => retire(ctx.deps, ctx.actor, input)),
  restore: allowed('site.manage')
    .input(named)
    .mutation(({ ctx, input }) => restore(ctx.deps, ctx.actor, input)),
});
