import type { ExecutionId, PhotoHash, UserId } from '@heliograph/domain';
import { scopeOf } from '@heliograph/domain/permission';
import { sql } from 'kysely';
import { isAnnouncedTo } from './analysis.repository.ts';
import { photoArrived } from './analysis-work.repository.ts';
import type { OrgTx } from './database.ts';
import { nextNumber } from './sync/counter.ts';
import { isVisibleExecution, type Viewer } from './viewer.ts';

/** How far the bytes of a photo are; the bytes themselves lie with the photo store. */
export interface Photo {
  readonly sha: PhotoHash;
  /** As its operation announced it, bytes. */
  readonly size: number;
  readonly received: number;
  readonly state: 'wanted' | 'stored' | 'refused';
  readonly refusal: string | null;
  readonly width: number | null;
  readonly height: number | null;
}

const columns = ['photo.sha', 'photo.size', 'photo.received', 'photo.state', 'photo.refusal', 'photo.width', 'photo.height'] as const;

/** A photo that some stored operation of the organisation names. */
export const findPhoto = (tx: OrgTx, sha: PhotoHash): Promise<Photo | undefined> =>
  tx.selectFrom('photo').select(columns).where('orgId', '=', tx.org).where('sha', '=', sha).executeTakeFirst();

/** Whether somebody else has recorded the photo, or asked what is on it, and may still bring its bytes. */
export async function isNamedByAnother(tx: OrgTx, user: UserId, sha: PhotoHash): Promise<boolean> {
  const { rows } = await sql`
    select 1 from photo_use where org_id = ${tx.org} and sha = ${sha} and user_id <> ${user}
    union all
    select 1 from photo_analysis where org_id = ${tx.org} and photo_sha = ${sha} and announced and author_id <> ${user}
    limit 1`.execute(tx);
  return rows.length > 0;
}

/** Photos of an execution, in the order of its log. */
export const listPhotos = (tx: OrgTx, execution: ExecutionId): Promise<Photo[]> =>
  tx
    .selectFrom('photoUse')
    .innerJoin('photo', (join) => join.onRef('photo.orgId', '=', 'photoUse.orgId').onRef('photo.sha', '=', 'photoUse.sha'))
    .select(columns)
    .where('photoUse.orgId', '=', tx.org)
    .where('photoUse.executionId', '=', execution)
    // By the log's numbers: an id begins with the phone's own clock, which may be wrong by years.
    .innerJoin('operation', (join) => join.onRef('operation.orgId', '=', 'photoUse.orgId').onRef('operation.opId', '=', 'photoUse.opId'))
    // The picture of a tip is nobody's evidence, whatever it says that it belongs to.
    .where('operation.kind', '=', 'photo')
    .orderBy('operation.seq')
    .execute();

/** Whether a viewer may see some execution, some tip, or some analysis, that shows the photo. */
export async function maySeePhoto(tx: OrgTx, viewer: Viewer, sha: PhotoHash): Promise<boolean> {
  const found = await tx
    .selectFrom('photoUse')
    .innerJoin('execution', (join) =>
      join.onRef('execution.orgId', '=', 'photoUse.orgId').onRef('execution.executionId', '=', 'photoUse.executionId'),
    )
    .select('photoUse.opId')
    .where('photoUse.orgId', '=', tx.org)
    .where('photoUse.sha', '=', sha)
    .where(isVisibleExecution(tx, viewer))
    .limit(1)
    .executeTakeFirst();
  return found !== undefined || (await isOnVisibleTip(tx, viewer, sha)) || (await isAnnouncedTo(tx, viewer, sha));
}

/** On a version that was approved, or one's own; those who approve see them all. A tip that was put away hides nothing that was seen before. */
async function isOnVisibleTip(tx: OrgTx, viewer: Viewer, sha: PhotoHash): Promise<boolean> {
  const found = await tx
    .selectFrom('tipVersion')
    .select('number')
    .where('orgId', '=', tx.org)
    .where(sql<boolean>`photos @> ${JSON.stringify([{ sha }])}::jsonb`)
    .where((row) => row.or([row.lit(scopeOf(viewer) === 'organisation'), row('state', '=', 'approved'), row('writtenBy', '=', viewer.user)]))
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** @param received bytes held from the start of the file */
export async function recordReceived(tx: OrgTx, sha: PhotoHash, received: number): Promise<void> {
  await wanted(tx, sha).set({ received }).execute();
}

/** Every byte is here and hashes to its name. Size in px, as shown. Analyses that waited for it go on. */
export async function recordStored(tx: OrgTx, sha: PhotoHash, { width, height, at }: { width: number; height: number; at: number }): Promise<void> {
  await wanted(tx, sha)
    .set((row) => ({ state: 'stored', received: row.ref('size'), width, height, storedAt: new Date(at) }))
    .execute();
  await photoArrived(tx, sha, true);
  await tell(tx);
}

export async function recordRefused(tx: OrgTx, sha: PhotoHash, refusal: string): Promise<void> {
  await wanted(tx, sha).set({ state: 'refused', refusal }).execute();
  await photoArrived(tx, sha, false);
  await tell(tx);
}

/** Bytes arrive without an operation: whoever looks on is told by the counter alone. */
const tell = (tx: OrgTx): Promise<number> => nextNumber(tx);

/** What is stored or refused stays so. */
const wanted = (tx: OrgTx, sha: PhotoHash) =>
  tx.updateTable('photo').where('orgId', '=', tx.org).where('sha', '=', sha).where('state', '=', 'wanted');
