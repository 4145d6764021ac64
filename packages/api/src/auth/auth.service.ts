import {
  findAccount,
  findOrganisation,
  listCertifications,
  listMembershipsOf,
  listOrganisationsOf,
  normalEmail,
  readOrg,
  recordActOf,
  withLookup,
} from '@heliograph/db';
import { can, type OrganisationId, PERMISSIONS, refuse, type UserId } from '@heliograph/domain';
import type { Deps } from '../deps.ts';
import type { Caller } from '../http/request.ts';
import { DUMMY_HASH } from './password.ts';
import type { SessionKind, SignedIn } from './session.ts';
import { attemptSignIn } from './throttle.ts';

export interface SignIn {
  readonly email: string;
  readonly password: string;
  /** Id or slug; needed only by people of several organisations. */
  readonly organisation?: string | undefined;
  readonly device?: { readonly label: string; readonly kind: SessionKind } | undefined;
}

export type SignInOutcome =
  | { readonly kind: 'signed_in'; readonly cookie: string }
  /** The password fits; the person is to say where. */
  | { readonly kind: 'choose'; readonly organisations: readonly { readonly id: OrganisationId; readonly name: string; readonly slug: string }[] };

/**
 * Checks a password and opens a session. An unknown e-mail and a wrong password take the same time and give the same answer.
 * @param cookies of the request: a session this browser still had is ended, so that nobody's old token lives on
 */
export async function signIn(
  deps: Deps,
  caller: Caller & { cookies: string | null },
  { email, password, organisation, device }: SignIn,
): Promise<SignInOutcome> {
  const attempt = await attemptSignIn(deps, normalEmail(email), caller.network);
  const account = await withLookup(deps.db, (tx) => findAccount(tx, email));
  const fits = await deps.verifyPassword(account?.passwordHash ?? DUMMY_HASH, password);
  if (account !== undefined && (!fits || account.disabledAt !== null)) await recordRefusal(deps, caller, { user: account.id, reason: 'credentials' });
  if (account === undefined || !fits || account.disabledAt !== null)
    return refuse('SIGNED_OUT', { reason: 'credentials' }, 'E-mail or password is wrong.');
  await attempt.succeeded();
  const organisations = await withLookup(deps.db, (tx) => listOrganisationsOf(tx, account.id));
  const chosen = organisation === undefined ? organisations : organisations.filter(({ id, slug }) => id === organisation || slug === organisation);
  const [only, ...others] = chosen;
  if (only === undefined && organisations.length === 0) await recordRefusal(deps, caller, { user: account.id, reason: 'suspended' });
  if (only === undefined) return refuse('NOT_ALLOWED', { reason: organisations.length === 0 ? 'suspended' : 'organisation' });
  if (others.length > 0) return { kind: 'choose', organisations };
  await deps.sessions.close(caller.cookies);
  const { kind, label } = device ?? { kind: 'desktop', label: labelOf(caller.userAgent) };
  return { kind: 'signed_in', cookie: await deps.sessions.open(account.id, { org: only.id, kind, label, network: caller.network }) };
}

/** A sign-in that failed is on the record of the organisations the account belongs to. Nobody is its actor: who tried is not known. */
const recordRefusal = ({ db }: Deps, { network, userAgent }: Caller, { user, reason }: { user: UserId; reason: string }): Promise<void> =>
  withLookup(db, async (tx) => {
    for (const { org } of await listMembershipsOf(tx, user))
      await recordActOf(tx, org, {
        ...{ id: crypto.randomUUID(), actor: null, action: 'session.refuse', address: network },
        ...{ subject: { kind: 'person', id: user }, details: { reason, label: labelOf(userAgent) } },
      });
  });

/** A name for a session's list, where the client gave none. */
const labelOf = (userAgent: string): string => /(Firefox|Edg|Chrome|Safari)\/\d+/.exec(userAgent)?.[0]?.replace('/', ' ') ?? 'API';

export interface Me {
  readonly id: UserId;
  readonly user: { readonly id: UserId; readonly email: string; readonly name: string; readonly language: string };
  readonly organisation: Awaited<ReturnType<typeof findOrganisation>>;
  readonly role: SignedIn['actor']['role'];
  /** What the person may do at hold points; shown to them, and asked for on the phone. */
  readonly certifications: readonly { readonly code: string; readonly expires: string | null }[];
  readonly permissions: readonly string[];
  readonly session: {
    readonly handle: string;
    readonly kind: SessionKind;
    readonly label: string;
    readonly createdAt: number;
    readonly expiresAt: number;
  };
  readonly organisations: readonly { readonly id: OrganisationId; readonly name: string; readonly slug: string }[];
}

/** The person at the door, their organisation, and what they may do. The only form in which a session leaves the server. */
export async function describe({ db }: Deps, { actor, row }: SignedIn): Promise<Me> {
  const { organisation, organisations } = await withLookup(db, async (tx) => ({
    organisation: await findOrganisation(tx, actor.org),
    organisations: await listOrganisationsOf(tx, actor.user),
  }));
  return {
    id: actor.user,
    user: { id: actor.user, email: row.email, name: row.name, language: row.language },
    organisation,
    role: actor.role,
    certifications: await readOrg(db, actor, (tx) => listCertifications(tx, actor.user)),
    permissions: PERMISSIONS.filter((permission) => can(actor, permission)),
    session: {
      handle: row.handle,
      kind: row.kind,
      label: row.label,
      createdAt: row.createdAt,
      expiresAt: Math.min(row.idleExpires, row.absoluteExpires),
    },
    organisations,
  };
}
