import { changeAccount, findOwnAccount, type LookupTx, withLookup } from '@heliograph/db';
import { type PreferenceChange, type Preferences, readPreferences } from '@heliograph/domain';
import type { Actor } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';

type Ports = Pick<Deps, 'db' | 'now'>;

/** How the person likes to read; it follows them to every device. */
export const preferencesOf = ({ db }: Ports, { user }: Actor): Promise<Preferences> => withLookup(db, (tx) => read(tx, user));

/** Changes what is given; the rest stays. A matter of taste is no act of the organisation, so it is not on its record. */
export const prefer = ({ db, now }: Ports, { user }: Actor, { language, ...taste }: PreferenceChange): Promise<Preferences> =>
  withLookup(db, async (tx) => {
    const { preferences } = await findOwnAccount(tx, user, { isLocked: true });
    const spoken = language === undefined ? {} : { language };
    await changeAccount(tx, user, { ...spoken, preferences: { ...preferences, ...taste }, now: now() });
    return read(tx, user);
  });

async function read(tx: LookupTx, user: Actor['user']): Promise<Preferences> {
  const { preferences, language } = await findOwnAccount(tx, user);
  return readPreferences(preferences, language === 'en' ? 'en' : 'fr');
}
