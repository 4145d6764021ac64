import type { Site, SiteId, UserId } from '@heliograph/domain';
import { scopeOf } from '@heliograph/domain/permission';
import { byName } from './by-name.ts';
import type { OrgTx } from './database.ts';
import { nextNumber } from './sync/counter.ts';
import { assignedSites, type Viewer } from './viewer.ts';

/** Makes a site or changes it; the phones that hold it hear of it. */
export async function saveSite(tx: OrgTx, { emergency, ...site }: Site): Promise<void> {
  const row = { ...site, emergency: JSON.stringify(emergency), removedAt: null, seq: await nextNumber(tx) };
  await tx
    .insertInto('site')
    .values({ ...row, orgId: tx.org })
    .onConflict((conflict) => conflict.columns(['orgId', 'id']).doUpdateSet(row))
    .execute();
}

/** Takes a site away from every phone. Its row stays: executions name it. False where there is no such site. */
export async function removeSite(tx: OrgTx, site: SiteId, now: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('site')
    .set({ removedAt: new Date(now), seq: await nextNumber(tx) })
    .where('orgId', '=', tx.org)
    .where('id', '=', site)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Sites a viewer may see, by name. */
export const listSites = (tx: OrgTx, viewer: Viewer): Promise<Site[]> =>
  tx
    .selectFrom('site')
    .select(['id', 'name', 'code', 'timeZone', 'address', 'lat', 'lon', 'emergency'])
    .where('orgId', '=', tx.org)
    .where('removedAt', 'is', null)
    .$if(scopeOf(viewer) === 'own', (query) => query.where('id', 'in', assignedSites(tx, viewer.user)))
    .orderBy('name', byName)
    .orderBy('id')
    .execute();

interface Assignment {
  readonly user: UserId;
  readonly site: SiteId;
}

/** Opens a site to a technician: from this number on their phone is sent it whole. */
export async function assignSite(tx: OrgTx, { user, site }: Assignment): Promise<void> {
  const addedSeq = await nextNumber(tx);
  await tx
    .insertInto('siteScope')
    .values({ orgId: tx.org, userId: user, siteId: site, addedSeq })
    // Who has it already keeps it: sending it all again would be for nothing.
    .onConflict((conflict) =>
      conflict.columns(['orgId', 'userId', 'siteId']).doUpdateSet({ addedSeq, removedSeq: null }).where('siteScope.removedSeq', 'is not', null),
    )
    .execute();
}

export async function unassignSite(tx: OrgTx, { user, site }: Assignment): Promise<void> {
  await tx
    .updateTable('siteScope')
    .set({ removedSeq: await nextNumber(tx) })
    .where('orgId', '=', tx.org)
    .where('userId', '=', user)
    .where('siteId', '=', site)
    .where('removedSeq', 'is', null)
    .execute();
}
