import { findMember, listOrganisations, peopleWithHeld, readOrg, withLookup } from '@heliograph/db';
import type { OrganisationId } from '@heliograph/domain';
import { revisitHeld, type Sender } from '@heliograph/sync/server';
import type { Deps } from '../deps.ts';

type Ports = Pick<Deps, 'db' | 'sync' | 'log'>;

/**
 * Sees soon to what waits in an organisation, behind the back of whoever has just done what it may have waited for. A morning's work given at a desk,
 * piece by piece, does not have all of it read again for each piece.
 */
export const admitSoon = (ports: Ports & Pick<Deps, 'hub' | 'admissions'>, org: OrganisationId): void =>
  ports.hub.during(
    ports.admissions.take(org, () =>
      applyHeldOf(ports, org).then(
        () => undefined,
        (error) => ports.log.error('held records', error, { org }),
      ),
    ),
  );

/**
 * Applies what waited here for something that is here now: a kind of record that this build knows (H33), a procedure published since, a site given
 * since. Run at the start and every few minutes, and see `admitSoon`; several processes at once are harmless. Answers how many records no longer wait.
 */
export async function applyHeld(ports: Ports): Promise<number> {
  let settled = 0;
  for (const org of await withLookup(ports.db, listOrganisations)) settled += await applyHeldOf(ports, org);
  return settled;
}

async function applyHeldOf(ports: Ports, org: OrganisationId): Promise<number> {
  let settled = 0;
  for (const sender of await sendersIn(ports, org)) {
    // One person's trouble is not another's.
    settled += await revisitHeld(ports.sync, sender).catch((error) => {
      ports.log.error('held records', error, { org });
      return 0;
    });
  }
  return settled;
}

const sendersIn = ({ db }: Ports, org: OrganisationId): Promise<readonly Sender[]> =>
  readOrg(db, { org }, async (tx) => {
    const senders: Sender[] = [];
    for (const user of await peopleWithHeld(tx)) {
      const member = await findMember(tx, user);
      if (member !== undefined) senders.push({ org, user, role: member.role, deliverOnly: true });
    }
    return senders;
  });
