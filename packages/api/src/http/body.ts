import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { refuse } from '@heliograph/domain';

/** Bytes of a stream, refused as soon as they pass the cap: a declared length is not believed. */
async function collect(stream: AsyncIterable<Uint8Array>, cap: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of stream) {
    size += piece.byteLength;
    if (size > cap) refuse('TOO_LARGE', { limit: cap });
    pieces.push(piece);
  }
  return Buffer.concat(pieces, size);
}

/**
 * A request's body as sent, at most `cap` bytes.
 * @throws AppError TOO_LARGE
 */
export async function readBytes(request: Request, cap: number): Promise<Buffer> {
  const declared = Number(request.headers.get('content-length') ?? 0);
  if (declared > cap) refuse('TOO_LARGE', { limit: cap });
  return request.body === null ? Buffer.alloc(0) : collect(request.body, cap);
}

/**
 * Undoes gzip, at most `cap` bytes unpacked: a bomb is stopped where it passes the cap, not after.
 * @throws AppError TOO_LARGE, or INVALID where it is no whole gzip stream
 */
export async function gunzip(packed: Buffer, cap: number): Promise<Buffer> {
  const stream = Readable.from([packed]).pipe(createGunzip());
  return collect(stream, cap).catch((error: NodeJS.ErrnoException) =>
    error.code?.startsWith('Z_') ? refuse('INVALID', { reason: 'gzip' }) : Promise.reject(error),
  );
}

const DEPTH = 32;

/** Deepest nesting of brackets in JSON text, strings skipped, up to the first that is too deep. Cheaper and safer than parsing first. */
export function isShallow(json: string, depth: number = DEPTH): boolean {
  let level = 0;
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at);
    if (code === 0x22) {
      at = endOfString(json, at);
    } else if (code === 0x7b || code === 0x5b) {
      if (++level > depth) return false;
    } else if (code === 0x7d || code === 0x5d) level--;
  }
  return true;
}

function endOfString(json: string, from: number): number {
  let at = from + 1;
  while (at < json.length && json.charCodeAt(at) !== 0x22) at += json.charCodeAt(at) === 0x5c ? 2 : 1;
  return at;
}
