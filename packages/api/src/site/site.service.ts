import { listAssets, listSites, readOrg } from '@heliograph/db';
import { refuse, type Site, type SiteId } from '@heliograph/domain';
import type { Actor } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';

/** Sites the person may see, by name. */
export const sitesFor = ({ db }: Pick<Deps, 'db'>, actor: Actor): Promise<Site[]> => readOrg(db, actor, (tx) => listSites(tx, actor));

/** One site with its equipment, in the order of labels. */
export const siteTree = ({ db }: Pick<Deps, 'db'>, actor: Actor, id: SiteId) =>
  readOrg(db, actor, async (tx) => {
    const site = (await listSites(tx, actor)).find((one) => one.id === id) ?? refuse('NOT_FOUND');
    return { site, assets: await listAssets(tx, id) };
  });
