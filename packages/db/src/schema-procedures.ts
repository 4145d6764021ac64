import type { OrganisationId, PhotoHash, ProcedureHash, UserId } from '@heliograph/domain';
import type { ColumnType, Generated } from 'kysely';

/** Written as JSON text, see `schema.ts`. */
type Json<T> = ColumnType<T, string, string>;

export interface ProcedureTable {
  orgId: OrganisationId;
  slug: string;
  createdAt: Generated<Date>;
  createdBy: UserId | null;
  archivedAt: Date | null;
  archivedBy: UserId | null;
}

export interface ProcedureVersionTable {
  orgId: OrganisationId;
  hash: ProcedureHash;
  slug: string;
  number: number;
  content: Json<unknown>;
  stepIds: string[];
  publishedAt: Date;
  publishedBy: UserId | null;
  withdrawnAt: Date | null;
  /** Why it was published. */
  note: Generated<string>;
  /** Warnings of the check that its publisher took upon them. */
  accepted: Generated<string[]>;
  approvedBy: UserId | null;
  approvedAt: Date | null;
  seq: number;
}

export interface ProcedureDraftTable {
  orgId: OrganisationId;
  slug: string;
  document: Json<unknown>;
  revision: number;
  /** The version it was begun from; null for a procedure that was never published. */
  baseHash: ProcedureHash | null;
  changedAt: Date;
  changedBy: UserId;
  /** When it was published or put aside. */
  endedAt: Date | null;
}

export interface ProcedurePresenceTable {
  orgId: OrganisationId;
  slug: string;
  userId: UserId;
  seenAt: Date;
}

/** What waits, or waited, for a second person. */
export interface ProcedureProposalTable {
  orgId: OrganisationId;
  id: string;
  slug: string;
  /** Of the draft it was made from. */
  revision: number;
  hash: ProcedureHash;
  content: Json<unknown>;
  note: string;
  accepted: string[];
  proposedBy: UserId;
  proposedAt: Date;
  decision: 'approved' | 'rejected' | 'withdrawn' | null;
  decidedBy: UserId | null;
  decidedAt: Date | null;
  reason: string | null;
}

export interface LimitConfirmationTable {
  orgId: OrganisationId;
  id: string;
  procedureHash: ProcedureHash;
  stepId: string;
  confirmedBy: UserId;
  confirmedAt: Date;
  seq: number;
}

export interface AttachmentTable {
  orgId: OrganisationId;
  hash: PhotoHash;
  kind: 'photo' | 'document';
  bytes: number;
  name: string;
  width: number | null;
  height: number | null;
  storedAt: Date;
  storedBy: UserId;
}

export interface StarterOfferTable {
  orgId: OrganisationId;
  slug: string;
  hash: ProcedureHash;
  content: Json<unknown>;
  outcome: 'taken' | 'declined';
  decidedBy: UserId;
  decidedAt: Date;
}
