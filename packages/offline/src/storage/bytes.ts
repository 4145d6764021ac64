/** Longest slice of a photo in the database. */
export const SLICE_BYTES = 262_144;

const isA = (value: unknown, kind: string): boolean => Object.prototype.toString.call(value) === `[object ${kind}]`;

/** Blobs and Files in IndexedDB fail or come back cut on WebKit (H10): only plain buffers of our own size are kept. */
export function assertSlice(bytes: ArrayBuffer): void {
  if (!isA(bytes, 'ArrayBuffer') || bytes.byteLength > SLICE_BYTES) throw new TypeError('a photo is stored as ArrayBuffer slices of at most 256 KiB');
}

/** @throws TypeError when a Blob or File hides anywhere in the value */
export function assertNoBlob(value: unknown): void {
  if (isA(value, 'Blob') || isA(value, 'File')) throw new TypeError('a Blob or File cannot be stored');
  if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) Object.values(value).forEach(assertNoBlob);
}
