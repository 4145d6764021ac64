import 'fake-indexeddb/auto';
import { AsyncLocalStorage } from 'node:async_hooks';
import { IDBFactory } from 'fake-indexeddb';

const here = new AsyncLocalStorage<Browser>();
const [NodeChannel, locks] = [globalThis.BroadcastChannel, globalThis.navigator.locks];

/**
 * What one phone's browser keeps to itself: databases, the channel between its tabs, their locks. Several of them live in this process;
 * code that runs inside `run`, and whatever it starts, sees the globals of its own phone and of no other.
 */
export class Browser {
  readonly indexedDB = new IDBFactory();
  readonly #name = crypto.randomUUID();
  readonly hasLocks: boolean;
  /** Raised when the app is killed: the system frees the locks of the dead. */
  #lives = 0;

  /** @param hasLocks without them every tab sends when it likes, which must be harmless */
  constructor(hasLocks: boolean) {
    this.hasLocks = hasLocks;
  }

  run<T>(work: () => T): T {
    return here.run(this, work);
  }

  endLife(): void {
    this.#lives++;
  }

  get channel(): typeof BroadcastChannel {
    const name = this.#name;
    return class extends NodeChannel {
      constructor(topic: string) {
        super(`${name} ${topic}`);
      }
    };
  }

  get navigator(): { locks?: Pick<LockManager, 'request'> } {
    if (!this.hasLocks) return {};
    const owner = `${this.#name} ${this.#lives}`;
    const request = (topic: string, options: LockOptions, work: LockGrantedCallback<unknown>) => locks.request(`${owner} ${topic}`, options, work);
    // Of the three forms of the call, the one the product uses.
    return { locks: { request: request as LockManager['request'] } };
  }
}

/** Runs what is not of the phone: its server. */
export const outside = <T>(work: () => T): T => here.exit(work);

/** From here on the globals of the browser are those of the phone whose code asks. Nothing but a phone has databases. */
export function installBrowsers(): void {
  const { navigator } = globalThis;
  const globals = {
    indexedDB: () => phone().indexedDB,
    BroadcastChannel: () => here.getStore()?.channel ?? NodeChannel,
    navigator: () => here.getStore()?.navigator ?? navigator,
  };
  for (const [name, get] of Object.entries(globals)) Object.defineProperty(globalThis, name, { configurable: true, get });
}

function phone(): Browser {
  const browser = here.getStore();
  if (browser === undefined) throw new Error("a phone's code ran outside of its phone");
  return browser;
}

/** A second phone set up from the first one's backup: the same databases, row by row. */
export async function copyBrowser(from: Browser): Promise<Browser> {
  const to = new Browser(from.hasLocks);
  for (const { name = '' } of await from.indexedDB.databases()) {
    const source = await settled(from.indexedDB.open(name));
    const names = Array.from(source.objectStoreNames);
    const reading = source.transaction(names);
    const stores = await Promise.all(names.map((store) => readStore(reading.objectStore(store))));
    const opening = to.indexedDB.open(name, source.version);
    opening.onupgradeneeded = () => stores.forEach((store) => createStore(opening.result, store));
    const target = await settled(opening);
    const writing = target.transaction(names, 'readwrite');
    for (const { shape, rows } of stores) for (const { key, value } of rows) writing.objectStore(shape.name).put(value, key);
    await new Promise((resolve) => writing.addEventListener('complete', resolve));
    source.close();
    target.close();
  }
  return to;
}

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

async function readStore(store: IDBObjectStore) {
  const { name, keyPath } = store;
  const indexes = Array.from(store.indexNames, (one) => store.index(one)).map((index) => ({ name: index.name, keyPath: index.keyPath }));
  const [keys, values] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())]);
  const rows = values.map((value: unknown, at) => ({ key: keyPath === null ? keys[at] : undefined, value }));
  return { shape: { name, keyPath, indexes }, rows };
}

function createStore(db: IDBDatabase, { shape: { name, keyPath, indexes } }: Awaited<ReturnType<typeof readStore>>): void {
  const store = db.createObjectStore(name, { keyPath });
  for (const index of indexes) store.createIndex(index.name, index.keyPath);
}
