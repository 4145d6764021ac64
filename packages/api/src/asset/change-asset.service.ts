import {
  codesBeginning,
  findAsset,
  listAssets,
  listBranch,
  lockSite,
  type OrgTx,
  retireAssets,
  type StoredAsset,
  type StoredSite,
  saveAssets,
  withOrg,
} from '@heliograph/db';
import {
  type ActionName,
  type Asset,
  type AssetId,
  isRetired,
  nameOfCode,
  nextCode,
  obstacleToRestore,
  patternOf,
  placeProblem,
  readAttribute,
  refuse,
  type SiteId,
} from '@heliograph/domain';
import { record } from '../activity/record.ts';
import type { Doer } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { differing, sayWhatIsTaken, unchangedSince } from '../office/revision.ts';
import type { AssetItem } from './asset.service.ts';

type Ports = Pick<Deps, 'db' | 'now'>;

export interface CreateAsset {
  readonly id: AssetId;
  readonly site: SiteId;
  readonly parent: AssetId | null;
  readonly type: string;
  /** Left out: the last part of its number. */
  readonly name?: string | undefined;
  /** Left out: the next one of the pattern. */
  readonly code?: string | undefined;
  /** Left out: the type's own. */
  readonly pattern?: string | undefined;
  readonly serial?: string | undefined;
  readonly position?: number | undefined;
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * Makes one position, with a number by pattern where none is given. The same id again answers what is there.
 * @throws AppError CONFLICT `code_taken`, `site_retired`, `parent_retired`; INVALID `pattern`, `attribute`, `parent_site`, `level`
 */
export const createAsset = ({ db }: Ports, doer: Doer, { id, pattern, ...draft }: CreateAsset): Promise<AssetItem> =>
  withOrg(db, doer, async (tx) => {
    const site = (await lockSite(tx, doer, draft.site)) ?? refuse('NOT_FOUND', { what: 'site' });
    const before = await findAsset(tx, doer, id);
    if (before !== undefined) return before;
    if (isRetired(site)) refuse('CONFLICT', { reason: 'site_retired' });
    const assets = await listAssets(tx, draft.site, 'all');
    const parent = parentOf(assets, draft.parent);
    const code = draft.code ?? (await numberFor(tx, { type: draft.type, pattern, parent, site }));
    const { serial, position = nextPosition(assets, draft.parent) } = draft;
    const asset = { id, site: draft.site, parent: draft.parent, type: draft.type, code, name: draft.name ?? nameOfCode(code), position };
    return write(tx, doer, {
      asset: { ...asset, ...(serial === undefined ? {} : { serial }), attributes: readAttributes(draft.attributes) },
      assets,
      action: 'asset.create',
      details: { name: asset.name, code },
    });
  });

export interface UpdateAsset extends Omit<CreateAsset, 'site' | 'pattern' | 'name' | 'code' | 'position' | 'serial'> {
  readonly revision: number;
  readonly name: string;
  readonly code: string;
  readonly serial?: string | null | undefined;
  readonly position: number;
}

/** Changes one position. It stays on its site. @throws AppError CONFLICT `changed`, `code_taken`, `retired`; INVALID `cycle`, `level` and as above */
export const updateAsset = ({ db }: Ports, doer: Doer, { revision, serial, attributes, ...draft }: UpdateAsset): Promise<AssetItem> =>
  withOrg(db, doer, async (tx) => {
    const before = await lockAsset(tx, doer, draft.id);
    const { site } = before;
    const asset = { ...draft, site, ...(serial == null || serial === '' ? {} : { serial }), attributes: readAttributes(attributes) };
    const fields = [...differing(before, asset), ...(before.serial !== undefined && !('serial' in asset) ? ['serial'] : [])];
    await unchangedSince(tx, before, { revision, fields, kind: 'asset' });
    if (isRetired(before)) refuse('CONFLICT', { reason: 'retired' });
    if (fields.length === 0) return before;
    const action = fields.every((field) => field === 'parent') ? 'asset.move' : 'asset.update';
    return write(tx, doer, { asset, assets: await listAssets(tx, site, 'all'), action, details: { name: asset.name, code: asset.code, fields } });
  });

interface Named {
  readonly id: AssetId;
  readonly revision: number;
}

/** Takes a position out of use with all that hangs below it. Asking twice changes nothing. @throws AppError CONFLICT `changed` */
export const retireAsset = ({ db, now }: Ports, doer: Doer, named: Named): Promise<{ asset: AssetItem; retired: number }> =>
  withOrg(db, doer, async (tx) => {
    const { asset, count } = await turn(tx, doer, { ...named, at: now(), action: 'asset.retire' });
    return { asset, retired: count };
  });

/** Takes it back into use with what was retired together with it. @throws AppError CONFLICT `parent_retired`, `site_retired`, `code_taken`, `changed` */
export const restoreAsset = ({ db }: Ports, doer: Doer, named: Named): Promise<{ asset: AssetItem; restored: number }> =>
  withOrg(db, doer, async (tx) => {
    const { asset, count } = await turn(tx, doer, { ...named, at: null, action: 'asset.restore' });
    return { asset, restored: count };
  });

async function turn(tx: OrgTx, doer: Doer, { id, revision, at, action }: Named & { at: number | null; action: ActionName }) {
  const before = await lockAsset(tx, doer, id);
  if (isRetired(before) === (at !== null)) return { asset: before, count: 0 };
  await unchangedSince(tx, before, { revision, fields: [], kind: 'asset' });
  const branch = await listBranch(tx, before);
  if (at === null) await mayComeBack(tx, doer, { asset: before, branch });
  await sayWhatIsTaken('asset_code_key', before.code, () =>
    retireAssets(
      tx,
      branch.map((one) => one.id),
      at,
    ),
  );
  await record(tx, doer, { action, subject: { kind: 'asset', id }, details: { name: before.name, code: before.code, count: branch.length } });
  return { asset: (await findAsset(tx, doer, id)) ?? refuse('NOT_FOUND'), count: branch.length };
}

interface Return {
  readonly asset: StoredAsset;
  readonly branch: readonly StoredAsset[];
}

async function mayComeBack(tx: OrgTx, doer: Doer, { asset, branch }: Return): Promise<void> {
  const site = await lockSite(tx, doer, asset.site);
  if (site === undefined || isRetired(site)) refuse('CONFLICT', { reason: 'site_retired' });
  const parent = asset.parent === null ? null : await findAsset(tx, doer, asset.parent);
  const inUse = new Set((await listAssets(tx, asset.site)).map(({ code }) => code));
  const taken = branch.find(({ code }) => inUse.has(code));
  const standing = parent == null ? 'none' : isRetired(parent) ? 'retired' : 'in_use';
  const reason = obstacleToRestore({ parent: standing, isCodeTaken: taken !== undefined });
  if (reason !== null) refuse('CONFLICT', { reason, code: (taken ?? asset).code });
}

/** The asset, with its site held: changes of one plant's tree wait for each other, or two of them could close a circle. */
async function lockAsset(tx: OrgTx, doer: Doer, id: AssetId): Promise<StoredAsset> {
  const found = (await findAsset(tx, doer, id)) ?? refuse('NOT_FOUND');
  await lockSite(tx, doer, found.site);
  return (await findAsset(tx, doer, id)) ?? refuse('NOT_FOUND');
}

function parentOf(assets: readonly StoredAsset[], id: AssetId | null): StoredAsset | null {
  if (id === null) return null;
  const parent = assets.find((asset) => asset.id === id) ?? refuse('INVALID', { reason: 'parent_site' });
  return isRetired(parent) ? refuse('CONFLICT', { reason: 'parent_retired' }) : parent;
}

interface Numbering {
  readonly type: string;
  readonly pattern: string | undefined;
  readonly parent: StoredAsset | null;
  readonly site: StoredSite;
}

async function numberFor(tx: OrgTx, { type, pattern = patternOf(type), parent, site }: Numbering): Promise<string> {
  const around = { parent: parent?.code ?? site.code, site: site.code };
  // What stands before the number is known before the numbers are: only those that begin with it are read.
  const first = nextCode(pattern, { ...around, taken: [] }) ?? refuse('INVALID', { reason: 'pattern' });
  const beginning = first.slice(0, first.search(/\d+\D*$/));
  return nextCode(pattern, { ...around, taken: await codesBeginning(tx, beginning) }) ?? refuse('INVALID', { reason: 'pattern' });
}

const nextPosition = (assets: readonly StoredAsset[], parent: AssetId | null): number =>
  Math.max(0, ...assets.filter((asset) => asset.parent === parent).map(({ position }) => position)) + 1;

function readAttributes(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const read: Record<string, string> = {};
  for (const [name, typed] of Object.entries(attributes)) {
    const reading = readAttribute(name, typed, 'fr');
    if (reading.kind === 'problem') refuse('INVALID', { reason: 'attribute', name, problem: reading.problem });
    if (reading.kind === 'value') read[name] = reading.value;
  }
  return read;
}

interface Write {
  readonly asset: Asset;
  /** Equipment of the site as it stands. */
  readonly assets: readonly StoredAsset[];
  readonly action: ActionName;
  readonly details: Readonly<Record<string, unknown>>;
}

async function write(tx: OrgTx, doer: Doer, { asset, assets, action, details }: Write): Promise<AssetItem> {
  parentOf(assets, asset.parent);
  const after = new Map<AssetId | null, Asset>([...assets, asset].map((one) => [one.id, one]));
  const problem = placeProblem(asset, { parentOf: (id) => after.get(after.get(id)?.parent ?? null) ?? null });
  if (problem !== null) refuse('INVALID', { reason: problem });
  await sayWhatIsTaken('asset_code_key', asset.code, () => saveAssets(tx, [asset]));
  await record(tx, doer, { action, subject: { kind: 'asset', id: asset.id }, details });
  return (await findAsset(tx, doer, asset.id)) ?? refuse('NOT_FOUND');
}
