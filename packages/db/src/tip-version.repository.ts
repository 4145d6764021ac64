import type { TipState, TipText, UserId } from '@heliograph/domain';
import { sql } from 'kysely';
import type { OrgTx } from './database.ts';
import { nextNumber } from './sync/counter.ts';

/** A version as it is written. */
export interface NewTipVersion {
  readonly id: string;
  readonly text: TipText;
  readonly state: Extract<TipState, 'draft' | 'submitted'>;
  readonly by: UserId;
  /** ms */
  readonly at: number;
  /** The counter's number of the operation that wrote it; an act of the office takes one of its own. */
  readonly seq?: number;
}

/** Adds a version to a tip, or makes the tip with its first one; returns the version's number. What others read stays what was approved. */
export async function writeTipVersion(tx: OrgTx, { id, text, state, by, at, seq }: NewTipVersion): Promise<number> {
  const columns = columnsOf(text);
  await tx
    .insertInto('tip')
    .values({ ...columns, orgId: tx.org, id, authorId: by, approvedVersion: null, latestVersion: 0, removedAt: null, seq: 0 })
    .onConflict((conflict) => conflict.columns(['orgId', 'id']).doNothing())
    .execute();
  const { approvedVersion, latestVersion } = await lockTip(tx, id);
  await keepFirst(tx, id, at);
  const number = latestVersion + 1;
  await tx
    .insertInto('tipVersion')
    .values({
      ...{ ...columns, orgId: tx.org, tipId: id, number, state, writtenBy: by, writtenAt: new Date(at) },
      ...{ decidedBy: null, decidedAt: null, reason: null },
    })
    .execute();
  // Until something is approved the row says what was written last.
  await tip(tx, id)
    .set({ ...(approvedVersion === null ? columns : {}), latestVersion: number, seq: seq ?? (await nextNumber(tx)) })
    .execute();
  return number;
}

const columnsOf = ({ title, content, links, photos, tags, language, category }: TipText) => ({
  ...{ title: JSON.stringify(title), content: JSON.stringify(content), links: JSON.stringify(links), photos: JSON.stringify(photos) },
  ...{ tags: [...tags], language, category },
});

const lockTip = (tx: OrgTx, id: string) =>
  tx
    .selectFrom('tip')
    .select(['approvedVersion', 'latestVersion'])
    .where('orgId', '=', tx.org)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();

/** What the starter library brought has no row of its version until somebody changes it. */
async function keepFirst(tx: OrgTx, id: string, at: number): Promise<void> {
  await sql`
    insert into tip_version (org_id, tip_id, number, title, content, language, category, tags, links, photos, state, written_by, written_at)
    select org_id, id, latest_version, title, content, language, category, tags, links, photos, 'approved', author_id, ${new Date(at)}
    from tip where org_id = ${tx.org} and id = ${id} and latest_version > 0
    on conflict (org_id, tip_id, number) do nothing`.execute(tx);
}

interface Decision {
  readonly id: string;
  readonly by: UserId;
  /** ms */
  readonly at: number;
}

/** The newest version is what everybody reads from now on, also where the tip had been put away. */
export async function approveTip(tx: OrgTx, { id, by, at }: Decision): Promise<void> {
  await newest(tx, id)
    .set({ state: 'approved', decidedBy: by, decidedAt: new Date(at), reason: null })
    .execute();
  await sql`
    update tip t set title = v.title, content = v.content, language = v.language, category = v.category, tags = v.tags, links = v.links,
      photos = v.photos, approved_version = v.number, removed_at = null, seq = ${await nextNumber(tx)}
    from tip_version v
    where t.org_id = ${tx.org} and t.id = ${id} and v.org_id = t.org_id and v.tip_id = t.id and v.number = t.latest_version`.execute(tx);
}

/** Sends the newest version back to its author, with a reason in words. */
export async function rejectTip(tx: OrgTx, { id, by, at, reason }: Decision & { readonly reason: string }): Promise<void> {
  await newest(tx, id)
    .set({ state: 'rejected', decidedBy: by, decidedAt: new Date(at), reason })
    .execute();
  await tip(tx, id)
    .set({ seq: await nextNumber(tx) })
    .execute();
}

/** Puts the newest version before those who approve. */
export async function submitTip(tx: OrgTx, id: string): Promise<void> {
  await newest(tx, id).set({ state: 'submitted' }).execute();
  await tip(tx, id)
    .set({ seq: await nextNumber(tx) })
    .execute();
}

interface Rating {
  readonly id: string;
  readonly user: UserId;
  readonly useful: boolean;
  /** ms */
  readonly at: number;
  /** As above. */
  readonly seq?: number;
}

/** A person's last word on a tip. Of a tip that is not there nothing is kept; false then. */
export async function rateTip(tx: OrgTx, { id, user, useful, at, seq }: Rating): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into tip_rating (org_id, tip_id, user_id, useful, rated_at)
    select org_id, id, ${user}::uuid, ${useful}::boolean, ${new Date(at)} from tip where org_id = ${tx.org} and id = ${id}
    on conflict (org_id, tip_id, user_id) do update set useful = excluded.useful, rated_at = excluded.rated_at`.execute(tx);
  if ((numAffectedRows ?? 0n) === 0n) return false;
  const told = seq ?? (await nextNumber(tx));
  await tip(tx, id)
    .set((row) => ({
      seq: told,
      useful: row
        .selectFrom('tipRating')
        .select((rating) => rating.fn.countAll<number>().as('count'))
        .where('tipRating.orgId', '=', tx.org)
        .where('tipRating.tipId', '=', id)
        .where('tipRating.useful', '=', true),
    }))
    .execute();
  return true;
}

const tip = (tx: OrgTx, id: string) => tx.updateTable('tip').where('orgId', '=', tx.org).where('id', '=', id);

const newest = (tx: OrgTx, id: string) =>
  tx
    .updateTable('tipVersion')
    .where('orgId', '=', tx.org)
    .where('tipId', '=', id)
    .where('number', '=', (row) => row.selectFrom('tip').select('tip.latestVersion').where('tip.orgId', '=', tx.org).where('tip.id', '=', id));
