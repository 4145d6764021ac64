import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

/** The way to the queries stays inside this package: from outside, a `Database` can only be entered through `withOrg` or `withLookup`. */
export const connection = Symbol('connection');

/** An open, migrated database. */
export interface Database {
  readonly engine: 'embedded' | 'postgresql';
  readonly [connection]: Kysely<Schema>;
  close(): Promise<void>;
}
