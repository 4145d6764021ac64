import type { OrganisationId, UserId } from '@heliograph/domain';
import { openTalks, type Talks } from '@heliograph/offline';

let open: { readonly key: string; readonly talks: Talks } | null = null;

/** What the assistant keeps of one person on this phone: opened once, whichever screen asks first. */
export function phoneTalks(owner: { org: OrganisationId; user: UserId }): Talks {
  const key = `${owner.org} ${owner.user}`;
  if (open?.key === key) return open.talks;
  open?.talks.close();
  const talks = openTalks(owner);
  // Whoever looks first finds what waits.
  talks.queued.subscribe(() => undefined);
  open = { key, talks };
  return talks;
}
