/** A value that changes. The same value is the same object, as React's external stores ask. */
export interface Readable<T> {
  get(): T;
  /** Returns what ends it. */
  subscribe(listener: () => void): () => void;
}

export interface Cell<T> extends Readable<T> {
  set(value: T): void;
}

export function cell<T>(initial: T): Cell<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/**
 * A value read from the disk when somebody first looks; undefined until it is there. The look itself begins the reading: a screen subscribes only
 * after it was painted without the value.
 */
export interface Source<T> extends Readable<T | undefined> {
  /** It changed: read again now where somebody looks, else when somebody does. The old value stays on screen meanwhile. */
  refresh(): void;
}

/** @param onTrouble told when reading fails; the value stays what it was */
export function source<T>(load: () => Promise<T>, onTrouble: (error: unknown) => void): Source<T> {
  const held = cell<T | undefined>(undefined);
  let [watchers, isStale, isLoading, isNew] = [0, true, false, true];
  const read = async (): Promise<void> => {
    if (isLoading) return;
    isLoading = true;
    while (isStale) {
      isStale = false;
      try {
        const value = await load();
        // What changed while it was read is read again before anybody sees the old one.
        if (!isStale) held.set(value);
      } catch (error) {
        onTrouble(error);
      }
    }
    isLoading = false;
  };
  const look = (): void => {
    if (isNew) void read();
    isNew = false;
  };
  return {
    get: () => {
      look();
      return held.get();
    },
    subscribe: (listener) => {
      const end = held.subscribe(listener);
      watchers += 1;
      void read();
      return () => {
        watchers -= 1;
        end();
      };
    },
    refresh: () => {
      isStale = true;
      if (watchers > 0) void read();
    },
  };
}
