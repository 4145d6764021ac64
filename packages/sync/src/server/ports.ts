import type { DeviceId, Envelope, ExecutionId, LogFlag, OperationId, OrganisationId, PhotoHash, ProcedureHash, SiteId, UserId } from '@heliograph/domain';
import type { Aside, LogRow, Position, RefRow } from '../messages/exchange.ts';
import type { StepState } from './step-state.ts';

/** Who is sending, from the session alone; nothing in a request can change it. */
export interface Sender {
  readonly org: OrganisationId;
  readonly user: UserId;
  readonly role: 'technician' | 'supervisor' | 'admin';
  /** Suspended or revoked with work unsent: may push, is told nothing (decision 3). */
  readonly deliverOnly: boolean;
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
  readonly status: 'planned' | 'in_progress' | 'completed' | 'approved' | 'cancelled';
  /** Highest position of the execution's log. */
  readonly head: number;
}

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

/** All that one exchange writes. The store writes it in one transaction or not at all. */
export interface Batch {
  readonly operations: readonly OperationRow[];
  readonly states: readonly StepState[];
  readonly subjects: readonly Subject[];
  /** Executions created by `start`: subject row and the sender's scope in the same transaction. */
  readonly created: readonly { readonly subject: Subject; readonly addedSeq: number }[];
  readonly photos: readonly { readonly sha: PhotoHash; readonly x: ExecutionId; readonly size: number; readonly operation: OperationId }[];
  readonly device: { readonly id: DeviceId; readonly position: Position };
}

/**
 * What the engine asks of one write transaction of one organisation. Every method runs inside it; locks are held until it commits.
 * Lock order, always: device, then subjects sorted, then the organisation's counter. Pushes therefore cannot deadlock.
 */
export interface ServerTx {
  /** Makes the device's row when there is none; locks it. */
  lockDevice(device: DeviceId, user: UserId, seen: { build: string; pending: unknown }): Promise<DeviceRow>;
  incarnation(): Promise<string>;
  /** The server's past changed: every phone is to compare and refill. */
  renewIncarnation(next: string): Promise<void>;
  /** Random mark of the counter's advance that covered this number; null where there is none (beyond the head). */
  markOf(seq: number): Promise<string | null>;
  /** Locks the rows of these subjects, in sorted order, making placeholders for ids not seen before (decision 19). Returns those that exist. */
  lockSubjects(ids: readonly ExecutionId[]): Promise<ReadonlyMap<ExecutionId, Subject>>;
  /** Which of these ids are stored already, under whatever identity. */
  stored(ids: readonly OperationId[]): Promise<ReadonlyMap<OperationId, StoredState>>;
  /** Executions the person is or ever was on, and those only removed from. */
  access(user: UserId, ids: readonly ExecutionId[]): Promise<ReadonlyMap<ExecutionId, 'in' | 'removed'>>;
  /** Whether the person may start work on this site. */
  maySite(sender: Sender, site: SiteId): Promise<boolean>;
  /** Step ids of a published procedure; null where the organisation holds no such version. */
  steps(procedure: ProcedureHash): Promise<ReadonlySet<string> | null>;
  states(keys: readonly { x: ExecutionId; s: string }[]): Promise<readonly StepState[]>;
  /** Advances the organisation's counter by n and writes the mark. Taken last: it is the one lock all writers share. Returns the new head. */
  advance(n: number, mark: string): Promise<number>;
  write(sender: Sender, batch: Batch): Promise<void>;
  /** Runs `work` so that its failure leaves the transaction usable (a savepoint). */
  attempt<T>(work: () => Promise<T>): Promise<{ ok: true; value: T } | { ok: false; error: unknown }>;
}

/** One consistent snapshot for a pull. */
export interface ServerSnapshot {
  incarnation(): Promise<string>;
  head(): Promise<number>;
  markOf(seq: number): Promise<string | null>;
  /** The person's scope: when each execution entered, and when it left (null while in). */
  scope(user: UserId): Promise<readonly { x: ExecutionId; added: number; removed: number | null }[]>;
  /** Log rows of these executions with after < seq ≤ upto, ascending, at most `limit`. */
  rows(ids: readonly ExecutionId[], after: number, upto: number, limit: number): Promise<readonly LogRow[]>;
  /** Reference rows the person may see with after < q ≤ upto, tombstones included, ascending. */
  refs(sender: Sender, after: number, upto: number): Promise<readonly RefRow[]>;
  /** Set-aside operations among these ids. */
  asides(ids: readonly OperationId[]): Promise<readonly Aside[]>;
  /** Photos named by this person's operations whose bytes are not here yet, with the offset reached. */
  wanted(user: UserId, limit: number): Promise<readonly { sha: PhotoHash; at: number }[]>;
}

export interface ServerStore {
  write<T>(org: OrganisationId, work: (tx: ServerTx) => Promise<T>): Promise<T>;
  /** REPEATABLE READ, read only. */
  read<T>(org: OrganisationId, work: (snapshot: ServerSnapshot) => Promise<T>): Promise<T>;
}

/** Signs and checks cursors. A forged cursor must not be able to renew an incarnation. */
export interface Seal {
  seal(text: string): string;
  open(token: string): string | null;
}
