import { findHeld, type HeldGroup, listHeld, type OrgTx } from '@heliograph/db';
import type { ExecutionId, Localized, ProcedureHash, SiteId, UserId } from '@heliograph/domain';
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
  /** The version, as the execution or a waiting `start` of it says; null where nobody does. */
  readonly procedure: ProcedureHash | null;
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

export interface HeldWorks {
  readonly held: readonly HeldWork[];
  /** How many lines there are beside those. */
  readonly heldMore: number;
}

/** What waits in the organisation: what a press at the desk lets in comes first, then the oldest. */
export async function heldWork(tx: OrgTx, readings: Deps['readings']): Promise<HeldWorks> {
  const { groups, more } = await listHeld(tx);
  return { held: await worksOf(tx, readings, groups), heldMore: more };
}

/** What waits of one person on one execution and a press at the desk lets in, however much else waits. */
export async function admissible(tx: OrgTx, { author, execution }: { author: UserId; execution: ExecutionId }) {
  const group = (await findHeld(tx, { user: author, execution })).find((one) => mayAdmit(needOf(one)));
  return group === undefined ? undefined : { need: needOf(group), opensSite: opensSite(group), site: group.site };
}

async function worksOf(tx: OrgTx, readings: Deps['readings'], groups: readonly HeldGroup[]): Promise<HeldWork[]> {
  const { contentOf } = reader(tx, readings);
  const works: HeldWork[] = [];
  for (const group of groups) {
    const { user, name, execution: id, hasSite: _hasSite, role: _role, ...rest } = group;
    const { procedure, slug } = group;
    // A version that is not here has no title.
    const title = procedure === null || slug === null ? null : ((await contentOf(procedure))?.title ?? null);
    works.push({ ...rest, author: { user, name }, id, title, need: needOf(group), opensSite: opensSite(group) });
  }
  return works;
}

const opensSite = (group: HeldGroup): boolean => mayAdmit(needOf(group)) && !group.hasSite;

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
