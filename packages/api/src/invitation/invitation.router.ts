import { invitationTokenSchema, personNameSchema } from '@heliograph/domain';
import * as z from 'zod/mini';
import { allowed, open, router } from '../trpc/init.ts';
import { optional } from '../trpc/input.ts';
import { paging } from '../trpc/paging.ts';
import { accept } from './accept.service.ts';
import { invitationsOf, lookAt, revokeInvitation } from './invitation.service.ts';

const token = invitationTokenSchema;

export const invitationRouter = router({
  list: allowed('person.invite')
    .input(optional(z.object({ ...paging, open: z._default(z.boolean(), true) })))
    .query(({ ctx, input }) => invitationsOf(ctx.deps, ctx.actor, input)),

  revoke: allowed('person.invite')
    .input(z.object({ id: z.uuid() }))
    .mutation(({ ctx, input }) => revokeInvitation(ctx.deps, ctx.actor, input.id)),

  /** Changes nothing; asked with POST so that the link's secret stands in no address and no log. */
  look: open.input(z.object({ token })).mutation(({ ctx, input }) => lookAt(ctx.deps, input.token)),

  accept: open
    .input(z.object({ token, password: z.string().check(z.maxLength(1024)), name: z.optional(personNameSchema) }))
    .mutation(({ ctx, input }) => accept(ctx.deps, { network: ctx.caller.network, signedIn: ctx.signedIn }, input)),
});
