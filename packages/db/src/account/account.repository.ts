import type { OrganisationId, UserId } from '@heliograph/domain';
import type { LookupTx } from '../database.ts';

/** E-mails are compared without case, and stored in lower case. */
export const normalEmail = (email: string): string => email.trim().toLowerCase();

/** The account of an e-mail, with its password's hash. */
export const findAccount = (tx: LookupTx, email: string) =>
  tx
    .selectFrom('account')
    .select(['id', 'name', 'language', 'passwordHash', 'disabledAt'])
    .where('email', '=', normalEmail(email))
    .executeTakeFirst();

/** Organisations a person may sign in to, by name. */
export const listOrganisationsOf = (tx: LookupTx, user: UserId) =>
  tx
    .selectFrom('member')
    .innerJoin('organisation', 'organisation.orgId', 'member.orgId')
    .select(['organisation.orgId as id', 'organisation.name', 'organisation.slug'])
    .where('member.userId', '=', user)
    .where('member.status', '=', 'active')
    .orderBy('organisation.name')
    .orderBy('organisation.orgId')
    .execute();

/** What a person's screens must know of the organisation they are in. */
export const findOrganisation = (tx: LookupTx, org: OrganisationId) =>
  tx
    .selectFrom('organisation')
    .select(['orgId as id', 'name', 'slug', 'timeZone', 'placePolicy', 'photoSide'])
    .where('orgId', '=', org)
    .executeTakeFirstOrThrow();

export interface NewAccount {
  readonly id: UserId;
  readonly email: string;
  readonly name: string;
  readonly language: 'fr' | 'en';
  readonly passwordHash: string;
}

export const insertAccount = async (tx: LookupTx, { email, ...account }: NewAccount): Promise<void> => {
  await tx
    .insertInto('account')
    .values({ ...account, email: normalEmail(email) })
    .execute();
};

/** Whether the installation holds anything: an empty one is filled with demonstration data. */
export const hasOrganisations = async (tx: LookupTx): Promise<boolean> =>
  (await tx.selectFrom('organisation').select('orgId').limit(1).executeTakeFirst()) !== undefined;
