import { type AssistantSettings, type AssistantTaste, readAssistantSettings, readAssistantTaste, type UserId } from '@heliograph/domain';
import type { OrgTx } from './database.ts';

export interface StoredAssistantSettings extends AssistantSettings {
  /** Number of the last change; 0 where nobody has changed anything. */
  readonly revision: number;
}

export async function readAssistantSettingsOf(tx: OrgTx): Promise<StoredAssistantSettings> {
  const row = await tx.selectFrom('assistantSettings').select(['settings', 'revision']).where('orgId', '=', tx.org).executeTakeFirst();
  return { ...readAssistantSettings(row?.settings), revision: row?.revision ?? 0 };
}

/** The settings, with the calendar that its months are counted by: what every call to a model needs to know before it. */
export async function readBillingOf(tx: OrgTx): Promise<{ readonly settings: AssistantSettings; readonly timeZone: string }> {
  const row = await tx
    .selectFrom('organisation')
    .leftJoin('assistantSettings', 'assistantSettings.orgId', 'organisation.orgId')
    .select(['organisation.timeZone', 'assistantSettings.settings'])
    .where('organisation.orgId', '=', tx.org)
    .executeTakeFirstOrThrow();
  return { settings: readAssistantSettings(row.settings), timeZone: row.timeZone };
}

/** Writes the settings where nobody was faster. Returns whether it was so. */
export async function saveAssistantSettings(tx: OrgTx, settings: AssistantSettings, seen: number): Promise<boolean> {
  const row = { settings: JSON.stringify(settings), revision: seen + 1 };
  const saved = await tx
    .insertInto('assistantSettings')
    .values({ ...row, orgId: tx.org })
    .onConflict((conflict) => conflict.column('orgId').doUpdateSet(row).where('assistantSettings.revision', '=', seen))
    .executeTakeFirst();
  return (saved.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function readTaste(tx: OrgTx, user: UserId): Promise<AssistantTaste> {
  const row = await tx.selectFrom('assistantTaste').select('taste').where('orgId', '=', tx.org).where('userId', '=', user).executeTakeFirst();
  return readAssistantTaste(row?.taste);
}

export async function saveTaste(tx: OrgTx, user: UserId, taste: AssistantTaste): Promise<void> {
  const row = { taste: JSON.stringify(taste) };
  await tx
    .insertInto('assistantTaste')
    .values({ ...row, orgId: tx.org, userId: user })
    .onConflict((conflict) => conflict.columns(['orgId', 'userId']).doUpdateSet(row))
    .execute();
}
