import type { Sender } from './sender.ts';

/** Wakes the sender when the app comes to the front or the browser says the network is back: hints only, never the truth (H23). Returns what ends it. */
export function listenForWakes(sender: Sender, window: EventTarget, document: EventTarget & { readonly visibilityState: string }): () => void {
  const over = new AbortController();
  const options = { signal: over.signal };
  for (const event of ['online', 'focus', 'pageshow']) window.addEventListener(event, () => sender.wake('look'), options);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && sender.wake('look'), options);
  return () => over.abort();
}
