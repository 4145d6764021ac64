import type { InvitationKind, Language, OrganisationId, Role, UserId } from '@heliograph/domain';
import { sql } from 'kysely';
import type { LookupTx, OrgTx } from './database.ts';

/** A link that was handed over. Instants in ms. */
export interface Invitation {
  readonly id: string;
  readonly kind: InvitationKind;
  readonly email: string;
  readonly name: string;
  readonly role: Role | null;
  readonly language: Language;
  /** Whose password or e-mail it is about; null for somebody who is still to come. */
  readonly user: UserId | null;
  /** The secret went to the account's own mailbox and was shown to nobody. */
  readonly mailed: boolean;
  readonly createdBy: { readonly id: UserId; readonly name: string };
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly acceptedAt: number | null;
  readonly revokedAt: number | null;
}

export interface NewInvitationRow
  extends Pick<Invitation, 'id' | 'kind' | 'email' | 'name' | 'role' | 'language' | 'user' | 'mailed' | 'createdAt' | 'expiresAt'> {
  readonly createdBy: UserId;
  /** SHA-256 of the link's secret. The secret itself is nowhere in the database. */
  readonly tokenHash: string;
}

export async function insertInvitation(tx: OrgTx, { user, createdAt, expiresAt, ...row }: NewInvitationRow): Promise<void> {
  await tx
    .insertInto('invitation')
    .values({ ...row, orgId: tx.org, userId: user, createdAt: new Date(createdAt), expiresAt: new Date(expiresAt) })
    .execute();
}

interface Page {
  readonly limit: number;
  /** Only those that can still be used at this instant, ms. */
  readonly openAt?: number | undefined;
  readonly before?: Pick<Invitation, 'createdAt' | 'id'> | undefined;
}

/** Invitations of people to come, newest first. */
export async function listInvitations(tx: OrgTx, { limit, openAt, before }: Page): Promise<Invitation[]> {
  const rows = await invitations(tx)
    .where('invitation.kind', '=', 'join')
    .$if(openAt !== undefined, (all) =>
      all
        .where('acceptedAt', 'is', null)
        .where('revokedAt', 'is', null)
        .where('expiresAt', '>', new Date(openAt ?? 0)),
    )
    .$if(before !== undefined, (all) =>
      all.where(sql<boolean>`(invitation.created_at, invitation.id) < (${new Date(before?.createdAt ?? 0)}::timestamptz, ${before?.id}::uuid)`),
    )
    .orderBy('invitation.createdAt', 'desc')
    .orderBy('invitation.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(invitationOf);
}

export async function findInvitation(tx: OrgTx, id: string): Promise<Invitation | undefined> {
  const row = await invitations(tx).where('invitation.id', '=', id).executeTakeFirst();
  return row && invitationOf(row);
}

/** Held until the end of the transaction: of two who use one link at the same moment, the second finds it used. */
export async function lockInvitation(tx: OrgTx, id: string): Promise<Invitation | undefined> {
  const row = await invitations(tx).where('invitation.id', '=', id).forUpdate('invitation').executeTakeFirst();
  return row && invitationOf(row);
}

/** Where a link belongs, by the hash of its secret. */
export const locateInvitation = (tx: LookupTx, tokenHash: string): Promise<{ id: string; org: OrganisationId } | undefined> =>
  tx.selectFrom('invitation').select(['id', 'orgId as org']).where('tokenHash', '=', tokenHash).executeTakeFirst();

export async function markAccepted(tx: OrgTx, id: string, { by, now }: { by: UserId; now: number }): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({ acceptedAt: new Date(now), acceptedBy: by })
    .where('orgId', '=', tx.org)
    .where('id', '=', id)
    .execute();
}

/** Ends links that nobody has used: one by its id, or all of a kind for a person or an e-mail, so that only the newest works. */
export async function revokeInvitations(
  tx: OrgTx,
  which: { readonly id: string } | { readonly kind: InvitationKind; readonly user: UserId } | { readonly kind: 'join'; readonly email: string },
  now: number,
): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({ revokedAt: new Date(now) })
    .where('orgId', '=', tx.org)
    .where('acceptedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .where((row) => {
      if ('id' in which) return row('id', '=', which.id);
      const whose = 'user' in which ? row('userId', '=', which.user) : row('email', '=', which.email);
      return row.and([row('kind', '=', which.kind), whose]);
    })
    .execute();
}

const invitations = (tx: OrgTx) =>
  tx
    .selectFrom('invitation')
    .innerJoin('member as creator', (join) =>
      join.onRef('creator.orgId', '=', 'invitation.orgId').onRef('creator.userId', '=', 'invitation.createdBy'),
    )
    .select(['invitation.id', 'invitation.kind', 'invitation.email', 'invitation.name', 'invitation.role', 'invitation.language'])
    .select(['invitation.userId as user', 'invitation.mailed', 'creator.userId as creatorId', 'creator.name as creatorName'])
    .select(['invitation.createdAt', 'invitation.expiresAt', 'invitation.acceptedAt', 'invitation.revokedAt'])
    .where('invitation.orgId', '=', tx.org);

type Row = Awaited<ReturnType<ReturnType<typeof invitations>['executeTakeFirstOrThrow']>>;

const invitationOf = ({ creatorId, creatorName, createdAt, expiresAt, acceptedAt, revokedAt, ...row }: Row): Invitation => ({
  ...row,
  createdBy: { id: creatorId, name: creatorName },
  createdAt: createdAt.getTime(),
  expiresAt: expiresAt.getTime(),
  acceptedAt: acceptedAt?.getTime() ?? null,
  revokedAt: revokedAt?.getTime() ?? null,
});
