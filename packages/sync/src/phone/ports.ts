import type { DeviceId, Envelope, ExecutionId, OperationId, OrganisationId, PhotoHash, UserId } from '@heliograph/domain';
import type { AsideCode, ExchangeAnswer, ExchangeRequestWire, LogRow, Position, RefKind, RefRow } from '../messages/exchange.ts';

/** Who an outbox belongs to. It never changes: a shared phone holds one outbox per person and organisation. */
export interface Owner {
  readonly org: OrganisationId;
  readonly user: UserId;
}

export interface OutboxMeta {
  readonly dev: DeviceId;
  /** Counter of the next operation: allocated inside the transaction that stores it (H16). */
  readonly next: number;
  readonly acked: Position;
  /** Incarnation of the server that this outbox last agreed with; null before the first answer. */
  readonly inc: string | null;
  /** Token of the highest server position any answer has shown, written with the acknowledgement. */
  readonly seen: string | null;
  /** Device wall clock when the outbox was made. */
  readonly born: number;
  /** Last measured server − device clock offset, ms. */
  readonly offset: number;
  /** By the server's clock: everything up to `i` was acknowledged by `at`. One a day; says what may be forgotten. */
  readonly milestones: readonly { readonly i: number; readonly at: number }[];
  /** Server time until which operations of earlier identities are kept; null when there are none. */
  readonly pastUntil: number | null;
}

/** An operation the server stored without applying it, and why. Shown to the person until settled; kept, and never own work again, after that too. */
export interface AsideRecord {
  readonly operation: Envelope;
  readonly state: 'rejected' | 'held';
  readonly code: AsideCode;
  readonly message: string;
  readonly at: number;
  /** Device wall clock when a person had dealt with it; absent while it waits for one. */
  readonly settled?: number;
}

/** `aside`: the server knows no operation that names it (it was rejected, or the server was restored); kept until it is wanted again. */
export type PhotoState = 'waiting' | 'stored' | 'damaged' | 'aside';
export interface PhotoRecord {
  readonly sha: PhotoHash;
  readonly size: number;
  readonly mime: string;
  readonly slices: number;
  /** Bytes the server has confirmed. */
  readonly sent: number;
  readonly state: PhotoState;
  readonly at: number;
}

/** Values typed but not yet recorded; saved before the camera opens (H36). */
export interface DraftRecord {
  readonly x: ExecutionId;
  readonly s: string;
  readonly value: unknown;
  readonly at: number;
}

/**
 * One transaction on the outbox. Await nothing in it but these calls: IndexedDB ends a transaction that waits for anything else (H13).
 */
export interface OutboxTx {
  meta(): Promise<OutboxMeta | undefined>;
  putMeta(meta: OutboxMeta): Promise<void>;
  op(i: number): Promise<Envelope | undefined>;
  /** Operations with counter ≥ `from`, ascending. */
  opsFrom(from: number, limit: number): Promise<readonly Envelope[]>;
  putOp(operation: Envelope): Promise<void>;
  deleteOp(i: number): Promise<void>;
  /** Acknowledged under an earlier identity, kept against a server that forgets. Ordered as they were recorded. */
  past(): Promise<readonly Envelope[]>;
  /** @param order position among the past ones; ids keep their recorded order through a new identity */
  putPast(operation: Envelope, order: number): Promise<void>;
  clearPast(): Promise<void>;
  deletePast(id: OperationId): Promise<void>;
  asides(): Promise<readonly AsideRecord[]>;
  putAside(record: AsideRecord): Promise<void>;
  deleteAside(id: OperationId): Promise<void>;
  photos(): Promise<readonly PhotoRecord[]>;
  photo(sha: PhotoHash): Promise<PhotoRecord | undefined>;
  putPhoto(photo: PhotoRecord): Promise<void>;
  slice(sha: PhotoHash, n: number): Promise<ArrayBuffer | undefined>;
  putSlice(sha: PhotoHash, n: number, bytes: ArrayBuffer): Promise<void>;
  deleteSlices(sha: PhotoHash): Promise<void>;
  draft(x: ExecutionId, s: string): Promise<DraftRecord | undefined>;
  drafts(): Promise<readonly DraftRecord[]>;
  putDraft(draft: DraftRecord): Promise<void>;
  deleteDraft(x: ExecutionId, s: string): Promise<void>;
}

/** The phone's durable queue: `outbox:{org}:{user}`, format 1 for ever. */
export interface OutboxStore {
  read<T>(work: (tx: OutboxTx) => Promise<T>): Promise<T>;
  /** Resolves only when the bytes are on the disk (`durability: 'strict'`, `oncomplete`); rejects when any of it is not. */
  write<T>(work: (tx: OutboxTx) => Promise<T>): Promise<T>;
}

export interface CacheMeta {
  readonly cursor: string | null;
  readonly inc: string | null;
  /** Generation on screen, and the one being pulled after the server's past changed; null when none is. */
  readonly shown: number;
  readonly building: number | null;
  /** Device wall clock when the last pull was whole; null before the first. */
  readonly wholeAt: number | null;
  /** Executions that left the scope but still hold own work that was not acknowledged. */
  readonly leaving: readonly ExecutionId[];
  /** Executions that left it with nothing of their own to send: own records may lie here a while longer, the work is others'. */
  readonly left?: readonly LeftWork[];
  /** Work of this person's that a restored server does not give them any more: it stays in the log shown here, to be gone on with. */
  readonly forgotten?: readonly ForgottenWork[];
}

export interface ForgottenWork {
  readonly x: ExecutionId;
  /** Device wall clock when this phone noticed, ms. */
  readonly at: number;
}

/** Work that the office gave to others: it does not just vanish. */
export interface LeftWork {
  readonly x: ExecutionId;
  /** Device wall clock when this phone heard of it, ms. */
  readonly at: number;
  /** The row that says what it was, and where. */
  readonly begun: LogRow;
  /** Its person has put the news away. */
  readonly isSeen: boolean;
}

/** One transaction on the disposable cache. Rows carry the generation they were pulled in. */
export interface CacheTx {
  meta(): Promise<CacheMeta | undefined>;
  putMeta(meta: CacheMeta): Promise<void>;
  log(generation: number, x: ExecutionId): Promise<readonly LogRow[]>;
  executions(generation: number): Promise<readonly ExecutionId[]>;
  putLog(generation: number, rows: readonly LogRow[]): Promise<void>;
  deleteLog(generation: number, x: ExecutionId): Promise<void>;
  refs(generation: number, kind: RefKind): Promise<readonly RefRow[]>;
  /** Stores the row, or deletes the stored one where the body is null. */
  putRef(generation: number, row: RefRow): Promise<void>;
  /** Whether the log of any execution in this generation holds the operation. */
  holds(generation: number, id: OperationId): Promise<boolean>;
  clear(generation: number): Promise<void>;
}

export interface CacheStore {
  read<T>(work: (tx: CacheTx) => Promise<T>): Promise<T>;
  write<T>(work: (tx: CacheTx) => Promise<T>): Promise<T>;
}

/** What came back from the network. Only `answer` says anything about the server's data. */
export type TransportResult =
  | { readonly kind: 'answer'; readonly answer: ExchangeAnswer }
  /** 401: the session is over; recording goes on. */
  | { readonly kind: 'signed_out' }
  /** 403: the person may no longer send. */
  | { readonly kind: 'blocked' }
  | { readonly kind: 'too_large' }
  /** 400: our own bug, found by halving the batch. */
  | { readonly kind: 'unreadable' }
  /** Anything else: a portal's page, a deadline, a 5xx, a broken body, a wrong nonce. Nothing is known. */
  | { readonly kind: 'unknown'; readonly retryAfterMs: number | null };

export interface Transport {
  exchange(request: ExchangeRequestWire): Promise<TransportResult>;
}

export type UploadResult =
  /** The server holds `at` bytes; `stored` once all of them hash to the name. */
  | { readonly kind: 'at'; readonly at: number; readonly stored: boolean }
  /** The bytes are not acceptable (not what their name says, not a clean photo): a retake is asked for. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** 404: no stored operation names this photo. */
  | { readonly kind: 'not_named' }
  | { readonly kind: 'signed_out' }
  | { readonly kind: 'unknown'; readonly retryAfterMs: number | null };

export interface PhotoTransport {
  offset(sha: PhotoHash): Promise<UploadResult>;
  send(sha: PhotoHash, slice: { at: number; total: number; bytes: ArrayBuffer }): Promise<UploadResult>;
}

export interface Clock {
  /** Device wall clock, ms. May be wrong by years. */
  now(): number;
  /** Minutes east of UTC. */
  zone(): number;
  /** Monotonic, ms; stops in sleep on some systems, so only for round trips. */
  monotonic(): number;
}

export interface Random {
  bytes(length: number): Uint8Array;
}

export interface Hasher {
  /** Lower-case hex SHA-256. */
  sha256(bytes: ArrayBuffer | Uint8Array): Promise<string>;
}
