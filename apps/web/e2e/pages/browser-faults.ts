/** Scripts for `page.addInitScript`: a browser with one of the faults that real ones have. Each runs in the page, before ours. */

/** A private window, a policy, site data blocked: every database is refused. */
export function refusesDatabases(): void {
  IDBFactory.prototype.open = () => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };
}

/** What some private windows do: everything is taken, nothing is there afterwards. */
export function forgetsWhatItKept(): void {
  IDBObjectStore.prototype.get = function () {
    const request: IDBRequest = this.count(IDBKeyRange.only('nothing is ever here'));
    return request;
  };
}

/** What is not sent lies on the phone once. */
export function forbidsSecondCopies(): void {
  const open = CacheStorage.prototype.open;
  CacheStorage.prototype.open = function (name) {
    return name === 'heliograph-spare' ? Promise.reject(new DOMException('denied', 'SecurityError')) : open.call(this, name);
  };
}

/** A disk that is nearly full, as the browser tells it. */
export function isNearlyFull(): void {
  StorageManager.prototype.estimate = async () => ({ usage: 900_000_000, quota: 1_000_000_000 });
}

/** While it is asked to, the outbox never answers that it is open (H6). */
export function hangsWhileAsked(): void {
  const open = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function (...args) {
    const request = open.apply(this, args);
    if (sessionStorage.getItem('broken') === null || !args[0].startsWith('outbox:')) return request;
    // Nobody who listens is ever told.
    return new Proxy(request, { get: (target, key) => (key === 'addEventListener' ? () => undefined : Reflect.get(target, key)), set: () => true });
  };
}

/** Every fifth transaction finds its database closed under it, as after a phone was asleep (H5). */
export function closesHandles(): void {
  const transaction = IDBDatabase.prototype.transaction;
  let calls = 0;
  IDBDatabase.prototype.transaction = function (...args) {
    calls += 1;
    if (calls % 5 === 0) throw new DOMException('The database connection is closing.', 'InvalidStateError');
    return transaction.apply(this, args);
  };
}

/** An old browser: no locks between tabs, no background sync. */
export function hasNoLocks(): void {
  Reflect.deleteProperty(Navigator.prototype, 'locks');
  Reflect.deleteProperty(window, 'SyncManager');
}

/** It says that there is no network, whatever is true (H23). */
export function saysOffline(): void {
  Object.defineProperty(Navigator.prototype, 'onLine', { get: () => false });
}

/** Notes how transactions on the outbox that write are asked for, and whether anything but plain values is put there (H9, H10). */
export function notesWrites(): void {
  const transaction = IDBDatabase.prototype.transaction;
  const put = IDBObjectStore.prototype.put;
  const noted: string[] = [];
  Reflect.set(window, 'notedWrites', noted);
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    if (this.name.startsWith('outbox:') && mode === 'readwrite') noted.push(options?.durability ?? 'default');
    return transaction.call(this, stores, mode, options);
  };
  IDBObjectStore.prototype.put = function (value, ...key) {
    const holdsBlob = (one: unknown): boolean =>
      one instanceof Blob || (typeof one === 'object' && one !== null && Object.values(one).some(holdsBlob));
    if (!ArrayBuffer.isView(value) && holdsBlob(value)) noted.push('blob');
    return put.call(this, value, ...key);
  };
}

/** Once it is asked to, whoever gets a lock in this tab freezes with it, for longer than anybody waits (H17). */
export function freezesWithTheLock(): void {
  const request = LockManager.prototype.request;
  Reflect.set(LockManager.prototype, 'request', function (this: LockManager, ...asked: [string, LockOptions, LockGrantedCallback<unknown>]) {
    const [name, options, work] = asked;
    return request.call(this, name, options, (lock) => {
      const until = performance.now() + 90_000;
      while (lock !== null && sessionStorage.getItem('frozen') !== null && performance.now() < until);
      return work(lock);
    });
  });
}
