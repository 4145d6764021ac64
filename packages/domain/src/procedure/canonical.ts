import { type ProcedureHash, procedureHashSchema } from '../ids.ts';

/**
 * JSON as RFC 8785 writes it: keys sorted by UTF-16 code units, numbers as ECMAScript prints them, no white space.
 * Two machines that hold the same content write the same bytes, so they compute the same hash.
 * @throws TypeError for what JSON cannot hold: NaN, infinities, lone surrogates, functions, undefined inside an array
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (typeof value === 'string' && value.isWellFormed()) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object') return canonicalObject(value);
  throw new TypeError(`no JSON: ${typeof value} ${String(value)}`);
}

function canonicalObject(value: object): string {
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${canonicalJson(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

/** UTF-8 without any platform's encoder. */
export function utf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), continuation(code));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), continuation(code >> 6), continuation(code));
    else bytes.push(0xf0 | (code >> 18), continuation(code >> 12), continuation(code >> 6), continuation(code));
  }
  return Uint8Array.from(bytes);
}

const continuation = (code: number): number => 0x80 | (code & 0x3f);

/**
 * The name of a version: SHA-256 over the canonical JSON of its content (decision 9). To verify bytes from outside, hash what came,
 * before reading it: a build that does not know a field must not lose it.
 * @param sha256 lower-case hex
 */
export const procedureHash = async (content: unknown, sha256: (bytes: Uint8Array) => Promise<string>): Promise<ProcedureHash> =>
  procedureHashSchema.parse(await sha256(utf8(canonicalJson(content))));
