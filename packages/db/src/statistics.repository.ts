import type { CallPurpose, UserId } from '@heliograph/domain';
import { sql } from 'kysely';
import type { OrgTx } from './database.ts';

/** Whose calls are counted: a person's, or everybody's. */
interface Whose {
  readonly user?: UserId | undefined;
}

/** Since when somebody, or the organisation, has been here, ms. */
export async function readMemberSince(tx: OrgTx, { user }: Whose): Promise<number> {
  const { since } = await tx
    .selectFrom('member')
    .select((row) => row.fn.min('createdAt').as('since'))
    .where('orgId', '=', tx.org)
    .where((row) => (user === undefined ? row.lit(true) : row('userId', '=', user)))
    .executeTakeFirstOrThrow();
  return since.getTime();
}

/** Calls that were answered, by what they were for; and by how many people. */
export interface Answered {
  readonly purpose: CallPurpose;
  readonly calls: number;
  readonly people: number;
}

/** @param since ms; answers before do not count */
export async function countAnswered(tx: OrgTx, { user, since = 0 }: Whose & { readonly since?: number }): Promise<Answered[]> {
  const rows = await tx
    .selectFrom('modelCall')
    .select(['purpose', sql<number>`count(*)`.as('calls'), sql<number>`count(distinct user_id)`.as('people')])
    .where('orgId', '=', tx.org)
    .where('status', '=', 'done')
    .where('at', '>=', new Date(since))
    .where((row) => (user === undefined ? row.lit(true) : row('userId', '=', user)))
    .groupBy('purpose')
    .execute();
  return rows;
}
