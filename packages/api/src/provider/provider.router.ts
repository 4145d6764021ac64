import { modelNameSchema, saveProviderSchema } from '@heliograph/domain';
import * as z from 'zod/mini';
import { allowed, router, sensitive } from '../trpc/init.ts';
import { dropProvider, keepProvider, providersOf, tryProvider } from './provider.service.ts';

const idSchema = z.string().check(z.regex(/^[0-9a-f-]{36}$/));

export const providerRouter = router({
  list: allowed('assistant.manage').query(({ ctx }) => providersOf(ctx.deps, ctx.actor)),
  save: sensitive('assistant.manage')
    .input(saveProviderSchema)
    .mutation(({ ctx, input }) => keepProvider(ctx.deps, ctx.actor, input)),
  test: allowed('assistant.manage')
    .input(z.object({ id: idSchema, model: z.optional(modelNameSchema) }))
    .mutation(({ ctx, input }) => tryProvider(ctx.deps, ctx.actor, input)),
  remove: sensitive('assistant.manage')
    .input(z.object({ id: idSchema }))
    .mutation(({ ctx, input }) => dropProvider(ctx.deps, ctx.actor, input)),
});
