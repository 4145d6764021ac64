/** The few shapes of DER (X.690) that a certificate is written in. */

const tlv = (tag: number, content: Uint8Array): Buffer => Buffer.concat([Buffer.from([tag, ...lengthOf(content.byteLength)]), content]);

function lengthOf(n: number): number[] {
  if (n < 0x80) return [n];
  const bytes: number[] = [];
  for (let rest = n; rest > 0; rest >>>= 8) bytes.unshift(rest & 0xff);
  return [0x80 | bytes.length, ...bytes];
}

export const sequence = (...parts: readonly Uint8Array[]): Buffer => tlv(0x30, Buffer.concat(parts));
export const set = (...parts: readonly Uint8Array[]): Buffer => tlv(0x31, Buffer.concat(parts));
export const boolean = (value: boolean): Buffer => tlv(0x01, Buffer.from([value ? 0xff : 0]));
export const octets = (content: Uint8Array): Buffer => tlv(0x04, content);
export const text = (value: string): Buffer => tlv(0x0c, Buffer.from(value));
/** @param unused bits at the end that say nothing */
export const bits = (content: Uint8Array, unused = 0): Buffer => tlv(0x03, Buffer.concat([Buffer.from([unused]), content]));
/** A positive whole number, big-endian; a leading zero keeps it positive. */
export const integer = (bytes: Uint8Array): Buffer => tlv(0x02, ((bytes[0] ?? 0) & 0x80) === 0 ? bytes : Buffer.concat([Buffer.of(0), bytes]));
/** GeneralizedTime in UTC, to the second. */
export const time = (ms: number): Buffer => tlv(0x18, Buffer.from(`${new Date(ms).toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`));
/** A context-specific tag around other parts. */
export const explicit = (n: number, ...parts: readonly Uint8Array[]): Buffer => tlv(0xa0 | n, Buffer.concat(parts));
/** A context-specific tag in place of a plain one. */
export const implicit = (n: number, content: Uint8Array): Buffer => tlv(0x80 | n, content);

/** An object identifier such as `2.5.29.17`. */
export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return tlv(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

function base128(n: number): number[] {
  const digits = [n & 0x7f];
  for (let rest = n >>> 7; rest > 0; rest >>>= 7) digits.unshift((rest & 0x7f) | 0x80);
  return digits;
}
