import type { Language, OrganisationId } from '@heliograph/domain';
import type { LookupTx, OrgTx } from './database.ts';
import type { OrganisationTable } from './schema.ts';
import { freshMark, nextNumber } from './sync/counter.ts';

export interface NewOrganisation {
  readonly org: OrganisationId;
  readonly name: string;
  /** For addresses; unique in the installation. */
  readonly slug: string;
  readonly language: Language;
  readonly timeZone: string;
}

/** Makes an organisation with its counter, which begins with the organisation itself. */
export async function insertOrganisation(tx: LookupTx, { org, ...organisation }: NewOrganisation): Promise<void> {
  await tx
    .insertInto('organisation')
    .values({ ...organisation, orgId: org, seq: 1 })
    .execute();
  await tx.insertInto('orgClock').values({ orgId: org, seq: 1, incarnation: freshMark() }).execute();
  await tx.insertInto('orgTick').values({ orgId: org, seq: 1, mark: freshMark() }).execute();
}

export type OrganisationSettings = Pick<OrganisationTable, 'name' | 'language' | 'timeZone'> & {
  readonly placePolicy: 'off' | 'distance' | 'exact';
  /** Long side of photos as stored, px. */
  readonly photoSide: number;
  readonly photosWifiOnly: boolean;
};

export const readSettings = (tx: OrgTx): Promise<OrganisationSettings> =>
  tx
    .selectFrom('organisation')
    .select(['name', 'language', 'timeZone', 'placePolicy', 'photoSide', 'photosWifiOnly'])
    .where('orgId', '=', tx.org)
    .executeTakeFirstOrThrow();

/** Changes what is given; phones hear of it. */
export async function saveSettings(tx: OrgTx, settings: Partial<OrganisationSettings>): Promise<void> {
  await tx
    .updateTable('organisation')
    .set({ ...settings, seq: await nextNumber(tx) })
    .where('orgId', '=', tx.org)
    .execute();
}

/** How far each organisation's counter is; what moved has news for its people. */
export async function readHeads(tx: LookupTx, orgs: readonly OrganisationId[]): Promise<Map<OrganisationId, number>> {
  if (orgs.length === 0) return new Map();
  const rows = await tx.selectFrom('orgClock').select(['orgId', 'seq']).where('orgId', 'in', orgs).execute();
  return new Map(rows.map(({ orgId, seq }) => [orgId, seq]));
}
