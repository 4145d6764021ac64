import {
  assetIdSchema,
  daySchema,
  executionIdSchema,
  MOST_PEOPLE,
  operationIdSchema,
  plainText,
  procedureHashSchema,
  reportedSchema,
  siteIdSchema,
  userIdSchema,
} from '@heliograph/domain';
import * as z from 'zod/mini';
import { statusFilter } from '../execution/execution.router.ts';
import { newId } from '../office/ids.ts';
import { admitting, allowed, router } from '../trpc/init.ts';
import { optional } from '../trpc/input.ts';
import { paging } from '../trpc/paging.ts';
import { createAssignment, withdrawAssignment } from './assign.service.ts';
import { assignmentsFor } from './assignment.service.ts';
import { changeAssignment } from './change.service.ts';

const people = z.array(userIdSchema).check(z.minLength(1), z.maxLength(MOST_PEOPLE));
const operation = z.optional(operationIdSchema);

const listSchema = optional(
  z.object({
    ...paging,
    /** Days at the site, both included. */
    from: z.optional(daySchema),
    to: z.optional(daySchema),
    siteId: z.optional(siteIdSchema),
    personId: z.optional(userIdSchema),
    status: statusFilter,
  }),
);

const createSchema = z.object({
  id: z.optional(executionIdSchema),
  procedure: procedureHashSchema,
  siteId: siteIdSchema,
  assetId: z.optional(assetIdSchema),
  personIds: people,
  day: daySchema,
  note: z.optional(plainText(4000)),
  reported: z.optional(reportedSchema),
  openSite: z._default(z.boolean(), false),
  isAgain: z._default(z.boolean(), false),
  operation,
});

const changeSchema = z.object({
  id: executionIdSchema,
  personIds: people,
  day: daySchema,
  note: z.optional(plainText(4000)),
  reported: z.optional(z.nullable(reportedSchema)),
  seen: z.int(),
  openSite: z._default(z.boolean(), false),
  operation,
});

const withdrawSchema = z.object({
  id: executionIdSchema,
  reason: plainText(1000).check(z.trim(), z.minLength(1)),
  personIds: z.optional(people),
  operation,
});

export const assignmentRouter = router({
  list: allowed('execution.read')
    .input(listSchema)
    .query(({ ctx, input: { from, to, siteId, personId, status, ...page } }) =>
      assignmentsFor(ctx.deps, ctx.actor, { ...page, fromDay: from, toDay: to, site: siteId, person: personId, statuses: status }),
    ),
  create: admitting('execution.assign')
    .input(createSchema)
    .mutation(({ ctx, input: { id, siteId, assetId, personIds, ...rest } }) =>
      createAssignment(ctx.deps, ctx.actor, {
        ...rest,
        id: id ?? newId(executionIdSchema, ctx.deps.now()),
        site: siteId,
        asset: assetId,
        people: personIds,
      }),
    ),
  change: admitting('execution.assign')
    .input(changeSchema)
    .mutation(({ ctx, input: { personIds, ...rest } }) => changeAssignment(ctx.deps, ctx.actor, { ...rest, people: personIds })),
  withdraw: allowed('execution.assign')
    .input(withdrawSchema)
    .mutation(({ ctx, input: { personIds, ...rest } }) => withdrawAssignment(ctx.deps, ctx.actor, { ...rest, people: personIds })),
});
