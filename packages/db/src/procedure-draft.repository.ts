import type { ProcedureHash, UserId } from '@heliograph/domain';
import type { OrgTx } from './database.ts';
import { nextNumber } from './sync/counter.ts';

/** A person as lists show them. */
export interface Named {
  readonly id: UserId;
  readonly name: string;
}

/** A draft without its text. Instants in ms. */
export interface DraftHead {
  readonly slug: string;
  /** Grows with every save: an editor names the one it saw. */
  readonly revision: number;
  /** The version it was begun from. */
  readonly base: ProcedureHash | null;
  readonly changedAt: number;
  readonly changedBy: Named;
}

export interface Draft extends DraftHead {
  readonly document: unknown;
}

const drafts = (tx: OrgTx) =>
  tx
    .selectFrom('procedureDraft as draft')
    .innerJoin('member', (join) => join.onRef('member.orgId', '=', 'draft.orgId').onRef('member.userId', '=', 'draft.changedBy'))
    .select(['draft.slug', 'draft.revision', 'draft.baseHash as base', 'draft.changedAt', 'draft.changedBy', 'member.name as changedByName'])
    .where('draft.orgId', '=', tx.org)
    .where('draft.endedAt', 'is', null);

type HeadRow = Omit<DraftHead, 'changedAt' | 'changedBy'> & { changedAt: Date; changedBy: UserId; changedByName: string };

const headOf = ({ slug, revision, base, changedAt, changedBy, changedByName }: HeadRow): DraftHead => ({
  ...{ slug, revision, base },
  changedAt: changedAt.getTime(),
  changedBy: { id: changedBy, name: changedByName },
});

export async function findDraft(tx: OrgTx, slug: string): Promise<Draft | undefined> {
  const row = await drafts(tx).select('draft.document').where('draft.slug', '=', slug).executeTakeFirst();
  return row && { ...headOf(row), document: row.document };
}

export async function findDraftHead(tx: OrgTx, slug: string): Promise<DraftHead | undefined> {
  const row = await drafts(tx).where('draft.slug', '=', slug).executeTakeFirst();
  return row && headOf(row);
}

/** Revision of the last draft, ended or not; 0 before the first. A new one counts on: nobody's old revision can be taken for it. */
export async function lastRevision(tx: OrgTx, slug: string): Promise<number> {
  const row = await tx.selectFrom('procedureDraft').select('revision').where('orgId', '=', tx.org).where('slug', '=', slug).executeTakeFirst();
  return row?.revision ?? 0;
}

interface SavedDraft {
  readonly slug: string;
  readonly document: unknown;
  readonly revision: number;
  readonly base: ProcedureHash | null;
  readonly by: UserId;
  /** ms */
  readonly at: number;
}

/** Writes the draft of a procedure, made or changed. Call it with the procedure locked. */
export async function saveDraft(tx: OrgTx, { slug, document, revision, base, by, at }: SavedDraft): Promise<void> {
  const row = { document: JSON.stringify(document), revision, baseHash: base, changedBy: by, changedAt: new Date(at), endedAt: null };
  await tx
    .insertInto('procedureDraft')
    .values({ ...row, orgId: tx.org, slug })
    .onConflict((conflict) => conflict.columns(['orgId', 'slug']).doUpdateSet(row))
    .execute();
}

/** Drafts and proposals are no rows of phones: desks that look on are told by the counter alone. Not for every save: it would wake every phone. */
export const tellDesks = (tx: OrgTx): Promise<number> => nextNumber(tx);

/** It was published or put aside; procedures have no draft then. @param at ms */
export async function endDraft(tx: OrgTx, slug: string, at: number): Promise<void> {
  await tx
    .updateTable('procedureDraft')
    .set({ endedAt: new Date(at) })
    .where('orgId', '=', tx.org)
    .where('slug', '=', slug)
    .where('endedAt', 'is', null)
    .execute();
}

/** Notes that somebody has the draft open. */
export async function markPresent(tx: OrgTx, slug: string, { user, at }: { user: UserId; at: number }): Promise<void> {
  const seenAt = new Date(at);
  await tx
    .insertInto('procedurePresence')
    .values({ orgId: tx.org, slug, userId: user, seenAt })
    .onConflict((conflict) => conflict.columns(['orgId', 'slug', 'userId']).doUpdateSet({ seenAt }))
    .execute();
}

/** Who else had it open since then, by name. */
export const listPresent = (tx: OrgTx, slug: string, { but, since }: { but: UserId; since: number }): Promise<Named[]> =>
  tx
    .selectFrom('procedurePresence as present')
    .innerJoin('member', (join) => join.onRef('member.orgId', '=', 'present.orgId').onRef('member.userId', '=', 'present.userId'))
    .select(['present.userId as id', 'member.name'])
    .where('present.orgId', '=', tx.org)
    .where('present.slug', '=', slug)
    .where('present.userId', '<>', but)
    .where('present.seenAt', '>', new Date(since))
    .orderBy('member.name')
    .execute();
