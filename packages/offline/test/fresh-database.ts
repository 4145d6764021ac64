import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';

/** A browser that has never stored anything. */
export function freshBrowser(): void {
  globalThis.indexedDB = new IDBFactory();
}
