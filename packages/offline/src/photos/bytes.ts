/** Reads beyond the end give zero: hostile headers end in a refusal, never in an exception. */
export const byte = (bytes: Uint8Array, at: number): number => bytes[at] ?? 0;

export const word = (bytes: Uint8Array, at: number): number => (byte(bytes, at) << 8) | byte(bytes, at + 1);
export const wordLe = (bytes: Uint8Array, at: number): number => byte(bytes, at) | (byte(bytes, at + 1) << 8);
export const long = (bytes: Uint8Array, at: number): number => word(bytes, at) * 65_536 + word(bytes, at + 2);
export const longLe = (bytes: Uint8Array, at: number): number => wordLe(bytes, at) + wordLe(bytes, at + 2) * 65_536;

/** Latin-1 text, for the four-letter names of chunks. */
export const text = (bytes: Uint8Array, at: number, length: number): string => String.fromCharCode(...bytes.subarray(at, at + length));

/** Joins pieces into one buffer of their own. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((size, piece) => size + piece.byteLength, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}
