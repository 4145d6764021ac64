import type { Envelope } from '@heliograph/domain';
import type { AsideRecord, DraftRecord, OutboxMeta, Owner, PhotoRecord } from '@heliograph/sync';
import type { DBSchema, IDBPDatabase } from 'idb';

/**
 * Format 1, for ever: an app update can never strand unsent work, because it never changes this. Should it ever have to,
 * a second database is read beside this one. Held by a golden test.
 */
export interface OutboxFormat extends DBSchema {
  meta: { key: 'meta'; value: OutboxMeta };
  ops: { key: number; value: Envelope };
  past: { key: number; value: { order: number; operation: Envelope }; indexes: { id: string } };
  aside: { key: string; value: AsideRecord };
  photos: { key: string; value: PhotoRecord };
  slices: { key: [string, number]; value: ArrayBuffer };
  drafts: { key: [string, string]; value: DraftRecord };
}

export const outboxName = ({ org, user }: Owner): string => `outbox:${org}:${user}`;

export function createOutbox(db: IDBPDatabase<OutboxFormat>): void {
  db.createObjectStore('meta');
  db.createObjectStore('ops', { keyPath: 'i' });
  db.createObjectStore('past', { keyPath: 'order' }).createIndex('id', 'operation.id');
  db.createObjectStore('aside', { keyPath: 'operation.id' });
  db.createObjectStore('photos', { keyPath: 'sha' });
  db.createObjectStore('slices');
  db.createObjectStore('drafts', { keyPath: ['x', 's'] });
}
