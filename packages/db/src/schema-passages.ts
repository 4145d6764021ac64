import type { Localized, OrganisationId } from '@heliograph/domain';
import type { SourceKind } from '@heliograph/domain/assistant/grounding';
import type { ColumnType } from 'kysely';

/** Written as JSON text. */
type Json<T> = ColumnType<T, string, string>;

/** A passage of the library, made from what is published; never the only copy of anything. */
export interface PassageTable {
  orgId: OrganisationId;
  id: number;
  kind: ColumnType<SourceKind, string, string>;
  /** A procedure's slug, a tip's id, a defect's code. */
  ref: string;
  /** Empty for the whole. */
  step: string;
  /** Of the document it was made from: another one, and it is made again. */
  stamp: string;
  title: Json<Localized>;
  body: Json<Localized>;
}

/** Where a stemmed word occurs, and how much it weighs there. */
export interface PassageWordTable {
  orgId: OrganisationId;
  language: string;
  word: string;
  passageId: number;
  weight: number;
}

export interface PassageTermTable {
  orgId: OrganisationId;
  initial: string;
  term: string;
}

export interface PassageStateTable {
  orgId: OrganisationId;
  seen: number;
  version: string;
  passages: number;
  lastId: number;
}
