import {
  asLookup,
  changeAccount,
  changePerson,
  countMemberships,
  findAccount,
  findInvitation,
  findOwnAccount,
  findPerson,
  type Invitation,
  insertAccount,
  insertMember,
  type LookupTx,
  lockInvitation,
  markAccepted,
  type OrgTx,
  readOrg,
  readSettings,
  revokeEverySession,
  withLookup,
  withOrg,
} from '@heliograph/db';
import { AppError, type OrganisationId, refuse, type UserId, userIdSchema } from '@heliograph/domain';
import { record } from '../activity/record.ts';
import { checkPassword, hashPassword } from '../auth/password.ts';
import type { SignedIn } from '../auth/session.ts';
import { attemptSignIn } from '../auth/throttle.ts';
import type { Deps } from '../deps.ts';
import type { Caller } from '../http/request.ts';
import { locate, stillOpen } from './invitation.service.ts';

type Ports = Pick<Deps, 'db' | 'now' | 'keys' | 'verifyPassword'>;

interface Visitor extends Pick<Caller, 'network'> {
  /** Whoever this browser is signed in as. */
  readonly signedIn: SignedIn | null;
}

export interface Accept {
  readonly token: string;
  /** The new password; of an account that exists already, its password. */
  readonly password: string;
  /** What the person wants to be called; without it, as the invitation says. */
  readonly name?: string | undefined;
}

/** What was done, and the e-mail to sign in with. */
export interface Accepted {
  readonly kind: Invitation['kind'];
  readonly email: string;
  readonly organisation: OrganisationId;
}

interface Case {
  readonly invitation: Invitation;
  readonly org: OrganisationId;
  readonly input: Accept;
  readonly visitor: Visitor;
}

/**
 * Uses a link, once: brings somebody in, gives the new password, or moves the account to its new e-mail. All of it or nothing.
 * @throws AppError NOT_FOUND `link`; CONFLICT `link_used`, `link_revoked`, `link_expired`, `signed_in_as_other`, `member`, `email_taken`;
 *   INVALID `password_…`; SIGNED_OUT `credentials` where the e-mail has an account and this is not its password; TOO_MANY
 */
export async function accept(deps: Ports, visitor: Visitor, input: Accept): Promise<Accepted> {
  const { id, org } = await locate(deps.db, input.token);
  const invitation = (await readOrg(deps.db, { org }, (tx) => findInvitation(tx, id))) ?? refuse('NOT_FOUND', { reason: 'link' });
  stillOpen(invitation, deps.now());
  refuseOthers(invitation, visitor);
  await WAYS[invitation.kind](deps, { invitation, org, input, visitor });
  return { kind: invitation.kind, email: invitation.email, organisation: org };
}

/** A link is for one person: a colleague who is signed in on this device must leave first. */
function refuseOthers({ user, email }: Invitation, { signedIn }: Visitor): void {
  const isMeant = signedIn === null || (user === null ? signedIn.row.email === email : signedIn.row.user === user);
  if (!isMeant) refuse('CONFLICT', { reason: 'signed_in_as_other', name: signedIn.row.name });
}

const WAYS = { join, reset, email: moveEmail } as const satisfies Record<Invitation['kind'], (deps: Ports, one: Case) => Promise<void>>;

/** With an account of their own, a person shows that it is theirs; without, they get one. */
async function join(deps: Ports, { invitation, org, input, visitor }: Case): Promise<void> {
  const { db, now } = deps;
  const { email, language, role } = invitation;
  const known = await withLookup(db, (tx) => findAccount(tx, email));
  const name = input.name ?? invitation.name;
  if (known?.disabledAt != null) refuse('SIGNED_OUT', { reason: 'credentials' });
  if (known !== undefined) await proveOwner(deps, { email, passwordHash: known.passwordHash, password: input.password, network: visitor.network });
  else checkPassword(input.password, await contextOf(db, org, [name, email]));
  const fresh = known === undefined ? { id: newUser(), email, name, language, passwordHash: await hashPassword(input.password) } : null;
  const user = fresh?.id ?? known?.id ?? refuse('INTERNAL');
  await use(deps, { id: invitation.id, org }, async (tx) => {
    if (fresh !== null) await asLookup(tx, (lookup) => insertAccount(lookup, fresh));
    if ((await findPerson(tx, user)) !== undefined) refuse('CONFLICT', { reason: 'member' });
    await insertMember(tx, { user, name, role: role ?? 'technician' });
    await markAccepted(tx, invitation.id, { by: user, now: now() });
    const details = { name, role, invitation: invitation.id };
    await record(tx, { user, network: visitor.network }, { action: 'person.join', subject: { kind: 'person', id: user }, details });
  });
}

/** A new password ends every session: whoever had the old one is out. What their phones recorded is still delivered. */
async function reset(deps: Ports, { invitation, org, input, visitor }: Case): Promise<void> {
  const { db, now } = deps;
  const user = invitation.user ?? refuse('NOT_FOUND', { reason: 'link' });
  checkPassword(input.password, await contextOf(db, org, [invitation.name, invitation.email]));
  const passwordHash = await hashPassword(input.password);
  await use(deps, { id: invitation.id, org }, async (tx) => {
    await asLookup(tx, async (lookup) => {
      await stillOwn(lookup, user, invitation);
      await changeAccount(lookup, user, { passwordHash, now: now() });
      await revokeEverySession(lookup, { user, except: null }, now());
    });
    await markAccepted(tx, invitation.id, { by: user, now: now() });
    const details = { name: invitation.name, by: 'link' };
    await record(tx, { user, network: visitor.network }, { action: 'person.password', subject: { kind: 'person', id: user }, details });
  });
}

/** The person shows with their password that the account is theirs, and by opening the link that the new e-mail is. */
async function moveEmail(deps: Ports, { invitation, org, input, visitor }: Case): Promise<void> {
  const { db, now } = deps;
  const user = invitation.user ?? refuse('NOT_FOUND', { reason: 'link' });
  const { email, passwordHash } = await withLookup(db, (tx) => findOwnAccount(tx, user));
  await proveOwner(deps, { email, passwordHash, password: input.password, network: visitor.network });
  await use(deps, { id: invitation.id, org }, async (tx) => {
    await asLookup(tx, async (lookup) => {
      await stillOwn(lookup, user, invitation);
      await changeAccount(lookup, user, { email: invitation.email, now: now() });
    });
    await changePerson(tx, user, { now: now() });
    await markAccepted(tx, invitation.id, { by: user, now: now() });
    const details = { name: invitation.name, changes: { email: [email, invitation.email] } };
    await record(tx, { user, network: visitor.network }, { action: 'person.update', subject: { kind: 'person', id: user }, details });
  });
}

/** In the transaction of the act: of two who use a link at the same moment, one does. */
const use = ({ db, now }: Ports, { id, org }: { id: string; org: OrganisationId }, work: (tx: OrgTx) => Promise<void>): Promise<void> =>
  withOrg(db, { org }, async (tx) => {
    stillOpen((await lockInvitation(tx, id)) ?? refuse('NOT_FOUND', { reason: 'link' }), now());
    await work(tx);
  }).catch((error) => {
    // Two came to hold one e-mail in the same moment; or it is known elsewhere, which only its link's owner may find out.
    const isTaken = error instanceof AppError && error.details['constraint'] === 'account_email_key';
    throw isTaken ? new AppError('CONFLICT', { reason: 'email_taken' }) : error;
  });

/** An account that came to be used elsewhere meanwhile is out of this organisation's hands, unless the link went to its mailbox alone. */
async function stillOwn(tx: LookupTx, user: UserId, { mailed }: Invitation): Promise<void> {
  if (!mailed && (await countMemberships(tx, user)) > 1) refuse('CONFLICT', { reason: 'link_revoked' });
}

interface Proof {
  readonly email: string;
  readonly passwordHash: string;
  readonly password: string;
  readonly network: string;
}

/** The password of an account that exists, guarded like a sign-in. @throws AppError SIGNED_OUT `credentials`, TOO_MANY */
export async function proveOwner(deps: Ports, { email, passwordHash, password, network }: Proof): Promise<void> {
  const attempt = await attemptSignIn(deps, email, network);
  if (!(await deps.verifyPassword(passwordHash, password))) refuse('SIGNED_OUT', { reason: 'credentials' }, 'The password is wrong.');
  await attempt.succeeded();
}

/** Names a guesser of passwords would try. */
const contextOf = (db: Ports['db'], org: OrganisationId, names: readonly string[]): Promise<string[]> =>
  readOrg(db, { org }, async (tx) => [(await readSettings(tx)).name, ...names]);

const newUser = (): UserId => userIdSchema.parse(crypto.randomUUID());
