import type { Clock, Hasher, Random } from '@heliograph/sync';

/** The browser's own clock, chance and digest, as the engine's ports want them. */
export const webClock: Clock = {
  now: () => Date.now(),
  zone: () => -new Date().getTimezoneOffset(),
  monotonic: () => performance.now(),
};

export const webRandom: Random = { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) };

export const webHasher: Hasher = {
  sha256: async (bytes) => {
    const digest = await crypto.subtle.digest('SHA-256', bytes instanceof ArrayBuffer ? bytes : new Uint8Array(bytes));
    return Array.from(new Uint8Array(digest), (value) => value.toString(16).padStart(2, '0')).join('');
  },
};
