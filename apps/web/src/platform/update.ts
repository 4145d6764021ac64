import { IS_BUILT } from './build.ts';
import { cell, type Readable, useReadable } from './readable.ts';
import { settled } from './settled.ts';

/** Whether this browser can keep the app at all; in development nothing is kept. */
export const HAS_WORKER: boolean = IS_BUILT && typeof navigator !== 'undefined' && 'serviceWorker' in navigator;

const HOUR_MS = 3_600_000;
/** `controllerchange` never comes on some systems (H31); we go on without it. */
const PATIENCE_MS = 4000;
/** What the worker listens to, see `src/sw/sw.ts`. */
const TAKE_OVER = { type: 'TAKE_OVER' };

/** A newer build that is already on this device. */
export interface Update {
  /** Puts it in place and loads the page anew. Only where nothing is being typed. */
  apply(): void;
}

const held = cell<Update | null>(null);
export const update: Readable<Update | null> = held;
/** The newer build that waits, or null. Offer it at a quiet moment, never by itself (H30). */
export const useUpdate = (): Update | null => useReadable(held);

/** Registers the service worker and looks for a newer one: once the first screen stands, each time the app comes to the front, and hourly. Returns what ends it. */
export function startUpdates(): () => void {
  const over = new AbortController();
  if (HAS_WORKER) register(over.signal).catch(() => undefined);
  return () => over.abort();
}

/** Rejects where the browser refuses workers (private mode, a policy): the app then works with the network only. */
async function register(signal: AbortSignal): Promise<void> {
  await settled();
  if (signal.aborted) return;
  const registration = await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' });
  const offer = () => {
    const { waiting } = registration;
    // Without a controller this is the first worker ever: nothing to update from.
    if (waiting !== null && navigator.serviceWorker.controller !== null) held.set({ apply: () => takeOver(waiting) });
  };
  const watch = () => registration.installing?.addEventListener('statechange', offer, { signal });
  const look = () => void registration.update().catch(() => undefined);
  registration.addEventListener('updatefound', watch, { signal });
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && look(), { signal });
  const hourly = setInterval(look, HOUR_MS);
  signal.addEventListener('abort', () => clearInterval(hourly));
  watch();
  offer();
}

function takeOver(waiting: ServiceWorker): void {
  const reload = () => location.reload();
  navigator.serviceWorker.addEventListener('controllerchange', reload, { once: true });
  setTimeout(reload, PATIENCE_MS);
  waiting.postMessage(TAKE_OVER);
}
