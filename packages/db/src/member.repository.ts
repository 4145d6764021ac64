import type { UserId } from '@heliograph/domain';
import { byName } from './by-name.ts';
import type { OrgTx } from './database.ts';
import type { MemberTable } from './schema.ts';
import { nextNumber } from './sync/counter.ts';

export interface Member {
  readonly user: UserId;
  readonly name: string;
  readonly role: MemberTable['role'];
  readonly status: 'active' | 'suspended' | 'inactive';
}

interface NewMember extends Omit<Member, 'status'> {
  /** ms; now where it is not told */
  readonly since?: number;
}

/** Makes somebody with an account a member; colleagues' phones learn the name. */
export async function insertMember(tx: OrgTx, { user, name, role, since }: NewMember): Promise<void> {
  const seq = await nextNumber(tx);
  const joined = since === undefined ? {} : { createdAt: new Date(since) };
  await tx
    .insertInto('member')
    .values({ ...joined, orgId: tx.org, userId: user, name, role, roleSeq: seq, seq })
    .execute();
}

/** Gives another role; what it opens or closes on phones follows from the number. False where there is no such member. */
export async function changeRole(tx: OrgTx, user: UserId, role: Member['role']): Promise<boolean> {
  const seq = await nextNumber(tx);
  const { numUpdatedRows } = await own(tx, user).set({ role, roleSeq: seq, seq }).executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** @param now ms; a suspended person may still deliver for a while, counted from then */
export async function changeStatus(tx: OrgTx, user: UserId, { status, now }: { status: Member['status']; now: number }): Promise<boolean> {
  const { numUpdatedRows } = await own(tx, user)
    .set({ status, suspendedAt: status === 'suspended' ? new Date(now) : null })
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

const own = (tx: OrgTx, user: UserId) => tx.updateTable('member').where('orgId', '=', tx.org).where('userId', '=', user);

export const findMember = (tx: OrgTx, user: UserId): Promise<Member | undefined> => members(tx).where('userId', '=', user).executeTakeFirst();

/** Everybody, by name. */
export const listMembers = (tx: OrgTx): Promise<Member[]> => members(tx).orderBy('name', byName).orderBy('userId').execute();

const members = (tx: OrgTx) => tx.selectFrom('member').select(['userId as user', 'name', 'role', 'status']).where('orgId', '=', tx.org);

export interface Certification {
  readonly code: string;
  /** A day, `yyyy-mm-dd`; null where it does not expire. */
  readonly expires: string | null;
}

/** Replaces a person's certifications. */
export async function saveCertifications(tx: OrgTx, user: UserId, certifications: readonly Certification[]): Promise<void> {
  await tx.deleteFrom('certification').where('orgId', '=', tx.org).where('userId', '=', user).execute();
  if (certifications.length === 0) return;
  await tx
    .insertInto('certification')
    .values(certifications.map((one) => ({ ...one, orgId: tx.org, userId: user })))
    .execute();
}

export const listCertifications = (tx: OrgTx, user: UserId): Promise<Certification[]> =>
  tx.selectFrom('certification').select(['code', 'expires']).where('orgId', '=', tx.org).where('userId', '=', user).orderBy('code').execute();

/** Certifications of several people, by person. */
export async function listCertificationsOf(tx: OrgTx, users: readonly UserId[]): Promise<Map<UserId, Certification[]>> {
  const rows = await tx
    .selectFrom('certification')
    .select(['userId', 'code', 'expires'])
    .where('orgId', '=', tx.org)
    .where('userId', 'in', users)
    .orderBy('code')
    .execute();
  const grouped = Map.groupBy(rows, ({ userId }) => userId);
  return new Map([...grouped].map(([user, held]) => [user, held.map(({ code, expires }) => ({ code, expires }))]));
}

/** When the server last heard of each of these people, by a session or by an outbox, ms. */
export async function readLastContacts(tx: OrgTx, users: readonly UserId[]): Promise<Map<UserId, number>> {
  const session = tx.selectFrom('session').select(['userId', 'lastSeenAt as at']).where('orgId', '=', tx.org).where('userId', 'in', users);
  const device = tx.selectFrom('device').select(['userId', 'seenAt as at']).where('orgId', '=', tx.org).where('userId', 'in', users);
  const rows = await tx
    .selectFrom(session.unionAll(device).as('contact'))
    .select(['contact.userId', (row) => row.fn.max('contact.at').as('at')])
    .groupBy('contact.userId')
    .execute();
  return new Map(rows.map(({ userId, at }) => [userId, at.getTime()]));
}
