import { plainText, userIdSchema } from '@heliograph/domain';
import * as z from 'zod/mini';
import { allowed, router } from '../trpc/init.ts';
import { instant, optional } from '../trpc/input.ts';
import { paging } from '../trpc/paging.ts';
import { activityOf } from './activity.service.ts';

/** `session.open`, or the beginning of such a name: `session.`. */
const action = z.string().check(z.regex(/^[a-z_]+\.[a-z_]*$/));

const listSchema = optional(
  z.object({
    ...paging,
    actorId: z.optional(userIdSchema),
    actions: z.optional(z.array(action).check(z.minLength(1), z.maxLength(40))),
    subjectKind: z.optional(plainText(40)),
    subjectId: z.optional(plainText(100)),
    /** From the first on, before the second. */
    from: instant,
    to: instant,
    query: z.optional(plainText(100)),
  }),
);

export const activityRouter = router({
  list: allowed('activity.read')
    .input(listSchema)
    .query(({ ctx, input: { actorId, subjectKind, subjectId, ...rest } }) =>
      activityOf(ctx.deps, ctx.actor, {
        ...rest,
        actor: actorId,
        subject: subjectKind === undefined ? undefined : { kind: subjectKind, id: subjectId },
      }),
    ),
});
