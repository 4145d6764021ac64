import {
  asLookup,
  changeAccount,
  changePerson,
  findOwnAccount,
  listSessions,
  lockPerson,
  type OpenSession,
  readOrg,
  readSettings,
  replaceToken,
  revokeEverySession,
  revokeSessions,
  withLookup,
  withOrg,
} from '@heliograph/db';
import { refuse } from '@heliograph/domain';
import { record } from '../activity/record.ts';
import type { Deps } from '../deps.ts';
import { proveOwner } from '../invitation/accept.service.ts';
import type { Doer } from './actor.ts';
import { checkPassword, hashPassword } from './password.ts';
import type { SignedIn } from './session.ts';

/** What a person does with their own account. */
interface Self {
  readonly doer: Doer;
  readonly session: SignedIn['row'];
}

export interface OwnSession extends OpenSession {
  /** The one that asks. */
  readonly isCurrent: boolean;
}

/** Where the person is signed in, last heard of first. */
export const ownSessions = ({ db, now }: Pick<Deps, 'db' | 'now'>, { doer, session }: Self): Promise<OwnSession[]> =>
  readOrg(db, doer, async (tx) => (await listSessions(tx, doer.user, now())).map((row) => ({ ...row, isCurrent: row.handle === session.handle })));

/** Ends one of the person's other sessions; what was recorded there is still delivered. @throws AppError NOT_FOUND */
export const endOwnSession = ({ db, now }: Pick<Deps, 'db' | 'now'>, { doer, session }: Self, handle: string): Promise<{ ended: number }> =>
  withOrg(db, doer, async (tx) => {
    // Leaving this one is signing out, which also takes the cookie away.
    const ended = handle === session.handle ? 0 : await revokeSessions(tx, { user: doer.user, handle }, now());
    if (ended === 0) refuse('NOT_FOUND');
    await record(tx, doer, { action: 'person.end_sessions', subject: { kind: 'person', id: doer.user }, details: { ended, handle } });
    return { ended };
  });

/** Ends all of the person's sessions but this one, in every organisation. */
export const endOtherSessions = ({ db, now }: Pick<Deps, 'db' | 'now'>, { doer, session }: Self): Promise<{ ended: number }> =>
  withOrg(db, doer, async (tx) => {
    const ended = await asLookup(tx, (lookup) => revokeEverySession(lookup, { user: doer.user, except: session.handle }, now()));
    if (ended > 0)
      await record(tx, doer, { action: 'person.end_sessions', subject: { kind: 'person', id: doer.user }, details: { ended, handle: null } });
    return { ended };
  });

/** Changes what the person is called, in this organisation and on their account. */
export const rename = ({ db, now }: Pick<Deps, 'db' | 'now'>, { doer }: Self, name: string): Promise<{ name: string }> =>
  withOrg(db, doer, async (tx) => {
    const before = (await lockPerson(tx, doer.user)) ?? refuse('NOT_FOUND');
    if (before.name === name) return { name };
    await asLookup(tx, (lookup) => changeAccount(lookup, doer.user, { name, now: now() }));
    await changePerson(tx, doer.user, { name, now: now() });
    const details = { name, changes: { name: [before.name, name] } };
    await record(tx, doer, { action: 'person.update', subject: { kind: 'person', id: doer.user }, details });
    return { name };
  });

export interface ChangePassword {
  readonly current: string;
  readonly next: string;
  /** Whether every other session is ended: for whoever thinks that somebody knows the old one. */
  readonly endOthers: boolean;
}

/**
 * Changes the person's own password. This session gets a new token, so that nobody's copy of the old one lives on.
 * @returns the cookie with the new token
 * @throws AppError SIGNED_OUT `credentials`, INVALID `password_…`, `password_same`, TOO_MANY
 */
export async function changePassword(
  deps: Pick<Deps, 'db' | 'now' | 'keys' | 'verifyPassword' | 'sessions'>,
  { doer, session }: Self,
  { current, next, endOthers }: ChangePassword,
): Promise<{ ended: number; cookie: string }> {
  const { db, now } = deps;
  const { email, passwordHash } = await withLookup(db, (tx) => findOwnAccount(tx, doer.user));
  await proveOwner(deps, { email, passwordHash, password: current, network: doer.network });
  if (current === next) refuse('INVALID', { reason: 'password_same' });
  const { name: organisation } = await readOrg(db, doer, readSettings);
  checkPassword(next, [organisation, session.name, email]);
  const hashed = await hashPassword(next);
  const { idHash, cookie } = deps.sessions.newToken();
  return withOrg(db, doer, async (tx) => {
    const ended = await asLookup(tx, async (lookup) => {
      const stored = await findOwnAccount(lookup, doer.user, { isLocked: true });
      if (stored.passwordHash !== passwordHash) refuse('CONFLICT', { reason: 'changed' });
      await changeAccount(lookup, doer.user, { passwordHash: hashed, now: now() });
      await replaceToken(lookup, session.handle, idHash);
      return endOthers ? revokeEverySession(lookup, { user: doer.user, except: session.handle }, now()) : 0;
    });
    await record(tx, doer, { action: 'person.password', subject: { kind: 'person', id: doer.user }, details: { by: 'self', ended } });
    return { ended, cookie };
  });
}
