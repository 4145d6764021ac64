import type { ExecutionId, ExecutionState, ProcedureHash } from '@heliograph/domain';
import type { AsideRecord, CacheStore, OutboxStore, Owner, PhotoRecord, RefKind, RefRow } from '@heliograph/sync';
import type { Cache, ProcedureBytes } from '../cache/cache.ts';
import { type Changes, nothing, observeCache, observeOutbox } from './changes.ts';
import { holdDiffering } from './differing.ts';
import { holdExecutions, shownIn } from './executions.ts';
import { type LeftWork, readForgottenWork, readLeftWork } from './left-work.ts';
import { holdOwnOperations } from './own-operations.ts';
import { type PlannedWork, plannedWork } from './planned-work.ts';
import { cell, type Readable, type Source, source } from './readable.ts';
import type { ExecutionSummary } from './summary.ts';
import { joinTabs } from './tabs.ts';
import { type HeldTip, holdTips } from './tips.ts';
import { holdUnsent, type Unsent } from './unsent.ts';

type RefOf<K extends RefKind> = Extract<RefRow, { kind: K }>;
/** The body of a reference row that is there. */
export type Ref<K extends RefKind> = NonNullable<RefOf<K>['body']>;

/** What the phone knows, as screens read it: from memory and disk, never from the network. Undefined means not read yet, never empty. */
export interface LocalView {
  /** The stores for the phone engine: whatever it writes through them shows here, and in the other tabs. */
  readonly outbox: OutboxStore;
  readonly cache: CacheStore;
  execution(x: ExecutionId): Readable<ExecutionState | undefined>;
  /** Latest activity first. */
  readonly executions: Readable<readonly ExecutionSummary[] | undefined>;
  /** Runs where people noted different things at one address. Read only once somebody asks. */
  readonly differing: Readable<ReadonlySet<ExecutionId> | undefined>;
  /** What the office gave this person: for Today. */
  readonly plannedWork: Readable<readonly PlannedWork[] | undefined>;
  /** What the office gave to others: own records of it may lie here still, the work is not this person's any more. */
  readonly leftWork: Readable<readonly LeftWork[] | undefined>;
  /** Runs that are still this person's here, and that a restored server does not know as theirs. */
  readonly forgottenWork: Readable<ReadonlySet<ExecutionId> | undefined>;
  refs<K extends RefKind>(kind: K): Readable<readonly Ref<K>[] | undefined>;
  /** Know-how: what the office sent, and what this person wrote here, sent or not. */
  readonly tips: Readable<readonly HeldTip[] | undefined>;
  /** The JSON of a version; null where its bytes are not on this phone. */
  procedure(hash: ProcedureHash): Readable<unknown>;
  keepProcedure(procedure: ProcedureBytes): Promise<void>;
  readonly asides: Readable<readonly AsideRecord[] | undefined>;
  readonly photos: Readable<readonly PhotoRecord[] | undefined>;
  readonly unsent: Readable<Unsent | undefined>;
  /** Device wall clock when the last pull was whole, ms; null before the first. */
  readonly wholeAt: Readable<number | null | undefined>;
  /** The last failure to read from the disk; a blocking matter for the whole app. */
  readonly trouble: Readable<unknown>;
  close(): void;
}

interface Stores {
  readonly owner: Owner;
  readonly outbox: OutboxStore;
  readonly cache: Cache;
}

export function createLocalView({ owner, outbox: plainOutbox, cache: plainCache }: Stores): LocalView {
  const trouble = cell<unknown>(null);
  const own = holdOwnOperations(plainOutbox);
  own.ready.catch(trouble.set);
  const executions = holdExecutions({ cache: plainCache, own, user: owner.user, onTrouble: trouble.set });
  const differing = holdDiffering({ cache: plainCache, own, user: owner.user, runs: executions.all, onTrouble: trouble.set });
  const refs = holdRefs(plainCache, trouble.set);
  const tips = holdTips({ rows: refs.of('tip'), own, user: owner.user });
  const procedures = holdProcedures(plainCache, trouble.set);
  const fromOutbox = <T>(load: Parameters<typeof plainOutbox.read<T>>[0]) => source(() => plainOutbox.read(load), trouble.set);
  const asides = fromOutbox((tx) => tx.asides());
  const photos = fromOutbox((tx) => tx.photos());
  const unsent = holdUnsent(plainOutbox, own, trouble.set);
  const wholeAt = source(async () => (await plainCache.read((tx) => tx.meta()))?.wholeAt ?? null, trouble.set);

  const leftWork = source(() => readLeftWork(plainCache, owner.user), trouble.set);
  const forgottenWork = source(() => readForgottenWork(plainCache), trouble.set);

  const rejectedIn = (touched: readonly ExecutionId[]): void => {
    executions.foldAgain(touched);
    tips.refresh();
  };
  const apply = (changes: Changes): void => {
    const { isReplaced, stores } = changes;
    executions.foldAgain(own.keep(changes));
    tips.refresh();
    if (isReplaced || changes.executions.length > 0) {
      const touched = isReplaced ? null : changes.executions;
      executions.readAgain(touched);
      differing.readAgain(touched);
    }
    refs.refresh(isReplaced ? null : changes.refs);
    if (stores.includes('asides')) own.reread().then(rejectedIn).catch(trouble.set);
    if (stores.includes('asides')) asides.refresh();
    if (stores.includes('photos')) photos.refresh();
    if (stores.includes('asides') || stores.includes('photos')) unsent.readAgain();
    else unsent.count();
    if (stores.includes('pull')) wholeAt.refresh();
    if (stores.includes('pull')) leftWork.refresh();
    if (stores.includes('pull')) forgottenWork.refresh();
    if (stores.includes('procedures')) procedures.refresh();
  };
  const tabs = joinTabs(owner, apply);
  const tell = (changes: Changes): void => {
    apply(changes);
    tabs.tell(changes);
  };

  return {
    outbox: observeOutbox(plainOutbox, tell),
    cache: observeCache(plainCache, tell),
    execution: executions.of,
    executions: executions.list,
    differing: differing.readable,
    plannedWork: plannedWork(executions.list, owner.user),
    ...{ leftWork, forgottenWork },
    refs: refs.of,
    tips: tips.readable,
    procedure: procedures.of,
    keepProcedure: async (procedure) => {
      await plainCache.putProcedure(procedure);
      tell({ ...nothing(), stores: ['procedures'] });
    },
    ...{ asides, photos, unsent: unsent.readable, wholeAt, trouble },
    close: tabs.close,
  };
}

function holdRefs(cache: CacheStore, onTrouble: (error: unknown) => void) {
  const sources = new Map<RefKind, Source<readonly Ref<RefKind>[]>>();
  const load = (kind: RefKind) =>
    cache.read(async (tx) => (await tx.refs(await shownIn(tx), kind)).flatMap(({ body }) => (body === null ? [] : [body])));
  const of = (kind: RefKind): Source<readonly Ref<RefKind>[]> => {
    const known = sources.get(kind) ?? source(() => load(kind), onTrouble);
    sources.set(kind, known);
    return known;
  };
  return {
    // The store gives only rows of the kind it was asked for.
    of: <K extends RefKind>(kind: K) => of(kind) as unknown as Readable<readonly Ref<K>[] | undefined>,
    refresh: (kinds: readonly RefKind[] | null) => {
      for (const kind of kinds ?? [...sources.keys()]) sources.get(kind)?.refresh();
    },
  };
}

function holdProcedures(cache: Cache, onTrouble: (error: unknown) => void) {
  const sources = new Map<ProcedureHash, Source<unknown>>();
  return {
    of: (hash: ProcedureHash): Source<unknown> => {
      const known = sources.get(hash) ?? source(async () => (await cache.procedure(hash)) ?? null, onTrouble);
      sources.set(hash, known);
      return known;
    },
    /** A version never changes: only those that were not there are looked for again. */
    refresh: () => {
      for (const one of sources.values()) if (one.get() === null) one.refresh();
    },
  };
}
