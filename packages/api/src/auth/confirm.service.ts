import { asLookup, findOwnAccount, markConfirmed, withLookup, withOrg } from '@heliograph/db';
import { refuse } from '@heliograph/domain';
import { record } from '../activity/record.ts';
import type { Deps } from '../deps.ts';
import { proveOwner } from '../invitation/accept.service.ts';
import type { Doer } from './actor.ts';
import type { SignedIn } from './session.ts';

/** How long a password that was given holds for sensitive acts, ms (security page, section 4). */
const HOLDS_MS = 10 * 60_000;

/**
 * Stops a sensitive act in a session whose password was given too long ago: a desk left open is not the person.
 * @throws AppError NOT_ALLOWED `confirm`; the client asks for the password, gives it to `auth.confirm` and tries again
 */
export function demandConfirmed({ now }: Pick<Deps, 'now'>, { confirmedAt }: SignedIn['row']): void {
  if (now() - confirmedAt >= HOLDS_MS) refuse('NOT_ALLOWED', { reason: 'confirm' }, 'Give the password again first.');
}

/**
 * Takes the password again. The session goes on under a new token: whoever had copied the old one has nothing of it.
 * @returns the cookie with the new token
 * @throws AppError SIGNED_OUT `credentials`, TOO_MANY
 */
export async function confirm(
  deps: Pick<Deps, 'db' | 'now' | 'keys' | 'verifyPassword' | 'sessions'>,
  { doer, session }: { doer: Doer; session: SignedIn['row'] },
  password: string,
): Promise<string> {
  const { email, passwordHash } = await withLookup(deps.db, (tx) => findOwnAccount(tx, doer.user));
  await proveOwner(deps, { email, passwordHash, password, network: doer.network });
  const { idHash, cookie } = deps.sessions.newToken();
  await withOrg(deps.db, doer, async (tx) => {
    await asLookup(tx, (lookup) => markConfirmed(lookup, session.handle, { idHash, now: deps.now() }));
    await record(tx, doer, { action: 'session.confirm', subject: { kind: 'session', id: session.handle }, details: {} });
  });
  return cookie;
}
