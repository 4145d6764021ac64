import { can, type Permission, refuse } from '@heliograph/domain';
import { initTRPC } from '@trpc/server';
import { demandConfirmed } from '../auth/confirm.service.ts';
import { admitSoon } from '../sync/held.service.ts';
import type { Context } from './context.ts';
import { errorBody, refusalOf } from './errors.ts';

/** Who may pass a door: everybody, or those with the permission. A test walks all doors and reads it. */
export interface Meta {
  readonly permission: Permission | 'public';
}

const trpc = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    errorFormatter: ({ error, ctx }) => errorBody(refusalOf(error), ctx?.caller.requestId ?? ''),
    // A pause longer than this is a cut: a thinking model says nothing for a while.
    jsonl: { pingMs: 10_000 },
    sse: { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 40_000 } },
  });

export const router = trpc.router;

/** A door for everybody. There are at most six, on a list that a test holds. */
export const open = trpc.procedure.meta({ permission: 'public' });

/** A door for those whose role has the permission. What a person may see behind it is decided by the service. */
export const allowed = (permission: Permission) =>
  trpc.procedure.meta({ permission }).use(({ ctx, next }) => {
    const { signedIn } = ctx;
    if (signedIn === null) return refuse('SIGNED_OUT');
    if (!can(signedIn.actor, permission)) return refuse('NOT_ALLOWED', signedIn.actor.deliverOnly ? { reason: 'deliver_only' } : {});
    return next({ ctx: { ...ctx, signedIn, actor: { ...signedIn.actor, network: ctx.caller.network } } });
  });

/**
 * A door behind which the desk may do what records of phones wait for at the server: somebody is put on work or given another role, a site is opened, a
 * version published.
 * They are looked at again as soon as it is done.
 */
export const admitting = (permission: Permission) =>
  allowed(permission).use(async ({ ctx, next }) => {
    const result = await next();
    if (result.ok) admitSoon(ctx.deps, ctx.actor.org);
    return result;
  });

/** A door for what a desk left open must not do: the password was given within the last minutes, see `demandConfirmed`. */
export const sensitive = (permission: Permission) =>
  allowed(permission).use(({ ctx, next }) => {
    demandConfirmed(ctx.deps, ctx.signedIn.row);
    return next();
  });
