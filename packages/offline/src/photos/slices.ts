import { SLICE_BYTES } from '../storage/bytes.ts';

/** Cuts bytes into buffers of their own, as the outbox stores them. */
export function slicesOf(bytes: Uint8Array): ArrayBuffer[] {
  const count = Math.ceil(bytes.byteLength / SLICE_BYTES);
  return Array.from({ length: count }, (_, n) => new Uint8Array(bytes.subarray(n * SLICE_BYTES, (n + 1) * SLICE_BYTES)).buffer);
}
