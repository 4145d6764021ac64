import {
  type ExecutionSummary,
  listAssets,
  listLimitConfirmations,
  type NamedEntry,
  type OrgTx,
  readLog,
  readProcedures,
  type StoredAsset,
} from '@heliograph/db';
import {
  type Assessment,
  type AssetContext,
  type AssetId,
  type AssetTree,
  assess,
  assetTree,
  contextOf,
  type ExecutionState,
  foldExecution,
  isRetired,
  type LifeStatus,
  type ProcedureContent,
  readProcedure,
  type SiteId,
} from '@heliograph/domain';
import { createLru, type Lru } from './lru.ts';

/** An execution's log, folded and read with its procedure. */
export interface Reading {
  readonly log: readonly NamedEntry[];
  readonly state: ExecutionState;
  /** Null where a newer app published the procedure in a form this server does not understand. */
  readonly content: ProcedureContent | null;
  readonly assessment: Assessment | null;
}

/** What a list shows of a reading. */
export interface Digest {
  readonly status: LifeStatus;
  readonly progress: Assessment['progress'];
  readonly failed: number;
  /** Near a limit, or outside one that only asks for watching. */
  readonly watched: number;
  /** Places where people said different things. */
  readonly conflicts: number;
  readonly startedAt: number | null;
}

/** Readings that need not be made again: contents by their hash, digests by the log position they were made at. */
export interface Readings {
  readonly contents: Lru<ProcedureContent | 'unreadable'>;
  readonly digests: Lru<Digest>;
}

export const createReadings = (): Readings => ({ contents: createLru(200), digests: createLru(5000) });

type Named = Pick<ExecutionSummary, 'id' | 'procedure' | 'site' | 'asset' | 'head'>;

interface Trees {
  readonly inUse: AssetTree;
  readonly all: AssetTree;
}
const grow = (assets: readonly StoredAsset[]): Trees => ({ inUse: assetTree(assets.filter((asset) => !isRetired(asset))), all: assetTree(assets) });

/** Reads executions inside one snapshot; the assets of a site are loaded once. */
export function reader(tx: OrgTx, { contents, digests }: Readings) {
  const trees = new Map<SiteId, Promise<Trees>>();
  const treesOf = (site: SiteId) => {
    const known = trees.get(site) ?? listAssets(tx, site, 'all').then(grow);
    trees.set(site, known);
    return known;
  };

  async function contentOf(hash: ExecutionSummary['procedure']): Promise<ProcedureContent | null> {
    const name = `${tx.org} ${hash}`;
    const known = contents.get(name);
    if (known !== undefined) return known === 'unreadable' ? null : known;
    const [version] = await readProcedures(tx, [hash]);
    const content = readProcedure(version?.content);
    contents.set(name, content ?? 'unreadable');
    return content;
  }

  async function read({ id, procedure, site, asset }: Named): Promise<Reading> {
    const log = await readLog(tx, id);
    const state = foldExecution(log);
    const content = await contentOf(procedure);
    if (content === null) return { log, state, content, assessment: null };
    const { inUse, all } = await treesOf(site);
    // What was retired since is still what the record was made on; only new strings of a repeat are those in use.
    const assets = (one: AssetId): AssetContext | null => contextOf(inUse, one) ?? contextOf(all, one);
    const confirmed = new Set((await listLimitConfirmations(tx, procedure)).map(({ step }) => step));
    return { log, state, content, assessment: assess({ content, state, asset: asset === null ? null : assets(asset), assets, confirmed }) };
  }

  async function digest(execution: Named): Promise<Digest> {
    const name = `${tx.org} ${execution.id} ${execution.head}`;
    const known = digests.get(name);
    if (known !== undefined) return known;
    const made = digestOf(await read(execution));
    digests.set(name, made);
    return made;
  }

  return { contentOf, read, digest };
}

export const digestOf = ({ state, assessment }: Reading): Digest => ({
  status: state.status,
  progress: assessment?.progress ?? { done: 0, total: 0 },
  failed: assessment?.failed.length ?? 0,
  watched: assessment?.places.filter((place) => place.state === 'watch').length ?? 0,
  conflicts: conflictsIn({ state, assessment }).length,
  startedAt: state.start === null ? null : state.start.entry.operation.w + state.start.entry.operation.o,
});

/** Addresses in conflict, as the places themselves say; where no place can be read, as the answers stand. */
export const conflictsIn = ({ state, assessment }: Pick<Reading, 'state' | 'assessment'>): string[] =>
  assessment === null
    ? [...state.registers].flatMap(([address, { isConflict }]) => (isConflict ? [address] : []))
    : assessment.places.flatMap(({ address, isConflict }) => (isConflict ? [address] : []));
