import type { Language, OrganisationId, UserId } from '@heliograph/domain';
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
    .select(['orgId as id', 'name', 'slug', 'timeZone', 'placePolicy', 'photoSide', 'photosWifiOnly', 'language', 'languages'])
    .where('orgId', '=', org)
    .executeTakeFirstOrThrow();

/** Everything of a person's account that their own profile shows or changes. */
export const findOwnAccount = (tx: LookupTx, user: UserId, { isLocked = false }: { isLocked?: boolean } = {}) =>
  tx
    .selectFrom('account')
    .select(['id', 'email', 'name', 'language', 'passwordHash', 'preferences'])
    .where('id', '=', user)
    .$if(isLocked, (row) => row.forUpdate())
    .executeTakeFirstOrThrow();

/** Organisations whose people an account is among, in whatever status: what is changed here is changed there too. */
export async function countMemberships(tx: LookupTx, user: UserId): Promise<number> {
  const { count } = await tx
    .selectFrom('member')
    .select((row) => row.fn.countAll<string | number>().as('count'))
    .where('userId', '=', user)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Where a person belongs and may be told about, such as of a wrong password. */
export const listMembershipsOf = (tx: LookupTx, user: UserId) =>
  tx.selectFrom('member').select('orgId as org').where('userId', '=', user).where('status', '!=', 'inactive').execute();

export interface AccountChange {
  readonly email?: string;
  readonly name?: string;
  readonly language?: Language;
  readonly passwordHash?: string;
  readonly preferences?: Readonly<Record<string, unknown>>;
  /** ms */
  readonly now: number;
}

/** Changes what is given of an account. */
export async function changeAccount(tx: LookupTx, user: UserId, { preferences, now, ...change }: AccountChange): Promise<void> {
  const set = {
    ...change,
    ...(preferences === undefined ? {} : { preferences: JSON.stringify(preferences) }),
    ...(change.passwordHash === undefined ? {} : { passwordChangedAt: new Date(now) }),
  };
  if (Object.keys(set).length > 0) await tx.updateTable('account').set(set).where('id', '=', user).execute();
}

/** Notes that somebody has come in. @param now ms */
export async function recordSignIn(tx: LookupTx, { org, user }: { org: OrganisationId; user: UserId }, now: number): Promise<void> {
  await tx
    .updateTable('member')
    .set({ lastSignInAt: new Date(now) })
    .where('orgId', '=', org)
    .where('userId', '=', user)
    .execute();
}

export interface NewAccount {
  readonly id: UserId;
  readonly email: string;
  readonly name: string;
  readonly language: Language;
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
