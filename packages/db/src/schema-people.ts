import type { InvitationKind, Language, OrganisationId, UserId } from '@heliograph/domain';
import type { Sender } from '@heliograph/sync/server';
import type { ColumnType, Generated } from 'kysely';

/** The tables of people and sessions, a part of `Schema`. */

/** Written as JSON text, as in `schema.ts`. */
type JsonWithDefault<T> = ColumnType<T, string | undefined, string>;

/** A person: one e-mail and one password, whatever the organisations they belong to. */
export interface AccountTable {
  id: UserId;
  email: string;
  passwordHash: string;
  name: string;
  language: string;
  preferences: JsonWithDefault<Record<string, unknown>>;
  createdAt: Generated<Date>;
  passwordChangedAt: Generated<Date>;
  disabledAt: Date | null;
}

export interface MemberTable {
  orgId: OrganisationId;
  userId: UserId;
  name: string;
  role: Sender['role'];
  status: Generated<'active' | 'suspended' | 'inactive'>;
  suspendedAt: Date | null;
  /** The counter's number when the role was given: what it opens or closes is sent from there on. */
  roleSeq: number;
  /** Of the row's last change: what an editor has to name to change it again. */
  seq: number;
  createdAt: Generated<Date>;
  lastSignInAt: Date | null;
}

/** A link that brings somebody in, gives a new password, or moves an account to another e-mail. */
export interface InvitationTable {
  orgId: OrganisationId;
  id: string;
  kind: InvitationKind;
  /** SHA-256 of the link's secret. */
  tokenHash: string;
  /** Of whom it brings in; of a reset the account's; otherwise the new one. */
  email: string;
  name: string;
  role: MemberTable['role'] | null;
  language: Language;
  userId: UserId | null;
  /** The secret went to the account's own mailbox and was shown to nobody. */
  mailed: Generated<boolean>;
  createdBy: UserId;
  createdAt: Generated<Date>;
  expiresAt: Date;
  acceptedAt: Date | null;
  acceptedBy: UserId | null;
  revokedAt: Date | null;
}

export interface CertificationTable {
  orgId: OrganisationId;
  userId: UserId;
  code: string;
  /** A day, `yyyy-mm-dd`; null where it does not expire. */
  expires: string | null;
}

export interface SessionTable {
  orgId: OrganisationId;
  handle: string;
  idHash: string;
  userId: UserId;
  kind: 'phone' | 'desktop';
  deviceLabel: string;
  /** Shortened address, never a whole one. */
  network: string;
  createdAt: Generated<Date>;
  lastSeenAt: Date;
  idleExpires: Date;
  absoluteExpires: Date;
  reauthAt: Date | null;
  revokedAt: Date | null;
}

export interface ThrottleTable {
  key: string;
  count: number;
  windowStart: Date;
  blockedUntil: Date | null;
}

/** Facts about the installation as a whole. */
export interface InstallationTable {
  name: string;
  value: string;
}

/** Acts of the office and of sessions; append only. */
export interface ActivityTable {
  orgId: OrganisationId;
  id: string;
  at: Generated<Date>;
  actorId: UserId | null;
  action: string;
  subjectKind: string | null;
  subjectId: string | null;
  details: JsonWithDefault<Record<string, unknown>>;
  address: string | null;
}
