import { listOrganisationIds, listProviders, lockProvider, saveProvider, withLookup, withOrg } from '@heliograph/db';
import type { Deps } from '../deps.ts';
import { keyPlace } from './choices.ts';

/**
 * Encrypts every provider's key anew that is not under the vault's first key: after a start with a new one, the old one is needed no more.
 * A box that no key opens stays as it is, for the day its key is put back.
 * @returns how many were encrypted anew
 */
export async function resealKeys({ db, keys: { vault }, log }: Pick<Deps, 'db' | 'keys' | 'log'>): Promise<number> {
  let resealed = 0;
  for (const org of await withLookup(db, listOrganisationIds))
    await withOrg(db, { org }, async (tx) => {
      const old = (await listProviders(tx)).filter(({ keyId }) => keyId !== null && keyId !== vault.keyId);
      for (const { id } of old) {
        const provider = await lockProvider(tx, id);
        if (provider?.keyBox == null || provider.keyId === null) continue;
        const place = keyPlace(org, id);
        const key = vault.open({ box: provider.keyBox, keyId: provider.keyId }, place);
        if (key === null) {
          log.warn('a provider’s key cannot be read: put its key of SECRET_KEYS back', { provider: id, keyId: provider.keyId });
          continue;
        }
        const { box, keyId } = vault.seal(key, place);
        await saveProvider(tx, { ...provider, keyBox: box, keyId });
        resealed += 1;
      }
    });
  return resealed;
}
