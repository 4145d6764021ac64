import { refuse } from '@heliograph/domain';
import type { SignedIn } from '../auth/session.ts';
import type { Deps } from '../deps.ts';

/** How often a stream asks whether its session still stands. */
const RECHECK_MS = 60_000;

/** Pokes only: that the organisation's log moved, and to where. What moved is fetched by those who may see it. */
export async function* pokes(
  deps: Deps,
  { actor }: SignedIn,
  { cookies, signal }: { cookies: string | null; signal: AbortSignal },
): AsyncGenerator<{ seq: number }> {
  const ended = new AbortController();
  const recheck = setInterval(async () => {
    const signedIn = await deps.sessions.read(cookies).catch(() => null);
    if (signedIn === null || signedIn.actor.deliverOnly || signedIn.actor.role !== actor.role) ended.abort();
  }, RECHECK_MS);
  try {
    for await (const seq of deps.clock.heads(actor.org, AbortSignal.any([signal, ended.signal]))) yield { seq };
    if (ended.signal.aborted) refuse('SIGNED_OUT');
  } finally {
    clearInterval(recheck);
  }
}
