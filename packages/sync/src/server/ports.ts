import type {
  AssetId,
  DeviceId,
  Envelope,
  ExecutionId,
  LogFlag,
  Operation,
  OperationId,
  OrganisationId,
  PhotoHash,
  ProcedureHash,
  SiteId,
  StepState,
  TipStanding,
  UserId,
} from '@heliograph/domain';
import type { Aside, LogRow, Lost, Position, RefRow } from '../messages/exchange.ts';

/** Who is sending, from the session alone; nothing in a request can change it. */
export interface Sender {
  readonly org: OrganisationId;
  readonly user: UserId;
  readonly role: 'technician' | 'supervisor' | 'admin';
  /** Suspended or revoked with work unsent: may push, is told nothing (decision 3). */
  readonly deliverOnly: boolean;
  /** Who hands in somebody else's work from a file (decision 26); the sender stays its author. */
  readonly handedInBy?: UserId;
}

/** What a request says of the phone it comes from, beside its operations. */
export interface Seen {
  readonly build: string;
  readonly pending: unknown;
  /** Work that was on the phone and is gone. */
  readonly lost: Lost | null;
}

/** An operation that waits on the server, with whose it is. */
export interface HeldOperation {
  readonly id: OperationId;
  readonly actor: UserId;
  readonly i: number;
  /** Exactly as it came. */
  readonly raw: string;
  readonly serverAt: number;
}

export interface DeviceRow {
  readonly user: UserId;
  readonly position: Position;
}

/** An execution as the engine must know it to judge operations on it. */
export interface Subject {
  readonly x: ExecutionId;
  readonly procedure: ProcedureHash;
  readonly site: SiteId;
  readonly asset: AssetId | null;
  readonly status: 'planned' | 'in_progress' | 'completed' | 'approved' | 'cancelled';
  /** Highest position of the execution's log. */
  readonly head: number;
}

/** `removed`: was assigned to it once, or it was retired since. */
export type SiteAccess = 'open' | 'removed' | 'none';

export type StoredState = 'applied' | 'held' | 'rejected';

/** A row of the operations' table: applied ones have a position, set-aside ones a code. Raw text is kept for what jsonb cannot hold. */
export interface OperationRow {
  readonly id: OperationId;
  readonly i: number;
  readonly state: StoredState;
  readonly seq: number | null;
  readonly code: Aside['code'] | null;
  readonly envelope: Envelope | null;
  readonly raw: string;
  readonly serverAt: number;
  readonly flags: readonly LogFlag[];
}

export type TipOperation = Extract<Operation, { k: 'tip' | 'tip.photo' | 'tip.rate' }>;

/** All that one exchange writes. The store writes it in one transaction or not at all. */
export interface Batch {
  readonly operations: readonly OperationRow[];
  /** Operations that are stored already and were held: their rows change, nothing is added to the log twice. */
  readonly settled: readonly OperationRow[];
  readonly states: readonly StepState[];
  /** Subjects touched, as they stand after this batch; new ones among them were created by a `start` or a `plan`. */
  readonly subjects: readonly Subject[];
  /** People who enter an execution with this batch (an ad hoc start, joining a colleague's, work given to them), with the number of that entry. */
  readonly entered: readonly { readonly x: ExecutionId; readonly user: UserId; readonly addedSeq: number }[];
  /** People whom the office took off. Whoever is in neither list stays as they are. */
  readonly left: readonly { readonly x: ExecutionId; readonly user: UserId; readonly removedSeq: number }[];
  /** What was written about tips, with its number; after the photos that it may name. */
  readonly tips: readonly { readonly operation: TipOperation; readonly seq: number }[];
  readonly photos: readonly { readonly sha: PhotoHash; readonly x: ExecutionId; readonly size: number; readonly operation: OperationId }[];
}

/**
 * What the engine asks of one write transaction of one organisation. Every method runs inside it; locks are held until it commits.
 * Lock order, always: device, then subjects sorted, then the organisation's counter. Pushes therefore cannot deadlock.
 */
export interface ServerTx {
  /** Makes the device's row when there is none; locks it. */
  lockDevice(device: DeviceId, user: UserId, seen: Seen): Promise<DeviceRow>;
  incarnation(): Promise<string>;
  /** The server's past changed: every phone is to compare and refill. Replaces `from` only; returns the incarnation in force afterwards. */
  renewIncarnation(from: string, next: string): Promise<string>;
  /** Random mark of the counter's advance that covered this number; null where there is none (beyond the head). */
  markOf(seq: number): Promise<string | null>;
  /** Locks the rows of these subjects, in sorted order, making placeholders for ids not seen before (decision 19). */
  lockSubjects(ids: readonly ExecutionId[]): Promise<void>;
  /** Those of these subjects that exist; read with them locked. */
  subjects(ids: readonly ExecutionId[]): Promise<ReadonlyMap<ExecutionId, Subject>>;
  /** Whose operations wait on which of these subjects, and whether a `start` is among them: what follows one is held too. */
  waitsOn(ids: readonly ExecutionId[]): Promise<readonly { readonly x: ExecutionId; readonly user: UserId; readonly isStart: boolean }[]>;
  /** Which of these ids are stored already, under whatever identity. */
  stored(ids: readonly OperationId[]): Promise<ReadonlyMap<OperationId, StoredState>>;
  /** Those of these subjects that are tips. */
  tips(ids: readonly string[]): Promise<ReadonlyMap<string, TipStanding>>;
  /** Executions the person is or ever was on, and those only removed from. */
  access(user: UserId, ids: readonly ExecutionId[]): Promise<ReadonlyMap<ExecutionId, 'in' | 'removed'>>;
  /** Whether the person may start work on this site. */
  maySite(sender: Sender, site: SiteId): Promise<SiteAccess>;
  /** Step ids of these published versions; nothing of one that the organisation does not hold. */
  steps(procedures: readonly ProcedureHash[]): Promise<ReadonlyMap<ProcedureHash, ReadonlySet<string>>>;
  states(keys: readonly { x: ExecutionId; s: string }[]): Promise<readonly StepState[]>;
  /** Advances the organisation's counter by n and writes the mark. Taken last: it is the one lock all writers share. Returns the new head. */
  advance(n: number, mark: string): Promise<number>;
  write(sender: Sender, batch: Batch): Promise<void>;
  /** What this person's operations wait here, in the order in which they came; those about these subjects alone, where they are named. */
  held(user: UserId, about?: readonly ExecutionId[]): Promise<readonly HeldOperation[]>;
  /** Moves the locked device to this position: also over duplicates and what was set aside. */
  moveDevice(device: DeviceId, position: Position): Promise<void>;
  /**
   * Runs `work` in a savepoint. Answers false when the *data* was refused (a value the database cannot hold, a broken constraint);
   * any other failure (connection, deadlock, shutdown) is thrown on: it says nothing about the operation.
   */
  attempt(work: () => Promise<void>): Promise<boolean>;
}

/** One consistent snapshot for a pull. */
export interface ServerSnapshot {
  incarnation(): Promise<string>;
  /** The counter, and the random mark of its last advance; null while there was none. */
  head(): Promise<{ readonly seq: number; readonly mark: string | null }>;
  markOf(seq: number): Promise<string | null>;
  /** The person's scope: when each execution entered, and when it left (null while in). */
  scope(user: UserId): Promise<readonly { x: ExecutionId; added: number; removed: number | null }[]>;
  /** Log rows of these executions with after < seq ≤ upto, ascending, at most `limit`. */
  rows(ids: readonly ExecutionId[], range: { after: number; upto: number; limit: number }): Promise<readonly LogRow[]>;
  /** Reference rows the person may see with after < q ≤ upto, tombstones included, ascending. */
  refs(sender: Sender, after: number, upto: number): Promise<readonly RefRow[]>;
  /** Set-aside operations among these ids, of this person only: an id tells nothing about a colleague. */
  asides(user: UserId, ids: readonly OperationId[]): Promise<readonly Aside[]>;
  /** What is held of this person's, the latest of it. */
  held(user: UserId, limit: number): Promise<readonly Aside[]>;
  /** Those of these ids that are applied, of this person only. */
  applied(user: UserId, ids: readonly OperationId[]): Promise<readonly OperationId[]>;
  /** Photos named by this person's operations whose bytes are not here yet, with the offset reached. */
  wanted(user: UserId, limit: number): Promise<readonly { sha: PhotoHash; at: number }[]>;
}

export interface ServerStore {
  /** Runs `work` in one transaction; once more from the beginning where the database undid all of it for somebody else's sake. */
  write<T>(org: OrganisationId, work: (tx: ServerTx) => Promise<T>): Promise<T>;
  /** REPEATABLE READ, read only. */
  read<T>(org: OrganisationId, work: (snapshot: ServerSnapshot) => Promise<T>): Promise<T>;
}

/** Signs tokens. A forged token must not be able to renew an incarnation. */
export interface Seal {
  /** A short keyed digest (base64url, ≥ 96 bits). */
  sign(text: string): string;
}

/** What the server engine needs beside its store. */
export interface ServerPorts {
  readonly store: ServerStore;
  readonly seal: Seal;
  /** Server wall clock, ms. */
  now(): number;
  /** A fresh random mark or incarnation: ≥ 64 bits of base64url, no dots. */
  mark(): string;
}
