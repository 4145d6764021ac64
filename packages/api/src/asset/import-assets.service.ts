import { codesElsewhere, listAssets, lockSite, type OrgTx, type StoredAsset, saveAssets, withOrg } from '@heliograph/db';
import { type AssetId, assetIdSchema, isRetired, refuse, type SiteId } from '@heliograph/domain';
import { codesIn, type ImportColumn, type ImportPlan, type ImportProblem, planImport } from '@heliograph/domain/asset/import';
import { record } from '../activity/record.ts';
import type { Doer } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { newId } from '../office/ids.ts';
import { sayWhatIsTaken } from '../office/revision.ts';
import { type Encoding, type ReadFile, readFile, type Separator } from './read-file.ts';

export interface ImportAssets {
  /** Told how far it is. */
  readonly tell?: Tell;
  readonly site: SiteId;
  readonly bytes: Uint8Array;
  /** Says what would happen and writes nothing. */
  readonly dryRun: boolean;
  /** From the dry run: stops where the site's equipment changed since. */
  readonly basis?: number | undefined;
}

/** How far it is. `total` is 0 while it is not known. */
export interface ImportProgress {
  readonly phase: 'read' | 'check' | 'write';
  readonly done: number;
  readonly total: number;
}

export interface ImportResult {
  readonly dryRun: boolean;
  /** Whether anything of it is written: all of it, or nothing. */
  readonly isDone: boolean;
  readonly basis: number;
  readonly file: { readonly encoding: Encoding; readonly separator: Separator; readonly rows: number };
  readonly columns: readonly ImportColumn[];
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** The first thousand, by line and column. */
  readonly problems: readonly ImportProblem[];
  readonly problemCount: number;
  readonly warnings: readonly ImportProblem[];
}

const MOST_TOLD = 1000;
const MOST_BYTES = 6_291_456;

type Tell = (progress: ImportProgress) => void;

/**
 * Brings equipment in from a file: all of it in one transaction, or nothing and every reason by line and column.
 * @throws AppError NOT_FOUND; CONFLICT `site_retired`, `changed`; TOO_LARGE
 */
export async function importAssets(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  doer: Doer,
  { site, bytes, dryRun, basis, tell = () => undefined }: ImportAssets,
): Promise<ImportResult> {
  if (bytes.byteLength > MOST_BYTES) refuse('TOO_LARGE', { most: MOST_BYTES });
  tell({ phase: 'read', done: 0, total: 0 });
  const file = readFile(bytes);
  tell({ phase: 'check', done: 0, total: file.table.rows.length });
  return withOrg(db, doer, async (tx) => {
    const place = (await lockSite(tx, doer, site)) ?? refuse('NOT_FOUND', { what: 'site' });
    if (isRetired(place)) refuse('CONFLICT', { reason: 'site_retired' });
    const assets = await listAssets(tx, site);
    const standing = Math.max(0, ...assets.map(({ revision }) => revision));
    if (basis !== undefined && basis !== standing) refuse('CONFLICT', { reason: 'changed', revision: standing });
    const plan = await planFor(tx, { file, site, assets, newId: () => newId(assetIdSchema, now()) });
    const isDone = !dryRun && plan.problems.length === 0;
    if (isDone) await write(tx, doer, { plan, site, tell });
    return resultOf(plan, { file, dryRun, isDone, basis: standing });
  });
}

interface Planning {
  readonly file: ReadFile;
  readonly site: SiteId;
  readonly assets: readonly StoredAsset[];
  newId(): AssetId;
}

async function planFor(tx: OrgTx, { file, site, assets, newId: id }: Planning): Promise<ImportPlan> {
  const elsewhere = await codesElsewhere(tx, site, codesIn(file.table));
  const plan = planImport(file.table, { site, assets, elsewhere, newId: id });
  return file.problem === null ? plan : { ...plan, problems: [...plan.problems, file.problem] };
}

async function write(tx: OrgTx, doer: Doer, { plan, site, tell }: { plan: ImportPlan; site: SiteId; tell: Tell }): Promise<void> {
  const { created, updated } = plan;
  const all = [...created, ...updated];
  if (all.length === 0) return;
  await sayWhatIsTaken('asset_code_key', '', () => saveAssets(tx, all, (done) => tell({ phase: 'write', done, total: all.length })));
  const details = { created: created.length, updated: updated.length, unchanged: plan.unchanged };
  await record(tx, doer, { action: 'asset.import', subject: { kind: 'site', id: site }, details });
}

interface Around extends Pick<ImportResult, 'dryRun' | 'isDone' | 'basis'> {
  readonly file: ReadFile;
}

const resultOf = ({ columns, rows, problems, warnings, created, updated, unchanged }: ImportPlan, { file, ...rest }: Around): ImportResult => ({
  ...rest,
  file: { encoding: file.encoding, separator: file.separator, rows },
  columns,
  ...{ created: created.length, updated: updated.length, unchanged },
  problems: problems.slice(0, MOST_TOLD),
  problemCount: problems.length,
  warnings: warnings.slice(0, MOST_TOLD),
});
