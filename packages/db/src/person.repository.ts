import type { Language, PersonStatus, Role, UserId } from '@heliograph/domain';
import { sql } from 'kysely';
import { byName } from './by-name.ts';
import type { OrgTx } from './database.ts';
import { nextNumber } from './sync/counter.ts';
import { containing } from './text-search.ts';

/** A member of the organisation with what the office shows of their account. Instants in ms. */
export interface Person {
  readonly id: UserId;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly role: Role;
  readonly status: PersonStatus;
  readonly suspendedAt: number | null;
  readonly lastSignInAt: number | null;
  readonly createdAt: number;
  /** Number of the last change: what an editor names to change it again. */
  readonly revision: number;
}

export interface PeopleFilter {
  /** Words found in name or e-mail, whatever their case and accents. */
  readonly query?: string | undefined;
  readonly roles?: readonly Role[] | undefined;
  readonly statuses?: readonly PersonStatus[] | undefined;
}

interface Page extends PeopleFilter {
  readonly limit: number;
  /** The last person of the page before. */
  readonly after?: Pick<Person, 'name' | 'id'> | undefined;
}

/** People of the organisation, by name. */
export async function listPeople(tx: OrgTx, { query, roles, statuses, limit, after }: Page): Promise<Person[]> {
  const rows = await people(tx)
    .$if(query !== undefined, (all) => all.where(containing(sql`member.name || ' ' || account.email`, query ?? '')))
    .$if(roles !== undefined, (all) => all.where('member.role', 'in', roles ?? []))
    .$if(statuses !== undefined, (all) => all.where('member.status', 'in', statuses ?? []))
    .$if(after !== undefined, (all) =>
      all.where(sql<boolean>`(member.name collate "und-x-icu", member.user_id) > (${after?.name} collate "und-x-icu", ${after?.id}::uuid)`),
    )
    .orderBy('member.name', byName)
    .orderBy('member.userId')
    .limit(limit)
    .execute();
  return rows.map(personOf);
}

export async function findPerson(tx: OrgTx, id: UserId): Promise<Person | undefined> {
  const row = await people(tx).where('member.userId', '=', id).executeTakeFirst();
  return row && personOf(row);
}

/** Whoever of this organisation has this e-mail, in whatever status. */
export async function findMemberByEmail(tx: OrgTx, email: string): Promise<Person | undefined> {
  const row = await people(tx).where('account.email', '=', email).executeTakeFirst();
  return row && personOf(row);
}

/** The same, held until the end of the transaction: two editors of one person take turns. */
export async function lockPerson(tx: OrgTx, id: UserId): Promise<Person | undefined> {
  const row = await people(tx).where('member.userId', '=', id).forUpdate('member').executeTakeFirst();
  return row && personOf(row);
}

/**
 * The active admins, held until the end of the transaction: of two who demote each other at the same moment, the second sees what the first did.
 * Taken before `lockPerson`, always in the same order.
 */
export async function lockAdmins(tx: OrgTx): Promise<UserId[]> {
  const rows = await tx
    .selectFrom('member')
    .select('userId')
    .where('orgId', '=', tx.org)
    .where('role', '=', 'admin')
    .where('status', '=', 'active')
    .orderBy('userId')
    .forUpdate()
    .execute();
  return rows.map(({ userId }) => userId);
}

export interface PersonChange {
  readonly name?: string | undefined;
  readonly role?: Role | undefined;
  readonly status?: PersonStatus | undefined;
  /** ms; a suspended person may still deliver for a while, counted from then. */
  readonly now: number;
}

/** Changes what is given and counts the change, also where only an account or a certification behind it changed. Returns the new revision. */
export async function changePerson(tx: OrgTx, id: UserId, { name, role, status, now }: PersonChange): Promise<number> {
  const seq = await nextNumber(tx);
  await tx
    .updateTable('member')
    .set({
      seq,
      ...(name === undefined ? {} : { name }),
      // What a role opens or closes on phones follows from the number.
      ...(role === undefined ? {} : { role, roleSeq: seq }),
      ...(status === undefined ? {} : { status, suspendedAt: status === 'suspended' ? new Date(now) : null }),
    })
    .where('orgId', '=', tx.org)
    .where('userId', '=', id)
    .execute();
  return seq;
}

const people = (tx: OrgTx) =>
  tx
    .selectFrom('member')
    .innerJoin('account', 'account.id', 'member.userId')
    .select(['member.userId as id', 'member.name', 'account.email', 'account.language', 'member.role', 'member.status'])
    .select(['member.suspendedAt', 'member.lastSignInAt', 'member.createdAt', 'member.seq as revision'])
    .where('member.orgId', '=', tx.org);

type Row = Awaited<ReturnType<ReturnType<typeof people>['executeTakeFirstOrThrow']>>;

const personOf = ({ language, suspendedAt, lastSignInAt, createdAt, ...row }: Row): Person => ({
  ...row,
  language: language === 'en' ? 'en' : 'fr',
  suspendedAt: suspendedAt?.getTime() ?? null,
  lastSignInAt: lastSignInAt?.getTime() ?? null,
  createdAt: createdAt.getTime(),
});
