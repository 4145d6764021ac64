import type { Owner } from '@heliograph/sync';
import { type Changes, nothing } from './changes.ts';

/** The other tabs of the same person. */
export interface Tabs {
  tell(changes: Changes): void;
  close(): void;
}

/** Without the browser's channel the other tabs learn of a change when they next read. */
export function joinTabs({ org, user }: Owner, hear: (changes: Changes) => void): Tabs {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => undefined, close: () => undefined };
  const channel = new BroadcastChannel(`heliograph:${org}:${user}`);
  // Only our own code posts here; what a tab of an older build does not know to tell is nothing.
  channel.addEventListener('message', ({ data }: MessageEvent<Partial<Changes>>) => hear({ ...nothing(), ...data }));
  let isOpen = true;
  return {
    // What was being kept when the page closed is kept all the same: that nobody can be told of it any more is no failure.
    tell: (changes) => {
      if (isOpen) channel.postMessage(changes);
    },
    close: () => {
      isOpen = false;
      channel.close();
    },
  };
}
