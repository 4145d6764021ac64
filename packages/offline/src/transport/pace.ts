import type { PhotoTransport } from '@heliograph/sync';

/** Of a photo, sent at once: little until the link has shown what it carries, so that a cut wastes little and a reading waits for little. */
const LITTLE = 65_536;
const MUCH = 262_144;
/** A link that is not slow carries `MUCH` in this time, ms. */
const BEARABLE_MS = 8000;

/** How much of a photo goes at once over this link, as its last slice found it. */
export interface Pace {
  bytes(): number;
  /** The same transport, watched. */
  of(transport: PhotoTransport): PhotoTransport;
}

/** @param monotonic ms */
export function openPace(monotonic: () => number): Pace {
  let bytes = LITTLE;
  return {
    bytes: () => bytes,
    of: (transport) => ({
      offset: transport.offset,
      send: async (sha, slice) => {
        const began = monotonic();
        const result = await transport.send(sha, slice);
        const isQuick = result.kind === 'at' && (slice.bytes.byteLength / MUCH) * BEARABLE_MS >= monotonic() - began;
        bytes = isQuick ? MUCH : LITTLE;
        return result;
      },
    }),
  };
}
