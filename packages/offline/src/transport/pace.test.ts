import { photoHashSchema } from '@heliograph/domain';
import type { PhotoTransport } from '@heliograph/sync';
import { expect, test } from 'vitest';
import { openPace } from './pace.ts';

const sha = photoHashSchema.parse('ab'.repeat(32));
const KIB = 1024;

/** A link that carries so many bytes a second after so long a wait, and may be cut. */
function linkOf() {
  const link = { bytesPerSecond: 8000, latency: 2000, isCut: false };
  let now = 0;
  const transport: PhotoTransport = {
    offset: async () => ({ kind: 'at', at: 0, stored: false }),
    send: async (_, { at, bytes }) => {
      now += link.latency + (bytes.byteLength / link.bytesPerSecond) * 1000;
      return link.isCut ? { kind: 'unknown', retryAfterMs: null } : { kind: 'at', at: at + bytes.byteLength, stored: false };
    },
  };
  const pace = openPace(() => now);
  const send = () => pace.of(transport).send(sha, { at: 0, total: 1_000_000, bytes: new ArrayBuffer(pace.bytes()) });
  return { link, pace, send };
}

test('a photo goes in small slices until the link has shown that it carries more, and again once it does not', async () => {
  const { link, pace, send } = linkOf();
  expect(pace.bytes()).toBe(64 * KIB);
  await send();
  expect(pace.bytes(), 'at 64 kbit/s with 2 s').toBe(64 * KIB);
  Object.assign(link, { bytesPerSecond: 200_000, latency: 150 });
  await send();
  expect(pace.bytes(), 'at 1.6 Mbit/s with 150 ms').toBe(256 * KIB);
  await send();
  expect(pace.bytes()).toBe(256 * KIB);
  link.isCut = true;
  await send();
  expect(pace.bytes(), 'after a cut').toBe(64 * KIB);
});
