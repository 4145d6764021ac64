import type { ProcedureHash, UserId } from '@heliograph/domain';
import type { OrgTx } from './database.ts';
import type { Named } from './procedure-draft.repository.ts';

export type ProposalDecision = 'approved' | 'rejected' | 'withdrawn';

/** What somebody wants published, and what was decided about it. Instants in ms. */
export interface Proposal {
  readonly id: string;
  readonly slug: string;
  /** Of the draft it was made from. */
  readonly revision: number;
  readonly hash: ProcedureHash;
  readonly note: string;
  /** Warnings its proposer took upon them. */
  readonly accepted: readonly string[];
  readonly proposedBy: Named;
  readonly proposedAt: number;
  /** Null while it waits. */
  readonly decision: ProposalDecision | null;
  readonly decidedBy: Named | null;
  readonly decidedAt: number | null;
  readonly reason: string | null;
}

export type NewProposal = Pick<Proposal, 'id' | 'slug' | 'revision' | 'hash' | 'note' | 'accepted' | 'proposedAt'> & {
  readonly proposedBy: UserId;
  readonly content: unknown;
};

export async function insertProposal(tx: OrgTx, { content, accepted, proposedAt, ...proposal }: NewProposal): Promise<void> {
  await tx
    .insertInto('procedureProposal')
    .values({ ...proposal, orgId: tx.org, accepted: [...accepted], content: JSON.stringify(content), proposedAt: new Date(proposedAt) })
    .execute();
}

export interface Decision {
  readonly decision: ProposalDecision;
  readonly by: UserId;
  /** ms */
  readonly at: number;
  readonly reason: string | null;
}

/** Decides what still waits; false where it no longer does. */
export async function decideProposal(tx: OrgTx, id: string, { decision, by, at, reason }: Decision): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('procedureProposal')
    .set({ decision, decidedBy: by, decidedAt: new Date(at), reason })
    .where('orgId', '=', tx.org)
    .where('id', '=', id)
    .where('decision', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

const proposals = (tx: OrgTx) =>
  tx
    .selectFrom('procedureProposal as proposal')
    .innerJoin('member as proposer', (join) =>
      join.onRef('proposer.orgId', '=', 'proposal.orgId').onRef('proposer.userId', '=', 'proposal.proposedBy'),
    )
    .leftJoin('member as decider', (join) => join.onRef('decider.orgId', '=', 'proposal.orgId').onRef('decider.userId', '=', 'proposal.decidedBy'))
    .select(['proposal.id', 'proposal.slug', 'proposal.revision', 'proposal.hash', 'proposal.note', 'proposal.accepted', 'proposal.reason'])
    .select(['proposal.proposedBy', 'proposer.name as proposerName', 'proposal.proposedAt'])
    .select(['proposal.decision', 'proposal.decidedBy', 'decider.name as deciderName', 'proposal.decidedAt'])
    .where('proposal.orgId', '=', tx.org);

type Row = Omit<Proposal, 'proposedBy' | 'proposedAt' | 'decidedBy' | 'decidedAt'> & {
  proposedBy: UserId;
  proposerName: string;
  proposedAt: Date;
  decidedBy: UserId | null;
  deciderName: string | null;
  decidedAt: Date | null;
};

const proposalOf = ({ proposedBy, proposerName, proposedAt, decidedBy, deciderName, decidedAt, ...row }: Row): Proposal => ({
  ...{ id: row.id, slug: row.slug, revision: row.revision, hash: row.hash, note: row.note, accepted: row.accepted },
  ...{ decision: row.decision, reason: row.reason },
  proposedBy: { id: proposedBy, name: proposerName },
  proposedAt: proposedAt.getTime(),
  decidedBy: decidedBy === null ? null : { id: decidedBy, name: deciderName ?? '' },
  decidedAt: decidedAt?.getTime() ?? null,
});

/** Proposals of a procedure, newest first. */
export async function listProposals(tx: OrgTx, slug: string): Promise<Proposal[]> {
  const rows = await proposals(tx).where('proposal.slug', '=', slug).orderBy('proposal.proposedAt', 'desc').orderBy('proposal.id', 'desc').execute();
  return rows.map(proposalOf);
}

/** One proposal with what it wants published. */
export async function findProposal(tx: OrgTx, id: string): Promise<(Proposal & { readonly content: unknown }) | undefined> {
  const row = await proposals(tx).select('proposal.content').where('proposal.id', '=', id).executeTakeFirst();
  return row && { ...proposalOf(row), content: row.content };
}
