'use client';

import { useMemo, useSyncExternalStore } from 'react';
import type { Readable } from '../../platform/readable.ts';

/** Several values that change, as one list. Give the same array while the same things are meant. */
export function useEach<T>(readables: readonly Readable<T>[]): readonly T[] {
  const { subscribe, get } = useMemo(() => together(readables), [readables]);
  return useSyncExternalStore(subscribe, get, get);
}

function together<T>(readables: readonly Readable<T>[]) {
  let last: readonly T[] = [];
  return {
    get: () => {
      const now = readables.map((readable) => readable.get());
      if (now.length !== last.length || now.some((value, at) => !Object.is(value, last[at]))) last = now;
      return last;
    },
    subscribe: (listener: () => void) => {
      const ends = readables.map((readable) => readable.subscribe(listener));
      return () => {
        for (const end of ends) end();
      };
    },
  };
}
