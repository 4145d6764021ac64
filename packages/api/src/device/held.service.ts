import { type HeldGroup, listHeld, type OrgTx } from '@heliograph/db';
import type { ExecutionId, Localized, SiteId, UserId } from '@heliograph/domain';
import type { Deps } from '../deps.ts';
import { reader } from '../execution/reading.ts';

/**
 * What lets waiting records in. `person`: their author is put on the work. `site`: it is opened to them. `work`: it is given again, or whoever began it
 * calls. `place`: nothing the desk can do while that site is not here. `other`: another's `start` waits, and stands in a line of its own.
 */
export type HeldNeed = 'person' | 'site' | 'work' | 'procedure' | 'update' | 'place' | 'other';

/** Work of one person that waits at the office, as the desk sees it. */
export interface HeldWork {
  readonly author: { readonly user: UserId; readonly name: string };
  /** Its id, also where it is not here. */
  readonly id: ExecutionId;
  readonly isKnown: boolean;
  /** Null where nobody says which procedure it is, or it cannot be read here. */
  readonly title: Localized | null;
  readonly slug: string | null;
  readonly site: { readonly id: SiteId; readonly name: string } | null;
  readonly code: HeldGroup['code'];
  readonly need: HeldNeed;
  /** Whether putting its author on it opens the site to them, too. */
  readonly opensSite: boolean;
  readonly records: number;
  /** When the oldest of it came, ms. */
  readonly since: number;
}

/** What waits in the organisation, the oldest first. */
export async function heldWork(tx: OrgTx, readings: Deps['readings']): Promise<HeldWork[]> {
  const { contentOf } = reader(tx, readings);
  const works: HeldWork[] = [];
  for (const group of await listHeld(tx)) {
    const { user, name, execution: id, isKnown, code, records, since, procedure, slug, site } = group;
    // A version that is not here has no title.
    const title = procedure === null || slug === null ? null : ((await contentOf(procedure))?.title ?? null);
    const need = needOf(group);
    works.push({ author: { user, name }, id, isKnown, title, slug, site, code, need, opensSite: mayAdmit(need) && !group.hasSite, records, since });
  }
  return works;
}

/** Whether a press at the desk lets it in. */
export const mayAdmit = (need: HeldNeed): boolean => need === 'person' || need === 'site';

export function needOf({ code, isKnown, slug, site, hasSite }: Pick<HeldGroup, 'code' | 'isKnown' | 'slug' | 'site' | 'hasSite'>): HeldNeed {
  switch (code) {
    case 'newer_kind':
      return 'update';
    case 'unknown_execution':
      return 'work';
    case 'unknown_procedure':
      // Published since: what stands in its way now is the site.
      if (slug === null || hasSite) return 'procedure';
      return site === null ? 'place' : 'site';
    case 'not_yours':
      if (isKnown) return 'person';
      return site === null ? 'place' : 'site';
    default:
      return 'other';
  }
}
