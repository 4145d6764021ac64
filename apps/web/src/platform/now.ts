import { useSyncExternalStore } from 'react';

const MINUTE_MS = 60_000;

const subscribe = (listener: () => void): (() => void) => {
  const timer = setInterval(listener, MINUTE_MS);
  return () => clearInterval(timer);
};
const minute = (): number => Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;

/** The present minute, ms: so that "il y a 2 min" does not stay for an hour. */
export const useNow = (): number => useSyncExternalStore(subscribe, minute, minute);
