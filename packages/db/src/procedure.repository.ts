import type { ProcedureHash, UserId } from '@heliograph/domain';
import type { OrgTx } from './database.ts';
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
};

/** Publishes a version for ever. Publishing the same bytes twice changes nothing: false. */
export async function insertProcedureVersion(tx: OrgTx, { content, stepIds, publishedAt, ...version }: NewProcedureVersion): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('procedureVersion')
    .values({
      ...version,
      orgId: tx.org,
      content: JSON.stringify(content),
      stepIds: [...stepIds],
      publishedAt: new Date(publishedAt),
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
