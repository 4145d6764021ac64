import { lockSettings, readOrg, readSettings, type StoredSettings, saveSettings, withOrg } from '@heliograph/db';
import { type OrganisationId, type OrganisationSettings, refuse, speaksItsLanguage } from '@heliograph/domain';
import { record } from '../activity/record.ts';
import type { Actor, Doer } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { AUTHORITY_PATH } from '../http/reach.ts';

/** The organisation as its office sees it, with what it must know of the server. */
export interface OrganisationPage extends StoredSettings {
  readonly id: OrganisationId;
  readonly server: {
    /** Addresses by which phones reach this server, the best first: for a QR code. */
    readonly addresses: readonly string[];
    /** Where a phone gets the certificate to trust, where the server made its own. */
    readonly certificate: string | null;
    /** Whether invitations are sent by mail. */
    readonly mail: boolean;
  };
}

type Ports = Pick<Deps, 'db' | 'mail' | 'reach' | 'ownCertificate'>;

export const openOrganisation = ({ db, ...ports }: Ports, actor: Actor): Promise<OrganisationPage> =>
  readOrg(db, actor, async (tx) => pageOf(ports, actor.org, await readSettings(tx)));

const pageOf = ({ mail, reach, ownCertificate }: Omit<Ports, 'db'>, id: OrganisationId, settings: StoredSettings): OrganisationPage => ({
  ...settings,
  id,
  server: { addresses: reach, certificate: ownCertificate ? `${reach[0]?.replace('https:', 'http:')}${AUTHORITY_PATH}` : null, mail: mail.isOn },
});

export interface UpdateOrganisation extends Partial<{ [Field in keyof OrganisationSettings]: OrganisationSettings[Field] | undefined }> {
  /** The one that was on the editor's screen. */
  readonly revision: number;
  /** A picture as a data address; null takes the logo away. */
  readonly logo?: string | null | undefined;
}

/**
 * Changes what is given of the settings; phones hear of it. A logo is decoded and kept as our own small picture.
 * @throws AppError CONFLICT `changed`, INVALID `language`, `logo`
 */
export async function updateOrganisation(
  deps: Ports & Pick<Deps, 'drawLogo'>,
  doer: Doer,
  { revision, logo, ...wish }: UpdateOrganisation,
): Promise<OrganisationPage> {
  const drawn = typeof logo === 'string' ? await deps.drawLogo(logo) : logo;
  return withOrg(deps.db, doer, async (tx) => {
    const before = await lockSettings(tx);
    const given = Object.entries({ ...wish, logo: drawn }).filter(([, value]) => value !== undefined);
    const changed = given.filter(([field, value]) => JSON.stringify(Reflect.get(before, field)) !== JSON.stringify(value));
    const fields = changed.map(([field]) => field);
    if (before.revision !== revision) refuse('CONFLICT', { reason: 'changed', revision: before.revision, fields });
    const after: StoredSettings = { ...before, ...Object.fromEntries(changed) };
    if (!speaksItsLanguage(after)) refuse('INVALID', { reason: 'language' });
    if (fields.length === 0) return pageOf(deps, doer.org, before);
    const next = await saveSettings(tx, Object.fromEntries(changed));
    // A picture has no place in the record; that it changed has.
    const changes = Object.fromEntries(changed.map(([field, value]) => [field, field === 'logo' ? 'changed' : [Reflect.get(before, field), value]]));
    await record(tx, doer, { action: 'organisation.update', subject: { kind: 'organisation', id: doer.org }, details: { changes } });
    return pageOf(deps, doer.org, { ...after, revision: next });
  });
}
