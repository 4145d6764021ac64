import {
  emailSchema,
  languageSchema,
  newInvitationSchema,
  personCertificationsSchema,
  personNameSchema,
  personStatusSchema,
  plainText,
  roleSchema,
  userIdSchema,
} from '@heliograph/domain';
import * as z from 'zod/mini';
import { demandConfirmed } from '../auth/confirm.service.ts';
import { changeEmailOf, invite, resetPassword } from '../invitation/invite.service.ts';
import { admitting, allowed, router, sensitive } from '../trpc/init.ts';
import { optional } from '../trpc/input.ts';
import { paging } from '../trpc/paging.ts';
import { changeStatusOf, endSessionsOf, updatePerson } from './change-person.service.ts';
import { openPerson, peopleOf } from './person.service.ts';

const one = z.object({ id: userIdSchema });
const revision = z.int().check(z.minimum(0));
const manage = allowed('person.manage');

const listSchema = optional(
  z.object({
    ...paging,
    query: z.optional(plainText(100)),
    roles: z.optional(z.array(roleSchema).check(z.minLength(1), z.maxLength(3))),
    statuses: z.optional(z.array(personStatusSchema).check(z.minLength(1), z.maxLength(3))),
  }),
);

const updateSchema = z.object({
  id: userIdSchema,
  revision,
  name: z.optional(personNameSchema),
  role: z.optional(roleSchema),
  language: z.optional(languageSchema),
  certifications: z.optional(personCertificationsSchema),
});

export const personRouter = router({
  list: allowed('person.read')
    .input(listSchema)
    .query(({ ctx, input }) => peopleOf(ctx.deps, ctx.actor, input)),
  get: allowed('person.read')
    .input(one)
    .query(({ ctx, input }) => openPerson(ctx.deps, ctx.actor, input.id)),

  invite: allowed('person.invite')
    .input(newInvitationSchema)
    .mutation(({ ctx, input }) => invite(ctx.deps, ctx.actor, input)),
  update: admitting('person.manage')
    .input(updateSchema)
    .mutation(({ ctx, input }) => {
      if (input.role === 'admin') demandConfirmed(ctx.deps, ctx.signedIn.row);
      return updatePerson(ctx.deps, ctx.actor, input);
    }),
  changeEmail: sensitive('person.manage')
    .input(z.object({ id: userIdSchema, email: emailSchema, revision }))
    .mutation(({ ctx, input }) => changeEmailOf(ctx.deps, ctx.actor, input)),
  reset: sensitive('person.manage')
    .input(one)
    .mutation(({ ctx, input }) => resetPassword(ctx.deps, ctx.actor, input.id)),

  suspend: manage.input(one).mutation(({ ctx, input }) => changeStatusOf(ctx.deps, ctx.actor, { ...input, status: 'suspended' })),
  resume: manage.input(one).mutation(({ ctx, input }) => changeStatusOf(ctx.deps, ctx.actor, { ...input, status: 'active' })),
  deactivate: manage.input(one).mutation(({ ctx, input }) => changeStatusOf(ctx.deps, ctx.actor, { ...input, status: 'inactive' })),
  endSessions: manage
    .input(z.object({ id: userIdSchema, handle: z.optional(z.uuid()) }))
    .mutation(({ ctx, input }) => endSessionsOf(ctx.deps, ctx.actor, input)),
});
