import {
  findSite,
  listAssets,
  listSitePeople,
  listSites,
  lockSite,
  type OrgTx,
  readOrg,
  retireSite,
  type SiteFilter,
  type StoredAsset,
  type StoredSite,
  saveSite,
  withOrg,
} from '@heliograph/db';
import { type ActionName, isRetired, refuse, type Site, type SiteId, siteIdSchema } from '@heliograph/domain';
import * as z from 'zod/mini';
import { record } from '../activity/record.ts';
import type { Actor, Doer } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { differing, sayWhatIsTaken, unchangedSince } from '../office/revision.ts';
import { type Page, pageOf, positionIn } from '../trpc/paging.ts';

type Ports = Pick<Deps, 'db' | 'now'>;
export type SiteItem = StoredSite;
export type SiteDraft = Omit<Site, 'id'>;

const position = z.tuple([z.string(), siteIdSchema]);

/** Sites the person may see, by name. */
export const sitesFor = (
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  { cursor, limit, ...filter }: SiteFilter & { cursor?: string | undefined; limit: number },
): Promise<Page<SiteItem>> =>
  readOrg(db, actor, async (tx) => {
    const [name, id] = positionIn(cursor, position) ?? [];
    const after = name === undefined || id === undefined ? undefined : { name, id };
    return pageOf(await listSites(tx, actor, { ...filter, after, limit: limit + 1 }), limit, (site) => [site.name, site.id]);
  });

/** One site and who is assigned to it. */
export const openSite = ({ db }: Pick<Deps, 'db'>, actor: Actor, id: SiteId) =>
  readOrg(db, actor, async (tx) => {
    const site = (await findSite(tx, actor, id)) ?? refuse('NOT_FOUND');
    return { site, people: await listSitePeople(tx, id) };
  });

/** One site with its equipment in use, in the order of labels. */
export const siteTree = ({ db }: Pick<Deps, 'db'>, actor: Actor, id: SiteId): Promise<{ site: SiteItem; assets: StoredAsset[] }> =>
  readOrg(db, actor, async (tx) => {
    const site = (await findSite(tx, actor, id)) ?? refuse('NOT_FOUND');
    return { site, assets: isRetired(site) ? [] : await listAssets(tx, id) };
  });

/** Makes a site. The same id again answers what is there. @throws AppError CONFLICT `code_taken`, INVALID `time_zone` */
export const createSite = ({ db }: Ports, doer: Doer, { id, ...draft }: Site): Promise<SiteItem> =>
  withOrg(db, doer, async (tx) => {
    const before = await lockSite(tx, doer, id);
    if (before !== undefined) return before;
    await write(tx, { id, ...draft });
    return told(tx, doer, { id, action: 'site.create', details: { name: draft.name, code: draft.code } });
  });

/** Changes a site. @throws AppError CONFLICT `changed`, `code_taken` */
export const updateSite = ({ db }: Ports, doer: Doer, { revision, ...site }: Site & { revision: number }): Promise<SiteItem> =>
  withOrg(db, doer, async (tx) => {
    const before = (await lockSite(tx, doer, site.id)) ?? refuse('NOT_FOUND');
    const fields = differing(before, site);
    await unchangedSince(tx, before, { revision, fields, kind: 'site' });
    if (isRetired(before)) refuse('CONFLICT', { reason: 'site_retired' });
    if (fields.length === 0) return before;
    await write(tx, site);
    return told(tx, doer, { id: site.id, action: 'site.update', details: { name: site.name, fields } });
  });

interface Named {
  readonly id: SiteId;
  readonly revision: number;
}

/** Takes a site out of use, with its equipment: see the one rule in `retirement.ts`. Asking twice changes nothing. */
export const retire = ({ db, now }: Ports, doer: Doer, named: Named): Promise<SiteItem> =>
  withOrg(db, doer, (tx) => turn(tx, doer, { ...named, at: now(), action: 'site.retire' }));

/** Takes it back into use. @throws AppError CONFLICT `code_taken`, `changed` */
export const restore = ({ db }: Ports, doer: Doer, named: Named): Promise<SiteItem> =>
  withOrg(db, doer, (tx) => turn(tx, doer, { ...named, at: null, action: 'site.restore' }));

async function turn(tx: OrgTx, doer: Doer, { id, revision, at, action }: Named & { at: number | null; action: ActionName }): Promise<SiteItem> {
  const before = (await lockSite(tx, doer, id)) ?? refuse('NOT_FOUND');
  if (isRetired(before) === (at !== null)) return before;
  await unchangedSince(tx, before, { revision, fields: [], kind: 'site' });
  await sayWhatIsTaken('site_code_key', before.code, () => retireSite(tx, id, at));
  return told(tx, doer, { id, action, details: { name: before.name } });
}

async function write(tx: OrgTx, site: Site): Promise<void> {
  if (!isTimeZone(site.timeZone)) refuse('INVALID', { reason: 'time_zone' });
  await sayWhatIsTaken('site_code_key', site.code, () => saveSite(tx, site));
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

interface Told {
  readonly id: SiteId;
  readonly action: ActionName;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Puts the act on record and answers how the site stands now. */
async function told(tx: OrgTx, doer: Doer, { id, action, details }: Told): Promise<SiteItem> {
  await record(tx, doer, { action, subject: { kind: 'site', id }, details });
  return (await findSite(tx, doer, id)) ?? refuse('NOT_FOUND');
}
