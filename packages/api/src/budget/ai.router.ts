import { assistantSettingsSchema, assistantTasteSchema } from '@heliograph/domain';
import * as z from 'zod/mini';
import { askingOf } from '../provider/choices.ts';
import { allowed, router } from '../trpc/init.ts';
import { assistantSettingsOf, changeAssistant, preferAsking } from './assistant-settings.service.ts';
import { budgetOf } from './budget-page.service.ts';

const changeSchema = z.extend(z.partial(assistantSettingsSchema), { revision: z.int().check(z.minimum(0)) });

export const aiRouter = router({
  /** What the person can ask, and how they like to. */
  asking: allowed('assistant.use').query(({ ctx }) => askingOf(ctx.deps, ctx.actor)),
  prefer: allowed('assistant.use')
    .input(assistantTasteSchema)
    .mutation(({ ctx, input }) => preferAsking(ctx.deps, ctx.actor, input)),
  budget: allowed('assistant.use').query(({ ctx }) => budgetOf(ctx.deps, ctx.actor)),
  settings: allowed('assistant.manage').query(({ ctx }) => assistantSettingsOf(ctx.deps, ctx.actor)),
  update: allowed('assistant.manage')
    .input(changeSchema)
    .mutation(({ ctx, input }) => changeAssistant(ctx.deps, ctx.actor, input)),
});
