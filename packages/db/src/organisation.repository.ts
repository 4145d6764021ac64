import type { Language, OrganisationId, OrganisationSettings, ReadyRemark } from '@heliograph/domain';
import type { LookupTx, OrgTx } from './database.ts';
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

/** The settings of an organisation as they are stored. */
export interface StoredSettings extends OrganisationSettings {
  /** A picture as a data address. */
  readonly logo: string | null;
  /** Number of the last change: what an editor names to change it again. */
  readonly revision: number;
}

const SETTINGS = [
  'name',
  'language',
  'languages',
  'timeZone',
  'placePolicy',
  'photoSide',
  'photosWifiOnly',
  'secondApproval',
  'unsentAlarmHours',
  'logo',
  'seq as revision',
] as const;

export async function readSettings(tx: OrgTx): Promise<StoredSettings> {
  const { language, ...row } = await tx.selectFrom('organisation').select(SETTINGS).where('orgId', '=', tx.org).executeTakeFirstOrThrow();
  return { ...row, language: language === 'en' ? 'en' : 'fr' };
}

/** Holds the organisation's own row until the end of the transaction: two editors of the settings take turns. */
export async function lockSettings(tx: OrgTx): Promise<StoredSettings> {
  await tx.selectFrom('organisation').select('orgId').where('orgId', '=', tx.org).forUpdate().executeTakeFirstOrThrow();
  return readSettings(tx);
}

/** Changes what is given; phones hear of it. Returns the new revision. */
export async function saveSettings(tx: OrgTx, settings: Partial<Omit<StoredSettings, 'revision'>>): Promise<number> {
  const seq = await nextNumber(tx);
  await tx
    .updateTable('organisation')
    .set({ ...settings, seq })
    .where('orgId', '=', tx.org)
    .execute();
  return seq;
}

/** Ready remarks with the number of the settings' last change; null until the organisation writes its own. */
export const readRemarks = (tx: OrgTx): Promise<{ readyRemarks: readonly ReadyRemark[] | null; revision: number }> =>
  tx.selectFrom('organisation').select(['readyRemarks', 'seq as revision']).where('orgId', '=', tx.org).executeTakeFirstOrThrow();

/** Replaces the ready remarks; phones hear of it. Returns the new revision. */
export async function saveRemarks(tx: OrgTx, remarks: readonly ReadyRemark[]): Promise<number> {
  const seq = await nextNumber(tx);
  await tx
    .updateTable('organisation')
    .set({ readyRemarks: JSON.stringify(remarks), seq })
    .where('orgId', '=', tx.org)
    .execute();
  return seq;
}

/** Every organisation of the installation. */
export const listOrganisations = async (tx: LookupTx): Promise<OrganisationId[]> =>
  (await tx.selectFrom('organisation').select('orgId').orderBy('orgId').execute()).map(({ orgId }) => orgId);

/** How far each organisation's counter is; what moved has news for its people. */
export async function readHeads(tx: LookupTx, orgs: readonly OrganisationId[]): Promise<Map<OrganisationId, number>> {
  if (orgs.length === 0) return new Map();
  const rows = await tx.selectFrom('orgClock').select(['orgId', 'seq']).where('orgId', 'in', orgs).execute();
  return new Map(rows.map(({ orgId, seq }) => [orgId, seq]));
}

/** Every organisation of this installation, for jobs that walk them. */
export async function listOrganisationIds(tx: LookupTx): Promise<OrganisationId[]> {
  const rows = await tx.selectFrom('organisation').select('orgId').orderBy('orgId').execute();
  return rows.map(({ orgId }) => orgId);
}
