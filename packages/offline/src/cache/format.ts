import { LIFE_KINDS } from '@heliograph/domain';
import type { CacheMeta, LogRow, Owner, RefRow } from '@heliograph/sync';
import type { DBSchema, IDBPDatabase } from 'idb';

/** What the stores below look like. Changed together with them: another number is another database, filled again from the server. */
export const CACHE_SCHEMA = 2;

const KINDS: ReadonlySet<string> = new Set(LIFE_KINDS);
export const isLife = ({ k }: { k: string }): boolean => KINDS.has(k);

export interface StoredRow {
  readonly g: number;
  readonly row: LogRow;
  /** Only on rows that move a life: an index holds no record without its key. */
  readonly life?: 1;
}
export const stored = (g: number, row: LogRow): StoredRow => (isLife(row) ? { g, row, life: 1 } : { g, row });

/** Rows lie beside the generation they were pulled in, so that what the server said is given back untouched. */
export interface CacheFormat extends DBSchema {
  meta: { key: 'meta'; value: CacheMeta };
  log: { key: [number, string, number]; value: StoredRow; indexes: { id: [number, string]; life: [number, number] } };
  /** The last row of each execution: a list reads these in one request, however long the logs are. */
  lasts: { key: [number, string]; value: { g: number; row: LogRow } };
  refs: { key: [number, string, string]; value: { g: number; row: RefRow } };
  procs: { key: string; value: unknown };
}

export const cacheName = ({ org, user }: Owner, schema: number): string => `cache-${schema}:${org}:${user}`;

/** Whether a database is some cache of this person, of whatever schema. */
export function isCacheOf({ org, user }: Owner, name: string): boolean {
  const [store, ofOrg, ofUser] = name.split(':');
  return /^cache-\d+$/.test(store ?? '') && ofOrg === org && ofUser === user;
}

export function createCache(db: IDBPDatabase<CacheFormat>): void {
  db.createObjectStore('meta');
  const log = db.createObjectStore('log', { keyPath: ['g', 'row.x', 'row.q'] });
  log.createIndex('id', ['g', 'row.id']);
  log.createIndex('life', ['g', 'life']);
  db.createObjectStore('lasts', { keyPath: ['g', 'row.x'] });
  db.createObjectStore('refs', { keyPath: ['g', 'row.kind', 'row.id'] });
  db.createObjectStore('procs');
}
