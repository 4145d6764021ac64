import type { PhotoTransport } from '@heliograph/sync';

/** The same transport, giving up before a slice when something more urgent waits. Nothing is lost by it: uploads resume where they stopped. */
export const yielding = (transport: PhotoTransport, shouldYield: () => boolean): PhotoTransport => ({
  offset: async (sha) => (shouldYield() ? { kind: 'unknown', retryAfterMs: null } : transport.offset(sha)),
  send: async (sha, slice) => (shouldYield() ? { kind: 'unknown', retryAfterMs: null } : transport.send(sha, slice)),
});
