/**
 * Sessions. The only importer of lucia: its author has ended its maintenance, so replacing it must stay a change of this file
 * (docs/decisions). Lucia creates, validates and ends; limits, hashing and sliding are ours.
 */
import { createHash, randomBytes } from 'node:crypto';
import {
  type Act,
  type Database,
  deleteExpiredSessions,
  deleteSession,
  deleteSessionsOf,
  findSession,
  insertSession,
  recordActOf,
  recordSignIn,
  type SessionRow,
  touchSession,
  withLookup,
} from '@heliograph/db';
import type { OrganisationId, UserId as PersonId } from '@heliograph/domain';
import { type Adapter, Lucia, TimeSpan } from 'lucia';
import type { Actor } from './actor.ts';

export type SessionKind = 'phone' | 'desktop';

interface NewSession {
  readonly handle: string;
  readonly org: OrganisationId;
  readonly kind: SessionKind;
  readonly label: string;
  readonly network: string;
}

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<SessionAttributes, Record<never, never>>;
    // At creation only what is new is known; what is read back is the whole row.
    DatabaseSessionAttributes: NewSession | SessionRow;
    UserId: PersonId;
  }
}
interface SessionAttributes {
  readonly row: SessionRow | null;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * How long a session lives unused, and at all, in ms. A technician must never be locked out on a site without network, hence the months;
 * an expired session still lets the phone record, it only stops sending until the next sign-in.
 */
export const SESSION_LIMITS: Readonly<Record<SessionKind, { idle: number; absolute: number }>> = {
  phone: { idle: 30 * DAY, absolute: 90 * DAY },
  desktop: { idle: 12 * HOUR, absolute: 7 * DAY },
};
/** A revoked session, and a suspended person's, may still deliver what was recorded before (decision 3). */
const DELIVERY = 30 * DAY;

/** A person at the door: who they are, where, and with what right. */
export interface SignedIn {
  readonly actor: Actor;
  readonly row: SessionRow;
  /** Cookie to send again, when the session has just been prolonged. */
  readonly renewed: string | null;
}

export interface Sessions {
  /** Opens a session and returns its cookie. The token in it is nowhere else: the database keeps its hash. */
  open(user: PersonId, session: Omit<NewSession, 'handle'>): Promise<string>;
  /** Who a request's cookie stands for; null when nobody. */
  read(cookies: string | null): Promise<SignedIn | null>;
  /** Ends the request's session and returns the cookie that clears it. */
  close(cookies: string | null): Promise<string>;
  closeAllOf(user: PersonId): Promise<void>;
  /** A token to replace a session's own, and the cookie that carries it. */
  newToken(): { readonly idHash: string; readonly cookie: string };
  removeExpired(): Promise<void>;
}

const newToken = (): string => randomBytes(32).toString('base64url');
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** @param secure whether the origin is https: then the cookie is `__Host-sid`, which no other host can set (decision 31) */
export function createSessions({ db, now, secure }: { db: Database; now: () => number; secure: boolean }): Sessions {
  const lucia = new Lucia(adapterFor(db, now), {
    // Zero: Lucia never prolongs by itself.
    sessionExpiresIn: new TimeSpan(0, 'ms'),
    sessionCookie: { name: secure ? '__Host-sid' : 'sid', expires: false, attributes: { secure, sameSite: 'lax', path: '/' } },
    getSessionAttributes: (attributes): SessionAttributes => ({ row: 'email' in attributes ? attributes : null }),
  });
  const tokenIn = (cookies: string | null): string | null => {
    const token = lucia.readSessionCookie(cookies ?? '');
    return token !== null && /^[\w-]{43}$/.test(token) ? token : null;
  };

  return {
    open: async (user, session) => {
      const token = newToken();
      await lucia.createSession(user, { ...session, handle: crypto.randomUUID() }, { sessionId: token });
      return lucia.createSessionCookie(token).serialize();
    },
    read: async (cookies) => {
      const token = tokenIn(cookies);
      const { session } = token === null ? { session: null } : await lucia.validateSession(token);
      if (token === null || session?.row == null) return null;
      const actor = actorOf(session.row);
      const isDue = !actor.deliverOnly && now() - session.row.lastSeenAt >= HOUR;
      if (isDue) await prolong(db, session.row, now());
      return { actor, row: session.row, renewed: isDue ? lucia.createSessionCookie(token).serialize() : null };
    },
    close: async (cookies) => {
      const token = tokenIn(cookies);
      if (token !== null) await lucia.invalidateSession(token);
      return lucia.createBlankSessionCookie().serialize();
    },
    newToken: () => {
      const token = newToken();
      return { idHash: hashOf(token), cookie: lucia.createSessionCookie(token).serialize() };
    },
    closeAllOf: (user) => lucia.invalidateUserSessions(user),
    removeExpired: () => lucia.deleteExpiredSessions(),
  };
}

const actorOf = ({ org, user, role, memberStatus, revokedAt }: SessionRow): Actor => ({
  org,
  user,
  role,
  deliverOnly: memberStatus === 'suspended' || revokedAt !== null,
});

/** When the session ends, ms. */
const endOf = ({ idleExpires, absoluteExpires, revokedAt, suspendedAt }: SessionRow): number =>
  Math.min(
    absoluteExpires,
    revokedAt === null ? idleExpires : revokedAt + DELIVERY,
    suspendedAt === null ? Number.POSITIVE_INFINITY : suspendedAt + DELIVERY,
  );

function prolong(db: Database, { handle, kind, absoluteExpires }: SessionRow, now: number): Promise<void> {
  const idleExpires = Math.min(now + SESSION_LIMITS[kind].idle, absoluteExpires);
  return withLookup(db, (tx) => touchSession(tx, handle, { lastSeenAt: now, idleExpires }));
}

/** Signing in and out are acts of the organisation's record. */
const actOf = (action: 'session.open' | 'session.end', { user, handle }: Pick<SessionRow, 'user' | 'handle'>): Act => ({
  ...{ id: crypto.randomUUID(), actor: user, action, details: {}, address: null },
  subject: { kind: 'session', id: handle },
});

const END_OF_TIME = 8.64e15;

/** Lucia's view of our table. It asks by token; the table knows hashes. */
function adapterFor(db: Database, now: () => number): Adapter {
  return {
    getSessionAndUser: async (token) => {
      const row = await withLookup(db, (tx) => findSession(tx, hashOf(token)));
      if (row === undefined || row.memberStatus === 'inactive') return [null, null];
      return [
        // Over or not by our clock; Lucia, which reads its own, only draws the consequence.
        { id: token, userId: row.user, expiresAt: new Date(endOf(row) <= now() ? 0 : END_OF_TIME), attributes: row },
        { id: row.user, attributes: {} },
      ];
    },
    setSession: async ({ id, userId, attributes }) => {
      // Only `open` creates sessions, with the attributes of a new one.
      const { handle, org, kind, label, network } = attributes as NewSession;
      const { idle, absolute } = SESSION_LIMITS[kind];
      const times = { createdAt: now(), lastSeenAt: now(), idleExpires: now() + idle, absoluteExpires: now() + absolute };
      await withLookup(db, async (tx) => {
        await insertSession(tx, { idHash: hashOf(id), user: userId, handle, org, kind, label, network, ...times });
        await recordSignIn(tx, { org, user: userId }, now());
        await recordActOf(tx, org, { ...actOf('session.open', { user: userId, handle }), details: { kind, label }, address: network });
      });
    },
    deleteSession: (token) =>
      withLookup(db, async (tx) => {
        const row = await findSession(tx, hashOf(token));
        await deleteSession(tx, hashOf(token));
        if (row !== undefined) await recordActOf(tx, row.org, actOf('session.end', row));
      }),
    deleteUserSessions: (user) => withLookup(db, (tx) => deleteSessionsOf(tx, user)),
    deleteExpiredSessions: () => withLookup(db, (tx) => deleteExpiredSessions(tx, now())),
    // Lists of sessions are read by handle (`device` room), and Lucia never prolongs: neither is asked for.
    getUserSessions: async () => [],
    updateSessionExpiration: async () => undefined,
  };
}
