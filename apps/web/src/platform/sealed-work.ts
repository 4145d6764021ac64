import { openSentinel } from '@heliograph/offline';
import { knownPeople } from './identity.ts';

/** What somebody left unsent on this device: a name and a count, nothing else of it (decision 5). */
export interface SealedWork {
  readonly name: string;
  readonly records: number;
  readonly photos: number;
}

/** Those who worked on this device and left something unsent. Their work itself is not opened. */
export async function sealedWork(): Promise<readonly SealedWork[]> {
  const people = await Promise.all(
    knownPeople().map(async ({ org, user, name }) => {
      const left = await openSentinel({ org, user }).read();
      const sealed = { name, records: left === null ? 0 : left.highest - left.acked, photos: left?.photos ?? 0 };
      return sealed.records + sealed.photos > 0 ? [sealed] : [];
    }),
  );
  return people.flat();
}
