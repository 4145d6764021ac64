import { type Model, modelSchema, type ProviderKind } from '@heliograph/domain';
import type { OrgTx } from './database.ts';

/** A provider as it is stored. What is in the box is known to the server's vault alone. */
export interface StoredProvider {
  readonly id: string;
  readonly kind: ProviderKind;
  readonly name: string;
  readonly baseUrl: string;
  readonly apiVersion: string | null;
  readonly keyBox: string | null;
  readonly keyId: string | null;
  readonly keyEnd: string;
  readonly models: readonly Model[];
  readonly isOn: boolean;
}

const COLUMNS = ['id', 'kind', 'name', 'baseUrl', 'apiVersion', 'keyBox', 'keyId', 'keyEnd', 'models', 'isOn'] as const;

/** Every provider of the organisation, in the order they were made. */
export async function listProviders(tx: OrgTx): Promise<StoredProvider[]> {
  const rows = await providers(tx).orderBy('createdAt').orderBy('id').execute();
  return rows.map(storedOf);
}

export async function findProvider(tx: OrgTx, id: string): Promise<StoredProvider | undefined> {
  const row = await providers(tx).where('id', '=', id).executeTakeFirst();
  return row && storedOf(row);
}

/** Held until the end of the transaction: two admins who save it at once take turns. */
export async function lockProvider(tx: OrgTx, id: string): Promise<StoredProvider | undefined> {
  const row = await providers(tx).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && storedOf(row);
}

export async function saveProvider(tx: OrgTx, { id, models, ...fields }: StoredProvider): Promise<void> {
  const row = { ...fields, models: JSON.stringify(models) };
  await tx
    .insertInto('provider')
    .values({ ...row, orgId: tx.org, id })
    .onConflict((conflict) => conflict.columns(['orgId', 'id']).doUpdateSet(row))
    .execute();
}

/** Takes it away with its key; its name stays for what was asked of it. */
export async function removeProvider(tx: OrgTx, id: string, now: number): Promise<void> {
  await tx
    .updateTable('provider')
    .set({ removedAt: new Date(now), keyBox: null, keyId: null, keyEnd: '', isOn: false })
    .where('orgId', '=', tx.org)
    .where('id', '=', id)
    .execute();
}

const providers = (tx: OrgTx) => tx.selectFrom('provider').select(COLUMNS).where('orgId', '=', tx.org).where('removedAt', 'is', null);

type Row = Awaited<ReturnType<ReturnType<typeof providers>['executeTakeFirstOrThrow']>>;

/** A model that this version cannot read is passed over: a newer one wrote it. */
const storedOf = ({ models, ...row }: Row): StoredProvider => ({
  ...row,
  models: Array.isArray(models)
    ? models.flatMap((one) => {
        const read = modelSchema.safeParse(one);
        return read.success ? [read.data] : [];
      })
    : [],
});
