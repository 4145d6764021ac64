import type { RetiredFilter, Site, SiteId, UserId } from '@heliograph/domain';
import { scopeOf } from '@heliograph/domain/permission';
import { sql } from 'kysely';
import { byName } from './by-name.ts';
import type { OrgTx } from './database.ts';
import { nextNumber } from './sync/counter.ts';
import { containing } from './text-search.ts';
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

/** A site as the office keeps it. Instants in ms. */
export interface StoredSite extends Site {
  /** Number of the last change: what an editor names to change it again. */
  readonly revision: number;
  readonly retiredAt: number | null;
  /** Equipment in use. */
  readonly assets: number;
}

export interface SiteFilter {
  readonly query?: string | undefined;
  readonly retired?: RetiredFilter | undefined;
}

interface Page extends SiteFilter {
  readonly limit: number;
  /** The last site of the page before. */
  readonly after?: Pick<Site, 'name' | 'id'> | undefined;
}

/** Sites a viewer may see, by name. */
export async function listSites(tx: OrgTx, viewer: Viewer, { query, retired = 'no', limit, after }: Page): Promise<StoredSite[]> {
  const rows = await visibleSites(tx, viewer)
    .$if(retired !== 'all', (all) => all.where('site.removedAt', retired === 'no' ? 'is' : 'is not', null))
    .$if(query !== undefined, (all) => all.where(containing(sql`site.name || ' ' || site.code || ' ' || site.address`, query ?? '')))
    .$if(after !== undefined, (all) =>
      all.where(sql<boolean>`(site.name collate "und-x-icu", site.id) > (${after?.name} collate "und-x-icu", ${after?.id}::uuid)`),
    )
    .orderBy('site.name', byName)
    .orderBy('site.id')
    .limit(limit)
    .execute();
  return rows.map(siteOf);
}

/** One site, retired ones included, where the viewer may see it. */
export async function findSite(tx: OrgTx, viewer: Viewer, id: SiteId): Promise<StoredSite | undefined> {
  const row = await visibleSites(tx, viewer).where('site.id', '=', id).executeTakeFirst();
  return row && siteOf(row);
}

/** The same, held until the transaction ends: changes of a site and of its equipment wait for each other. */
export async function lockSite(tx: OrgTx, viewer: Viewer, id: SiteId): Promise<StoredSite | undefined> {
  await tx.selectFrom('site').select('id').where('orgId', '=', tx.org).where('id', '=', id).forUpdate().execute();
  return findSite(tx, viewer, id);
}

const visibleSites = (tx: OrgTx, viewer: Viewer) =>
  tx
    .selectFrom('site')
    .select(['site.id', 'site.name', 'site.code', 'site.timeZone', 'site.address', 'site.lat', 'site.lon', 'site.emergency'])
    .select(['site.seq as revision', 'site.removedAt'])
    .select((row) =>
      row
        .selectFrom('asset')
        .select((asset) => asset.fn.countAll<number>().as('count'))
        .whereRef('asset.orgId', '=', 'site.orgId')
        .whereRef('asset.siteId', '=', 'site.id')
        .where('asset.removedAt', 'is', null)
        .as('assets'),
    )
    .where('site.orgId', '=', tx.org)
    .$if(scopeOf(viewer) === 'own', (query) => query.where('site.id', 'in', assignedSites(tx, viewer.user)));

type Row = Omit<StoredSite, 'retiredAt' | 'assets'> & { removedAt: Date | null; assets: number | null };

const siteOf = ({ removedAt, assets, ...site }: Row): StoredSite => ({ ...site, retiredAt: removedAt?.getTime() ?? null, assets: Number(assets) });

/** Who is assigned to a site, by name. */
export const listSitePeople = (tx: OrgTx, site: SiteId): Promise<{ id: UserId; name: string }[]> =>
  tx
    .selectFrom('siteScope')
    .innerJoin('member', (join) => join.onRef('member.orgId', '=', 'siteScope.orgId').onRef('member.userId', '=', 'siteScope.userId'))
    .select(['member.userId as id', 'member.name'])
    .where('siteScope.orgId', '=', tx.org)
    .where('siteScope.siteId', '=', site)
    .where('siteScope.removedSeq', 'is', null)
    .orderBy('member.name', byName)
    .orderBy('member.userId')
    .execute();

/** Of these people, those who are assigned to a site. */
export async function peopleOn(tx: OrgTx, site: SiteId, people: readonly UserId[]): Promise<Set<UserId>> {
  if (people.length === 0) return new Set();
  const rows = await tx
    .selectFrom('siteScope')
    .select('userId')
    .where('orgId', '=', tx.org)
    .where('siteId', '=', site)
    .where('userId', 'in', people)
    .where('removedSeq', 'is', null)
    .execute();
  return new Set(rows.map(({ userId }) => userId));
}

/**
 * Takes a site away from every phone, or gives it back. Its row stays: executions name it. Its equipment hears of it under the same number,
 * because it goes and comes with the site.
 */
export async function retireSite(tx: OrgTx, site: SiteId, at: number | null): Promise<void> {
  const seq = await nextNumber(tx);
  await tx
    .updateTable('site')
    .set({ removedAt: at === null ? null : new Date(at), seq })
    .where('orgId', '=', tx.org)
    .where('id', '=', site)
    .execute();
  await tx.updateTable('asset').set({ seq }).where('orgId', '=', tx.org).where('siteId', '=', site).where('removedAt', 'is', null).execute();
}

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
