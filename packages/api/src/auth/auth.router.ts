import { personNameSchema, plainText, refuse } from '@heliograph/domain';
import * as z from 'zod/mini';
import { welcome } from '../demo/welcome.ts';
import { allowed, open, router } from '../trpc/init.ts';
import { describe, signIn } from './auth.service.ts';
import { confirm } from './confirm.service.ts';
import { changePassword, endOtherSessions, endOwnSession, ownSessions, rename } from './own.service.ts';

const signInSchema = z.object({
  email: plainText(320),
  password: z.string().check(z.maxLength(1024)),
  organisation: z.optional(plainText(100)),
  device: z.optional(z.object({ label: plainText(100), kind: z.enum(['phone', 'desktop']) })),
});

const password = z.string().check(z.maxLength(1024));
const own = allowed('session.own').use(({ ctx, next }) => next({ ctx: { ...ctx, self: { doer: ctx.actor, session: ctx.signedIn.row } } }));

export const authRouter = router({
  signIn: open.input(signInSchema).mutation(async ({ ctx, input }) => {
    const outcome = await signIn(ctx.deps, { ...ctx.caller, cookies: ctx.cookies }, input);
    if (outcome.kind === 'choose') return outcome;
    const signedIn = await ctx.deps.sessions.read(outcome.cookie);
    if (signedIn === null) return refuse('SIGNED_OUT');
    ctx.setCookie(outcome.cookie);
    return { kind: 'signed_in' as const, ...(await describe(ctx.deps, signedIn)) };
  }),

  /** Open to everybody: whoever has no session any more must still get rid of the cookie. */
  signOut: open.mutation(async ({ ctx }) => {
    ctx.setCookie(await ctx.deps.sessions.close(ctx.cookies));
    return { kind: 'signed_out' as const };
  }),

  /** Open to everybody: what the sign-in page may say. */
  welcome: open.query(({ ctx }) => welcome(ctx.deps)),

  me: own.query(({ ctx }) => describe(ctx.deps, ctx.signedIn)),

  rename: own.input(z.object({ name: personNameSchema })).mutation(({ ctx, input }) => rename(ctx.deps, ctx.self, input.name)),

  changePassword: own
    .input(z.object({ current: password, next: password, endOthers: z._default(z.boolean(), true) }))
    .mutation(async ({ ctx, input }) => {
      const { ended, cookie } = await changePassword(ctx.deps, ctx.self, input);
      ctx.setCookie(cookie);
      return { ended };
    }),

  /** The password again, for what `sensitive` doors want. */
  confirm: own.input(z.object({ password })).mutation(async ({ ctx, input }) => {
    ctx.setCookie(await confirm(ctx.deps, ctx.self, input.password));
    return { kind: 'confirmed' as const };
  }),

  sessions: own.query(async ({ ctx }) => ({ items: await ownSessions(ctx.deps, ctx.self) })),
  endSession: own.input(z.object({ handle: z.uuid() })).mutation(({ ctx, input }) => endOwnSession(ctx.deps, ctx.self, input.handle)),
  endOtherSessions: own.mutation(({ ctx }) => endOtherSessions(ctx.deps, ctx.self)),
});
