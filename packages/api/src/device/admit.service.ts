import { assignSite, type OrgTx, withOrg } from '@heliograph/db';
import { type ExecutionId, refuse, type SiteId, type UserId } from '@heliograph/domain';
import { record } from '../activity/record.ts';
import type { Doer } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { officeLife } from '../execution/office-life.ts';
import { actAs, holdExecution } from '../office/act.ts';
import { admissible } from './held.service.ts';

type Ports = Pick<Deps, 'db' | 'now' | 'sync' | 'readings'>;

export interface Admission {
  readonly author: UserId;
  readonly execution: ExecutionId;
}

/**
 * Puts the author of waiting records on the work they are of, also where it is over: it was done. Where they have not the site, it is opened to them;
 * for a run that they began themselves that is all. What waited is then applied by itself.
 * @throws AppError NOT_FOUND where nothing waits that this would let in
 */
export const admitHeld = (deps: Ports, doer: Doer, wish: Admission): Promise<Admission> =>
  withOrg(deps.db, doer, async (tx) => {
    // Before the counter that an opened site takes: a phone that delivers takes the two in this order.
    await holdExecution(tx, wish.execution);
    const work = (await admissible(tx, wish)) ?? refuse('NOT_FOUND');
    if (work.opensSite && work.site !== null) await openSite(tx, doer, { user: wish.author, site: work.site.id });
    if (work.need === 'person') await putOn(deps, tx, { doer, wish });
    return wish;
  });

async function openSite(tx: OrgTx, doer: Doer, { user, site }: { user: UserId; site: SiteId }): Promise<void> {
  await assignSite(tx, { user, site });
  await record(tx, doer, { action: 'site.assign', subject: { kind: 'site', id: site }, details: { person: user } });
}

async function putOn(deps: Ports, tx: OrgTx, { doer, wish: { author, execution } }: { doer: Doer; wish: Admission }): Promise<void> {
  const { state, timeZone } = await officeLife(tx, doer, { id: execution });
  // Pressed twice, before what waited was looked at again.
  if (state.assigned.includes(author)) return;
  await actAs(deps, tx, { actor: doer, zone: timeZone, acts: [{ k: 'assign', x: execution, p: { users: [author] } }] });
  await record(tx, doer, { action: 'execution.assign', subject: { kind: 'execution', id: execution }, details: { people: [author] } });
}
