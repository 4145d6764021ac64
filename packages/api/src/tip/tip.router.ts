import { plainText, tipIdSchema, tipStateSchema, tipTextSchema } from '@heliograph/domain';
import * as z from 'zod/mini';
import { allowed, router } from '../trpc/init.ts';
import { optional } from '../trpc/input.ts';
import { paging } from '../trpc/paging.ts';
import { createTip, openTip, rate, tipsFor, updateTip } from './tip.service.ts';
import { decide } from './tip-decision.service.ts';

const listSchema = optional(
  z.object({
    ...paging,
    state: z.optional(z.enum([...tipStateSchema.options, 'archived'])),
    /** Only those that the person wrote. */
    mine: z._default(z.boolean(), false),
    category: z.optional(plainText(80)),
    query: z.optional(plainText(100)),
  }),
);
const named = { id: tipIdSchema, revision: z.int() };
const uuid = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/));
const reason = plainText(1000).check(z.trim(), z.minLength(1));

export const tipRouter = router({
  list: allowed('tip.read')
    .input(listSchema)
    .query(({ ctx, input }) => tipsFor(ctx.deps, ctx.actor, input)),
  get: allowed('tip.read')
    .input(z.object({ id: tipIdSchema }))
    .query(({ ctx, input }) => openTip(ctx.deps, ctx.actor, input.id)),
  create: allowed('tip.write')
    .input(z.extend(tipTextSchema, { id: z.optional(uuid), submit: z._default(z.boolean(), false) }))
    .mutation(({ ctx, input }) => createTip(ctx.deps, ctx.actor, { ...input, id: input.id ?? crypto.randomUUID() })),
  update: allowed('tip.write')
    .input(z.extend(tipTextSchema, named))
    .mutation(({ ctx, input }) => updateTip(ctx.deps, ctx.actor, input)),
  submit: allowed('tip.write')
    .input(z.object(named))
    .mutation(({ ctx, input }) => decide(ctx.deps, ctx.actor, { ...input, act: 'submit' })),
  approve: allowed('tip.approve')
    .input(z.object(named))
    .mutation(({ ctx, input }) => decide(ctx.deps, ctx.actor, { ...input, act: 'approve' })),
  reject: allowed('tip.approve')
    .input(z.object({ ...named, reason }))
    .mutation(({ ctx, input }) => decide(ctx.deps, ctx.actor, { ...input, act: 'reject' })),
  archive: allowed('tip.write')
    .input(z.object(named))
    .mutation(({ ctx, input }) => decide(ctx.deps, ctx.actor, { ...input, act: 'archive' })),
  rate: allowed('tip.read')
    .input(z.object({ id: tipIdSchema, useful: z.boolean() }))
    .mutation(({ ctx, input }) => rate(ctx.deps, ctx.actor, input)),
});
