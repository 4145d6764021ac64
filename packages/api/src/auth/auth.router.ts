import { plainText, refuse } from '@heliograph/domain';
import * as z from 'zod/mini';
import { welcome } from '../demo/welcome.ts';
import { allowed, open, router } from '../trpc/init.ts';
import { describe, signIn } from './auth.service.ts';

const signInSchema = z.object({
  email: plainText(320),
  password: z.string().check(z.maxLength(1024)),
  organisation: z.optional(plainText(100)),
  device: z.optional(z.object({ label: plainText(100), kind: z.enum(['phone', 'desktop']) })),
});

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

  me: allowed('session.own').query(({ ctx }) => describe(ctx.deps, ctx.signedIn)),
});
