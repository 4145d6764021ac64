import type { OrganisationId, UserId } from '@heliograph/domain';
import type { LookupTx, OrgTx } from '../database.ts';
import type { MemberTable, SessionTable } from '../schema.ts';

/** A session with the person, membership and limits it stands for. Instants in ms. Never leaves the server whole. */
export interface SessionRow {
  readonly handle: string;
  readonly org: OrganisationId;
  readonly user: UserId;
  readonly kind: SessionTable['kind'];
  readonly label: string;
  readonly createdAt: number;
  readonly lastSeenAt: number;
  readonly idleExpires: number;
  readonly absoluteExpires: number;
  readonly revokedAt: number | null;
  /** When the password was last given in this session. */
  readonly confirmedAt: number;
  readonly email: string;
  readonly name: string;
  readonly language: string;
  readonly role: MemberTable['role'];
  readonly memberStatus: 'active' | 'suspended' | 'inactive';
  readonly suspendedAt: number | null;
}

/** The session of a token's hash; a disabled account has none. */
export async function findSession(tx: LookupTx, idHash: string): Promise<SessionRow | undefined> {
  const row = await tx
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.userId')
    .innerJoin('member', (join) => join.onRef('member.orgId', '=', 'session.orgId').onRef('member.userId', '=', 'session.userId'))
    .select(['session.handle', 'session.orgId as org', 'session.userId as user', 'session.kind', 'session.deviceLabel as label'])
    .select(['session.createdAt', 'session.lastSeenAt', 'session.idleExpires', 'session.absoluteExpires', 'session.revokedAt', 'session.reauthAt'])
    .select(['account.email', 'member.name', 'account.language', 'member.role', 'member.status as memberStatus', 'member.suspendedAt'])
    .where('session.idHash', '=', idHash)
    .where('account.disabledAt', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { reauthAt, ...rest } = row;
  return {
    ...rest,
    confirmedAt: (reauthAt ?? row.createdAt).getTime(),
    createdAt: row.createdAt.getTime(),
    lastSeenAt: row.lastSeenAt.getTime(),
    idleExpires: row.idleExpires.getTime(),
    absoluteExpires: row.absoluteExpires.getTime(),
    revokedAt: row.revokedAt?.getTime() ?? null,
    suspendedAt: row.suspendedAt?.getTime() ?? null,
  };
}

export interface NewSession
  extends Pick<SessionRow, 'handle' | 'org' | 'user' | 'kind' | 'label' | 'createdAt' | 'lastSeenAt' | 'idleExpires' | 'absoluteExpires'> {
  /** SHA-256 of the token. The token itself is nowhere in the database. */
  readonly idHash: string;
  readonly network: string;
}

export async function insertSession(tx: LookupTx, { org, user, label, ...session }: NewSession): Promise<void> {
  await tx
    .insertInto('session')
    .values({
      ...session,
      orgId: org,
      userId: user,
      deviceLabel: label,
      createdAt: new Date(session.createdAt),
      lastSeenAt: new Date(session.lastSeenAt),
      idleExpires: new Date(session.idleExpires),
      absoluteExpires: new Date(session.absoluteExpires),
    })
    .execute();
}

export async function touchSession(
  tx: LookupTx,
  handle: string,
  { lastSeenAt, idleExpires }: Pick<SessionRow, 'lastSeenAt' | 'idleExpires'>,
): Promise<void> {
  await tx
    .updateTable('session')
    .set({ lastSeenAt: new Date(lastSeenAt), idleExpires: new Date(idleExpires) })
    .where('handle', '=', handle)
    .execute();
}

export async function deleteSession(tx: LookupTx, idHash: string): Promise<void> {
  await tx.deleteFrom('session').where('idHash', '=', idHash).execute();
}

export async function deleteSessionsOf(tx: LookupTx, user: UserId): Promise<void> {
  await tx.deleteFrom('session').where('userId', '=', user).execute();
}

export async function deleteExpiredSessions(tx: LookupTx, now: number): Promise<void> {
  await tx
    .deleteFrom('session')
    .where((row) => row.or([row('idleExpires', '<', new Date(now)), row('absoluteExpires', '<', new Date(now))]))
    // A revoked session delivers past its idle limit (decision 3).
    .where((row) => row.or([row('revokedAt', 'is', null), row('absoluteExpires', '<', new Date(now))]))
    .execute();
}

/** Ends a session from elsewhere: it may still deliver what was recorded before. False where the organisation has no such session. */
export async function revokeSession(tx: OrgTx, handle: string, now: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('session')
    .set({ revokedAt: new Date(now) })
    .where('handle', '=', handle)
    .where('revokedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** A session as its owner and the admins see it. Instants in ms. */
export interface OpenSession extends Pick<SessionRow, 'handle' | 'kind' | 'label' | 'createdAt' | 'lastSeenAt'> {
  /** Shortened address. */
  readonly network: string;
  readonly expiresAt: number;
  /** When it was ended from elsewhere; it only delivers since. */
  readonly revokedAt: number | null;
}

/** A person's sessions in this organisation that are not over, last heard of first. */
export async function listSessions(tx: OrgTx, user: UserId, now: number): Promise<OpenSession[]> {
  const rows = await tx
    .selectFrom('session')
    .select(['handle', 'kind', 'deviceLabel as label', 'network', 'createdAt', 'lastSeenAt', 'idleExpires', 'absoluteExpires', 'revokedAt'])
    .where('orgId', '=', tx.org)
    .where('userId', '=', user)
    .where('absoluteExpires', '>', new Date(now))
    .where((row) => row.or([row('idleExpires', '>', new Date(now)), row('revokedAt', 'is not', null)]))
    .orderBy('lastSeenAt', 'desc')
    .orderBy('handle')
    .execute();
  return rows.map(({ createdAt, lastSeenAt, idleExpires, absoluteExpires, revokedAt, ...row }) => ({
    ...row,
    createdAt: createdAt.getTime(),
    lastSeenAt: lastSeenAt.getTime(),
    expiresAt: Math.min(idleExpires.getTime(), absoluteExpires.getTime()),
    revokedAt: revokedAt?.getTime() ?? null,
  }));
}

/** Ends a person's sessions in this organisation from elsewhere, or one of them; they may still deliver what was recorded before. Returns how many. */
export async function revokeSessions(tx: OrgTx, { user, handle }: { user: UserId; handle?: string | undefined }, now: number): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('session')
    .set({ revokedAt: new Date(now) })
    .where('orgId', '=', tx.org)
    .where('userId', '=', user)
    .where('revokedAt', 'is', null)
    .$if(handle !== undefined, (all) => all.where('handle', '=', handle ?? ''))
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Ends a person's sessions everywhere, but for one: a password is the same in every organisation. */
export async function revokeEverySession(tx: LookupTx, { user, except }: { user: UserId; except: string | null }, now: number): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('session')
    .set({ revokedAt: new Date(now) })
    .where('userId', '=', user)
    .where('revokedAt', 'is', null)
    .$if(except !== null, (all) => all.where('handle', '!=', except ?? ''))
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Gives a session another token: whoever knew the old one has nothing. */
/** Notes that the password was given again, and replaces the token. @param now ms */
export async function markConfirmed(tx: LookupTx, handle: string, { idHash, now }: { idHash: string; now: number }): Promise<void> {
  await tx
    .updateTable('session')
    .set({ idHash, reauthAt: new Date(now) })
    .where('handle', '=', handle)
    .execute();
}

export async function replaceToken(tx: LookupTx, handle: string, idHash: string): Promise<void> {
  await tx.updateTable('session').set({ idHash }).where('handle', '=', handle).execute();
}
