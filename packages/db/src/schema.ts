import type {
  AssetId,
  DeviceId,
  Envelope,
  ExecutionId,
  Language,
  OperationId,
  OrganisationId,
  PhotoHash,
  ProcedureHash,
  ReadyRemark,
  Site,
  SiteId,
  StepHead,
  TipLinks,
  TipPhoto,
  TipState,
  UserId,
} from '@heliograph/domain';
import type { AsideCode, Lost, RefRow } from '@heliograph/sync';
import type { OperationRow, StoredState, Subject } from '@heliograph/sync/server';
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { AnalysisDecisionTable, FindingTable, PhotoAnalysisTable } from './schema-analyses.ts';
import type { AssistantSettingsTable, AssistantTasteTable, ModelCallTable, ProviderTable, SpendingTable } from './schema-models.ts';
import type { PassageStateTable, PassageTable, PassageTermTable, PassageWordTable } from './schema-passages.ts';
import type {
  AccountTable,
  ActivityTable,
  CertificationTable,
  InstallationTable,
  InvitationTable,
  MemberTable,
  SessionTable,
  ThrottleTable,
} from './schema-people.ts';
import type {
  AttachmentTable,
  LimitConfirmationTable,
  ProcedureDraftTable,
  ProcedurePresenceTable,
  ProcedureProposalTable,
  ProcedureTable,
  ProcedureVersionTable,
  StarterOfferTable,
} from './schema-procedures.ts';
import type { AnswerTable, ConversationTable, QuestionTable } from './schema-talks.ts';

export type { MemberTable, SessionTable } from './schema-people.ts';

/**
 * The tables as queries see them. Written by hand and held to the migrated database by a test: every column, and whether it may be null.
 * Instants are `Date` here; repositories speak milliseconds at their borders. What a device's own clock said stays a number: no clock is
 * so wrong that it may not be stored.
 */
export interface Schema {
  organisation: OrganisationTable;
  orgClock: OrgClockTable;
  orgTick: OrgTickTable;
  account: AccountTable;
  member: MemberTable;
  invitation: InvitationTable;
  certification: CertificationTable;
  session: SessionTable;
  throttle: ThrottleTable;
  installation: InstallationTable;
  activity: ActivityTable;
  site: SiteTable;
  asset: AssetTable;
  siteScope: SiteScopeTable;
  procedure: ProcedureTable;
  procedureVersion: ProcedureVersionTable;
  procedureDraft: ProcedureDraftTable;
  procedurePresence: ProcedurePresenceTable;
  procedureProposal: ProcedureProposalTable;
  attachment: AttachmentTable;
  starterOffer: StarterOfferTable;
  limitConfirmation: LimitConfirmationTable;
  tip: TipTable;
  tipVersion: TipVersionTable;
  tipRating: TipRatingTable;
  device: DeviceTable;
  subject: SubjectTable;
  execution: ExecutionTable;
  operation: OperationTable;
  stepState: StepStateTable;
  scope: ScopeTable;
  photo: PhotoTable;
  photoUse: PhotoUseTable;
  passage: PassageTable;
  passageWord: PassageWordTable;
  passageTerm: PassageTermTable;
  passageState: PassageStateTable;
  provider: ProviderTable;
  assistantSettings: AssistantSettingsTable;
  assistantTaste: AssistantTasteTable;
  modelCall: ModelCallTable;
  spending: SpendingTable;
  conversation: ConversationTable;
  question: QuestionTable;
  answer: AnswerTable;
  photoAnalysis: PhotoAnalysisTable;
  analysisDecision: AnalysisDecisionTable;
  finding: FindingTable;
}

/** Written as JSON text: the two drivers would otherwise disagree about arrays. */
type Json<T> = ColumnType<T, string, string>;
type JsonWithDefault<T> = ColumnType<T, string | undefined, string>;
type RefBody<K extends RefRow['kind']> = NonNullable<Extract<RefRow, { kind: K }>['body']>;

export interface OrganisationTable {
  orgId: OrganisationId;
  name: string;
  slug: string;
  language: string;
  timeZone: string;
  placePolicy: Generated<RefBody<'organisation'>['placePolicy']>;
  photoSide: Generated<number>;
  photosWifiOnly: Generated<boolean>;
  languages: Generated<Language[]>;
  /** A picture as a data address. */
  logo: string | null;
  secondApproval: Generated<boolean>;
  /** How long work may wait on a phone before the office is alarmed, hours. */
  unsentAlarmHours: Generated<number>;
  /** Null until the organisation writes its own. */
  readyRemarks: Json<readonly ReadyRemark[]> | null;
  seq: number;
  createdAt: Generated<Date>;
}

/** The one counter of an organisation. Its row is the lock that every writer of the organisation takes last. */
export interface OrgClockTable {
  orgId: OrganisationId;
  seq: number;
  incarnation: string;
}

export interface OrgTickTable {
  orgId: OrganisationId;
  seq: number;
  mark: string;
}

export interface SiteTable {
  orgId: OrganisationId;
  id: SiteId;
  name: string;
  code: string;
  timeZone: string;
  address: string;
  lat: number | null;
  lon: number | null;
  emergency: Json<Site['emergency']>;
  removedAt: Date | null;
  seq: number;
}

export interface AssetTable {
  orgId: OrganisationId;
  id: AssetId;
  siteId: SiteId;
  parentId: AssetId | null;
  type: string;
  name: string;
  code: string;
  serial: string | null;
  position: number;
  attributes: JsonWithDefault<Record<string, string>>;
  removedAt: Date | null;
  seq: number;
  /** Name, code and serial without case and accents, made by the database. */
  folded: GeneratedAlways<string>;
}

export interface SiteScopeTable {
  orgId: OrganisationId;
  userId: UserId;
  siteId: SiteId;
  addedSeq: number;
  removedSeq: number | null;
}

export interface TipTable {
  orgId: OrganisationId;
  id: string;
  title: Json<RefBody<'tip'>['title']>;
  content: Json<RefBody<'tip'>['content']>;
  category: string;
  tags: Generated<string[]>;
  links: JsonWithDefault<TipLinks>;
  photos: JsonWithDefault<TipPhoto[]>;
  language: Language | null;
  authorId: UserId | null;
  /** Null: nobody has approved any of it. */
  approvedVersion: Generated<number | null>;
  latestVersion: Generated<number>;
  useful: Generated<number>;
  removedAt: Date | null;
  seq: number;
}

export interface TipVersionTable {
  orgId: OrganisationId;
  tipId: string;
  number: number;
  title: Json<RefBody<'tip'>['title']>;
  content: Json<RefBody<'tip'>['content']>;
  language: Language | null;
  category: string;
  tags: Generated<string[]>;
  links: JsonWithDefault<TipLinks>;
  photos: JsonWithDefault<TipPhoto[]>;
  state: TipState;
  writtenBy: UserId | null;
  writtenAt: Date;
  decidedBy: UserId | null;
  decidedAt: Date | null;
  reason: string | null;
}

export interface TipRatingTable {
  orgId: OrganisationId;
  tipId: string;
  userId: UserId;
  useful: boolean;
  ratedAt: Date;
}

/** One outbox. The row is the lock of its pushes. */
export interface DeviceTable {
  orgId: OrganisationId;
  deviceId: DeviceId;
  userId: UserId;
  lastI: Generated<number>;
  lastId: OperationId | null;
  seenAt: Date;
  build: string;
  pending: Json<unknown> | null;
  /** Work that was on it and is gone. */
  lost: Json<Lost> | null;
  dismissedAt: Date | null;
  createdAt: Generated<Date>;
}

/** Lock row of a thing that operations are about; there before the thing itself is. */
export interface SubjectTable {
  orgId: OrganisationId;
  id: ExecutionId;
}

export interface ExecutionTable {
  orgId: OrganisationId;
  executionId: ExecutionId;
  procedureHash: ProcedureHash;
  siteId: SiteId;
  /** Without a foreign key: what a phone says it worked on is kept, whether or not the office knows it. */
  assetId: AssetId | null;
  status: Subject['status'];
  /** When it was started, or planned; never later than its arrival. */
  openedAt: Date;
  openedBy: UserId;
  /** The day at the site it is planned for; null for work that nobody planned. */
  plannedFor: string | null;
  completedAt: Date | null;
  headSeq: number;
}

/** Every operation that was ever acknowledged. Columns beside the envelope are copies for indexes; the office's are the envelope's own. */
export interface OperationTable {
  orgId: OrganisationId;
  opId: OperationId;
  seq: number | null;
  deviceId: DeviceId | null;
  i: number;
  executionId: ExecutionId | null;
  stepKey: string | null;
  kind: string | null;
  version: number | null;
  actorId: UserId;
  state: StoredState;
  code: AsideCode | null;
  envelope: Json<Envelope> | null;
  /** Text as it came; null where the envelope says all of it. */
  raw: string | null;
  /** Device wall clock, ms. */
  deviceAt: number | null;
  offsetMs: number | null;
  /** Arrival by the server's clock, ms. */
  serverAt: number;
  flags: Generated<OperationRow['flags'][number][]>;
  /** Who brought it in a file. */
  deliveredBy: UserId | null;
}

export interface StepStateTable {
  orgId: OrganisationId;
  executionId: ExecutionId;
  stepKey: string;
  heads: Json<StepHead[]>;
  replaced: OperationId[];
  effective: OperationId | null;
  /** Kind and outcome of the effective head, for counting. */
  effectiveKind: string | null;
  effectiveOutcome: NonNullable<StepHead['outcome']> | null;
  conflict: boolean;
  seq: number;
}

export interface ScopeTable {
  orgId: OrganisationId;
  userId: UserId;
  executionId: ExecutionId;
  addedSeq: number;
  removedSeq: number | null;
}

export interface PhotoTable {
  orgId: OrganisationId;
  sha: PhotoHash;
  size: number;
  received: Generated<number>;
  /** `refused`: the bytes came and were not what their name says, or no picture. */
  state: Generated<'wanted' | 'stored' | 'refused'>;
  /** Why it was refused. */
  refusal: string | null;
  width: number | null;
  height: number | null;
  storedAt: Date | null;
}

export interface PhotoUseTable {
  orgId: OrganisationId;
  opId: OperationId;
  sha: PhotoHash;
  executionId: ExecutionId;
  userId: UserId;
}
