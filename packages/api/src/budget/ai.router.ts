import { assistantSettingsSchema, assistantTasteSchema } from '@heliograph/domain';
import * as z from 'zod/mini';
import { askingOf } from '../provider/choices.ts';
import { allowed, router } from '../trpc/init.ts';
import { optional } from '../trpc/input.ts';
import { paging } from '../trpc/paging.ts';
import { assistantSettingsOf, changeAssistant, preferAsking } from './assistant-settings.service.ts';
import { budgetOf } from './budget-page.service.ts';
import { costsOf } from './costs.service.ts';

const changeSchema = z.extend(z.partial(assistantSettingsSchema), { revision: z.int().check(z.minimum(0)) });

export const aiRouter = router({
  /** What the person can ask, and how they like to. */
  asking: allowed('assistant.use').query(({ ctx }) => askingOf(ctx.deps, ctx.actor)),
  prefer: allowed('assistant.use')
    .input(assistantTasteSchema)
    .mutation(({ ctx, input }) => preferAsking(ctx.deps, ctx.actor, input)),
  budget: allowed('assistant.use').query(({ ctx }) => budgetOf(ctx.deps, ctx.actor)),
  costs: allowed('assistant.manage')
    .input(optional(z.object({ ...paging, month: z.optional(z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/))) })))
    .query(({ ctx, input }) => costsOf(ctx.deps, ctx.actor, input)),
  settings: allowed('assistant.manage').query(({ ctx }) => assistantSettingsOf(ctx.deps, ctx.actor)),
  update: allowed('assistant.manage')
    .input(changeSchema)
    .mutation(({ ctx, input }) => changeAssistant(ctx.deps, ctx.actor, input)),
});
