import type { OrganisationId, UserId } from '@heliograph/domain';
import { sql } from 'kysely';
import type { LookupTx, OrgTx } from './database.ts';

/** An act of the office or of a session. Operations are their own record and do not appear here (decision 38). */
export interface Act {
  readonly id: string;
  readonly actor: UserId | null;
  /** What was done, such as `session.open` or `site.save`. */
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string } | null;
  readonly details: Readonly<Record<string, unknown>>;
  /** Shortened network address. */
  readonly address: string | null;
}

/** Records an act in the same transaction as what it did. */
export const recordAct = (tx: OrgTx, act: Act): Promise<void> => insert(tx, tx.org, act);

/** The same where only the look-up role is at hand: sign-in and sign-out. */
export const recordActOf = (tx: LookupTx, org: OrganisationId, act: Act): Promise<void> => insert(tx, org, act);

async function insert(tx: OrgTx | LookupTx, org: OrganisationId, { actor, subject, details, ...act }: Act): Promise<void> {
  await tx
    .insertInto('activity')
    .values({
      ...act,
      orgId: org,
      actorId: actor,
      subjectKind: subject?.kind ?? null,
      subjectId: subject?.id ?? null,
      details: JSON.stringify(details),
    })
    .execute();
}

export interface RecordedAct extends Act {
  /** ms */
  readonly at: number;
  /** Null for acts of nobody of the organisation. */
  readonly actorName: string | null;
}

interface Page {
  readonly limit: number;
  /** The last act of the page before. */
  readonly before?: { readonly at: number; readonly id: string };
}

/** Acts, newest first. */
export async function listActs(tx: OrgTx, { limit, before }: Page): Promise<RecordedAct[]> {
  const rows = await tx
    .selectFrom('activity')
    .leftJoin('member', (join) => join.onRef('member.orgId', '=', 'activity.orgId').onRef('member.userId', '=', 'activity.actorId'))
    .select(['activity.id', 'activity.at', 'activity.actorId as actor', 'member.name as actorName', 'activity.action'])
    .select(['activity.subjectKind', 'activity.subjectId', 'activity.details', 'activity.address'])
    .where('activity.orgId', '=', tx.org)
    .$if(before !== undefined, (query) =>
      query.where(sql<boolean>`(activity.at, activity.id) < (${new Date(before?.at ?? 0)}::timestamptz, ${before?.id}::uuid)`),
    )
    .orderBy('activity.at', 'desc')
    .orderBy('activity.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ subjectKind, subjectId, at, ...row }) => ({
    ...row,
    at: at.getTime(),
    subject: subjectKind === null || subjectId === null ? null : { kind: subjectKind, id: subjectId },
  }));
}
