import { openSentinel } from '@heliograph/offline';
import { knownPeople } from './identity.ts';

/** Names of those who worked on this device and left something unsent. Their work itself is not opened. */
export async function sealedWork(): Promise<readonly string[]> {
  const people = await Promise.all(
    knownPeople().map(async ({ org, user, name }) => {
      const left = await openSentinel({ org, user }).read();
      return left !== null && (left.highest > left.acked || left.photos > 0) ? [name] : [];
    }),
  );
  return [...new Set(people.flat())];
}
