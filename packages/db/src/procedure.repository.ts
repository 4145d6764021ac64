import type { ProcedureHash, UserId } from '@heliograph/domain';
import { sql } from 'kysely';
import type { OrgTx } from './database.ts';
import type { Named } from './procedure-draft.repository.ts';
import { insertProcedure } from './procedure-shelf.repository.ts';
import type { ExecutionTable } from './schema.ts';
import { nextNumber } from './sync/counter.ts';

/** A published version without its content. */
export interface ProcedureVersion {
  readonly hash: ProcedureHash;
  readonly slug: string;
  readonly number: number;
  /** ms */
  readonly publishedAt: number;
  readonly publishedBy: UserId | null;
  readonly withdrawn: boolean;
}

export type NewProcedureVersion = Omit<ProcedureVersion, 'withdrawn'> & {
  /** Plain JSON, already checked; its hash is `hash`. */
  readonly content: unknown;
  readonly stepIds: readonly string[];
  /** Why it is published. */
  readonly note?: string;
  /** Warnings that its publisher took upon them. */
  readonly accepted?: readonly string[];
  /** The second person; ms. */
  readonly approved?: { readonly by: UserId; readonly at: number };
};

/** Publishes a version for ever. Publishing the same bytes twice changes nothing: false. */
export async function insertProcedureVersion(
  tx: OrgTx,
  { content, stepIds, publishedAt, note = '', accepted = [], approved, ...version }: NewProcedureVersion,
): Promise<boolean> {
  await insertProcedure(tx, { slug: version.slug, by: version.publishedBy, at: publishedAt });
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('procedureVersion')
    .values({
      ...version,
      orgId: tx.org,
      content: JSON.stringify(content),
      stepIds: [...stepIds],
      publishedAt: new Date(publishedAt),
      ...{ note, accepted: [...accepted], approvedBy: approved?.by ?? null },
      approvedAt: approved === undefined ? null : new Date(approved.at),
      seq: await nextNumber(tx),
    })
    .onConflict((conflict) => conflict.columns(['orgId', 'hash']).doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** No new work begins on it; work that pins it goes on. */
export async function withdrawProcedureVersion(tx: OrgTx, hash: ProcedureHash, now: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('procedureVersion')
    .set({ withdrawnAt: new Date(now), seq: await nextNumber(tx) })
    .where('orgId', '=', tx.org)
    .where('hash', '=', hash)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Nothing new begins on the versions before this one; phones keep those that their work names. @param at ms */
export async function replaceOlderVersions(tx: OrgTx, slug: string, { by, at }: { by: ProcedureHash; at: number }): Promise<void> {
  await tx
    .updateTable('procedureVersion')
    .set({ withdrawnAt: new Date(at), seq: await nextNumber(tx) })
    .where('orgId', '=', tx.org)
    .where('slug', '=', slug)
    .where('hash', '<>', by)
    .where('withdrawnAt', 'is', null)
    .execute();
}

/** Takes every version of a procedure out of use, or gives back those that went with it then. @param at ms */
export async function turnVersions(tx: OrgTx, slug: string, turn: { archivedAt: number } | { restored: number }): Promise<void> {
  const seq = await nextNumber(tx);
  const versionsOf = tx.updateTable('procedureVersion').where('orgId', '=', tx.org).where('slug', '=', slug);
  await ('archivedAt' in turn
    ? versionsOf.set({ withdrawnAt: new Date(turn.archivedAt), seq }).where('withdrawnAt', 'is', null)
    : versionsOf.set({ withdrawnAt: null, seq }).where('withdrawnAt', '=', new Date(turn.restored))
  ).execute();
}

/** Every version, by slug, newest first. */
export async function listProcedureVersions(tx: OrgTx): Promise<ProcedureVersion[]> {
  const rows = await versions(tx).orderBy('slug').orderBy('number', 'desc').execute();
  return rows.map(versionOf);
}

/** Versions with their content, whatever became of them: an execution pins one for life. */
export async function readProcedures(tx: OrgTx, hashes: readonly ProcedureHash[]): Promise<(ProcedureVersion & { content: unknown })[]> {
  if (hashes.length === 0) return [];
  const rows = await versions(tx).select('content').where('hash', 'in', hashes).execute();
  return rows.map((row) => ({ ...versionOf(row), content: row.content }));
}

const versions = (tx: OrgTx) =>
  tx.selectFrom('procedureVersion').select(['hash', 'slug', 'number', 'publishedAt', 'publishedBy', 'withdrawnAt']).where('orgId', '=', tx.org);

type Row = Omit<ProcedureVersion, 'publishedAt' | 'withdrawn'> & { publishedAt: Date; withdrawnAt: Date | null };

const versionOf = ({ hash, slug, number, publishedAt, publishedBy, withdrawnAt }: Row): ProcedureVersion => ({
  ...{ hash, slug, number, publishedBy },
  publishedAt: publishedAt.getTime(),
  withdrawn: withdrawnAt !== null,
});

/** A version as its procedure's own page shows it. Instants in ms. */
export interface VersionRow extends Omit<ProcedureVersion, 'publishedBy'> {
  readonly publishedBy: Named | null;
  readonly approvedBy: Named | null;
  readonly approvedAt: number | null;
  readonly note: string;
  readonly accepted: readonly string[];
  readonly steps: number;
  /** Executions that run on it, by their state. */
  readonly executions: Readonly<Partial<Record<ExecutionTable['status'], number>>>;
}

/** The versions of a procedure, newest first. */
export async function listVersionsOf(tx: OrgTx, slug: string): Promise<VersionRow[]> {
  const { rows } = await sql<StoredVersion>`
    select v.hash, v.slug, v.number, v.published_at, v.published_by, p.name as publisher, v.approved_by, a.name as approver, v.approved_at,
      v.note, v.accepted, v.withdrawn_at, cardinality(v.step_ids) as steps,
      coalesce((select jsonb_object_agg(status, count) from (
        select status, count(*)::int as count from execution e where e.org_id = v.org_id and e.procedure_hash = v.hash group by status) c), '{}') as executions
    from procedure_version v left join member p on p.org_id = v.org_id and p.user_id = v.published_by
      left join member a on a.org_id = v.org_id and a.user_id = v.approved_by
    where v.org_id = ${tx.org} and v.slug = ${slug} order by v.number desc`.execute(tx);
  return rows.map((row) => ({
    ...{ hash: row.hash, slug: row.slug, number: row.number, note: row.note, accepted: row.accepted, steps: row.steps, executions: row.executions },
    publishedAt: row.publishedAt.getTime(),
    publishedBy: row.publishedBy === null ? null : { id: row.publishedBy, name: row.publisher ?? '' },
    approvedBy: row.approvedBy === null ? null : { id: row.approvedBy, name: row.approver ?? '' },
    approvedAt: row.approvedAt?.getTime() ?? null,
    withdrawn: row.withdrawnAt !== null,
  }));
}

type StoredVersion = Pick<VersionRow, 'hash' | 'slug' | 'number' | 'note' | 'accepted' | 'steps' | 'executions'> & {
  publishedAt: Date;
  publishedBy: UserId | null;
  publisher: string | null;
  approvedBy: UserId | null;
  approver: string | null;
  approvedAt: Date | null;
  withdrawnAt: Date | null;
};

/** An authorised person's word for a limit, laid over a version (decision 10). */
export interface LimitConfirmation {
  readonly id: string;
  readonly hash: ProcedureHash;
  readonly step: string;
  readonly by: UserId;
  /** ms */
  readonly at: number;
}

/** Confirming again changes nothing. */
export async function insertLimitConfirmation(tx: OrgTx, { id, hash, step, by, at }: LimitConfirmation): Promise<void> {
  await tx
    .insertInto('limitConfirmation')
    .values({ orgId: tx.org, id, procedureHash: hash, stepId: step, confirmedBy: by, confirmedAt: new Date(at), seq: await nextNumber(tx) })
    .onConflict((conflict) => conflict.constraint('limit_confirmation_step_key').doNothing())
    .execute();
}

/** Confirmations laid over a version. */
export async function listLimitConfirmations(tx: OrgTx, hash: ProcedureHash): Promise<LimitConfirmation[]> {
  const rows = await tx
    .selectFrom('limitConfirmation')
    .select(['id', 'procedureHash as hash', 'stepId as step', 'confirmedBy as by', 'confirmedAt'])
    .where('orgId', '=', tx.org)
    .where('procedureHash', '=', hash)
    .orderBy('seq')
    .execute();
  return rows.map(({ confirmedAt, ...row }) => ({ ...row, at: confirmedAt.getTime() }));
}
