import { type Envelope, type ExecutionId, type ExecutionState, foldExecution, type LogEntry, type UserId } from '@heliograph/domain';
import { type CacheTx, entryOf } from '@heliograph/sync';
import type { Cache } from '../cache/cache.ts';
import type { Overview } from '../cache/overview.ts';
import type { OwnOperations } from './own-operations.ts';
import { type Cell, cell, type Readable, source } from './readable.ts';
import { type ExecutionSummary, summarise } from './summary.ts';

interface Ports {
  readonly cache: Cache;
  readonly own: OwnOperations;
  readonly user: UserId;
  readonly onTrouble: (error: unknown) => void;
}

export interface Executions {
  of(x: ExecutionId): Readable<ExecutionState | undefined>;
  readonly list: Readable<readonly ExecutionSummary[] | undefined>;
  /** The same, once it is read. */
  all(): Promise<readonly ExecutionSummary[]>;
  /** Own operations changed: folded again from memory, so that a tick and the next step appear together. */
  foldAgain(touched: readonly ExecutionId[]): void;
  /** The server's rows changed; null: of any execution. */
  readAgain(touched: readonly ExecutionId[] | null): void;
}

/** Executions in memory: read when first looked at, folded again only when touched. */
export function holdExecutions(ports: Ports): Executions {
  const held = new Map<ExecutionId, Held>();
  const list = holdList(ports);
  const of = (x: ExecutionId): Held => {
    const one = held.get(x) ?? holdOne(ports, x);
    held.set(x, one);
    return one;
  };
  return {
    of: (x) => of(x).state,
    list: list.readable,
    all: list.load,
    foldAgain: (touched) => {
      for (const x of touched) held.get(x)?.foldAgain();
      if (touched.length > 0) list.foldAgain(touched);
    },
    readAgain: (touched) => {
      for (const x of touched ?? held.keys()) held.get(x)?.readAgain();
      list.readAgain();
    },
  };
}

/** The generation on screen. */
export const shownIn = async (tx: CacheTx): Promise<number> => (await tx.meta())?.shown ?? 0;

interface Held {
  readonly state: Readable<ExecutionState | undefined>;
  foldAgain(): void;
  readAgain(): void;
}

/** One execution: the server's entries as last read, and what they fold to with our own when somebody asks. */
function holdOne({ cache, own, user, onTrouble }: Ports, x: ExecutionId): Held {
  let server: readonly LogEntry[] | null = null;
  let [turn, isOpen] = [0, false];
  /** Changes whenever the state would; the state itself is folded only when looked at. */
  const version = cell(0);
  let folded: { readonly version: number; readonly state: ExecutionState } | null = null;

  const read = async (): Promise<void> => {
    turn += 1;
    const mine = turn;
    await own.ready;
    const rows = await cache.read(async (tx) => tx.log(await shownIn(tx), x));
    // A later reading has begun: whichever comes back first, the last one counts.
    if (mine !== turn) return;
    server = rows.map(entryOf);
    touch(version);
  };
  /** The first look begins the reading, like a subscription. */
  const open = (): void => {
    if (!isOpen) read().catch(onTrouble);
    isOpen = true;
  };
  const get = (): ExecutionState | undefined => {
    open();
    if (server === null) return undefined;
    if (folded?.version !== version.get()) folded = { version: version.get(), state: foldExecution(joined(server, own.of(x), user)) };
    return folded.state;
  };
  const subscribe = (listener: () => void) => {
    open();
    return version.subscribe(listener);
  };
  return {
    state: { get, subscribe },
    foldAgain: () => touch(version),
    readAgain: () => {
      if (isOpen) read().catch(onTrouble);
    },
  };
}

const touch = (version: Cell<number>): void => version.set(version.get() + 1);

/** Entries are made once for each own operation: a fold reads an object that it has seen before faster. */
const ownEntries = new WeakMap<Envelope, LogEntry>();

function joined(server: readonly LogEntry[], own: readonly Envelope[], actor: UserId): LogEntry[] {
  const known = new Set(server.map(({ operation }) => operation.id));
  return [...server, ...own.filter(({ id }) => !known.has(id)).map((operation) => entryFor(operation, actor))];
}

function entryFor(operation: Envelope, actor: UserId): LogEntry {
  const entry = ownEntries.get(operation) ?? { operation, seq: null, actor, serverAt: null, flags: [] };
  ownEntries.set(operation, entry);
  return entry;
}

function holdList({ cache, own, user, onTrouble }: Ports) {
  let reading: Promise<Overview> | null = null;
  /** Summaries already made from this overview: one reading never borrows from another. */
  let known: { readonly of: Overview | null; readonly summaries: Map<ExecutionId, ExecutionSummary> } = { of: null, summaries: new Map() };
  const summaryOf = (found: Overview, x: ExecutionId): ExecutionSummary => {
    const summary = known.summaries.get(x) ?? summarise(x, { ...(found.get(x) ?? { life: [], last: null }), own: own.of(x), user });
    known.summaries.set(x, summary);
    return summary;
  };
  const readAgain = (): void => {
    reading = null;
  };
  const load = async (): Promise<readonly ExecutionSummary[]> => {
    await own.ready;
    reading ??= cache.overview();
    reading.catch(readAgain);
    const found = await reading;
    if (known.of !== found) known = { of: found, summaries: new Map() };
    const wanted = [...new Set([...found.keys(), ...own.live()])];
    return wanted.map((x) => summaryOf(found, x)).sort((a, b) => b.lastAt - a.lastAt);
  };
  const readable = source(load, onTrouble);
  return {
    readable,
    load,
    foldAgain: (touched: readonly ExecutionId[]) => {
      for (const x of touched) known.summaries.delete(x);
      readable.refresh();
    },
    readAgain: () => {
      readAgain();
      readable.refresh();
    },
  };
}
