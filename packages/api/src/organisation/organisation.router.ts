import { logoSchema, organisationSettingsSchema } from '@heliograph/domain';
import * as z from 'zod/mini';
import { allowed, router } from '../trpc/init.ts';
import { openOrganisation, updateOrganisation } from './organisation.service.ts';

const updateSchema = z.extend(z.partial(organisationSettingsSchema), {
  revision: z.int().check(z.minimum(0)),
  logo: z.optional(z.nullable(logoSchema)),
});

export const organisationRouter = router({
  get: allowed('office.read').query(({ ctx }) => openOrganisation(ctx.deps, ctx.actor)),
  update: allowed('organisation.manage')
    .input(updateSchema)
    .mutation(({ ctx, input }) => updateOrganisation(ctx.deps, ctx.actor, input)),
});
