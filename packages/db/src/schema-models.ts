import type { CallPurpose, CallStatus, OrganisationId, ProviderFault, ProviderKind, RouteReason, Strength, UserId } from '@heliograph/domain';
import type { ColumnType, Generated } from 'kysely';

/** The tables of providers, settings of the assistant and the ledger of calls, a part of `Schema`. */

/** Written as JSON text, as in `schema.ts`. */
type Json<T> = ColumnType<T, string, string>;

export interface ProviderTable {
  orgId: OrganisationId;
  id: string;
  kind: ProviderKind;
  name: string;
  baseUrl: string;
  apiVersion: string | null;
  /** The key, encrypted; null where there is none. */
  keyBox: string | null;
  /** Under which key. */
  keyId: string | null;
  /** Its last four characters. */
  keyEnd: Generated<string>;
  models: Json<unknown>;
  isOn: boolean;
  removedAt: Date | null;
  createdAt: Generated<Date>;
}

export interface AssistantSettingsTable {
  orgId: OrganisationId;
  settings: Json<unknown>;
  revision: number;
}

export interface AssistantTasteTable {
  orgId: OrganisationId;
  userId: UserId;
  taste: Json<unknown>;
}

/** One call of a model. Tokens are counts, money is in billionths. */
export interface ModelCallTable {
  orgId: OrganisationId;
  id: string;
  userId: UserId;
  at: Date;
  /** `yyyy-mm` of the organisation's time zone. */
  month: string;
  purpose: CallPurpose;
  /** What it was for: a message, an analysis. */
  subjectId: string | null;
  providerId: string;
  providerName: string;
  model: string;
  strength: Strength | null;
  reason: RouteReason | null;
  status: Generated<CallStatus>;
  fault: ProviderFault | null;
  inputTokens: Generated<number>;
  outputTokens: Generated<number>;
  isEstimated: Generated<boolean>;
  held: number;
  cost: Generated<number>;
  /** What the same tokens would have cost on the strong model. */
  strongCost: Generated<number>;
  settledAt: Date | null;
}

export interface SpendingTable {
  orgId: OrganisationId;
  month: string;
  /** The nil uuid: the organisation as a whole. */
  userId: string;
  spent: Generated<number>;
  held: Generated<number>;
}
