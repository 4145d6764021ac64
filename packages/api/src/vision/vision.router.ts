import { assetIdSchema, executionIdSchema, plainText } from '@heliograph/domain';
import { analysisIdSchema, analysisStateSchema, askedAnalysisSchema, bandSchema, decisionSchema } from '@heliograph/domain/vision';
import * as z from 'zod/mini';
import { allowed, router } from '../trpc/init.ts';
import { optional } from '../trpc/input.ts';
import { paging } from '../trpc/paging.ts';
import { agreementOf } from './agreement.service.ts';
import { analysesFor, analysisOf, classChoices } from './analysis.service.ts';
import { analyze, askAgain, stopAsking } from './ask.service.ts';
import { decide } from './decide.service.ts';

const one = z.object({ id: analysisIdSchema });
const month = z.optional(z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/)));
const listSchema = optional(
  z.object({
    ...paging,
    states: z.optional(z.array(analysisStateSchema).check(z.minLength(1), z.maxLength(7))),
    band: z.optional(bandSchema),
    assetId: z.optional(assetIdSchema),
    executionId: z.optional(executionIdSchema),
    /** Only those that the person asked for. */
    mine: z._default(z.boolean(), false),
  }),
);

export const visionRouter = router({
  analyze: allowed('assistant.use')
    .input(askedAnalysisSchema)
    .mutation(({ ctx, input }) => analyze(ctx.deps, ctx.actor, input)),
  again: allowed('assistant.use')
    .input(one)
    .mutation(({ ctx, input }) => askAgain(ctx.deps, ctx.actor, input.id)),
  stop: allowed('assistant.use')
    .input(one)
    .mutation(({ ctx, input }) => stopAsking(ctx.deps, ctx.actor, input.id)),
  list: allowed('assistant.use')
    .input(listSchema)
    .query(({ ctx, input: { assetId: asset, executionId: execution, mine, ...input } }) =>
      analysesFor(ctx.deps, ctx.actor, { ...input, asset, execution, author: mine ? ctx.actor.user : undefined }),
    ),
  get: allowed('assistant.use')
    .input(one)
    .query(({ ctx, input }) => analysisOf(ctx.deps, ctx.actor, input.id)),
  decide: allowed('analysis.decide')
    .input(decisionSchema)
    .mutation(({ ctx, input }) => decide(ctx.deps, ctx.actor, input)),
  classes: allowed('assistant.use').query(() => classChoices()),
  agreement: allowed('office.read')
    .input(optional(z.object({ from: month, to: month, model: z.optional(plainText(120)) })))
    .query(({ ctx, input }) => agreementOf(ctx.deps, ctx.actor, input)),
});
