import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { FileRefused } from './refused.ts';

interface Entry {
  readonly method: number;
  readonly size: number;
  readonly offset: number;
  readonly isEncrypted: boolean;
}

const [END, CENTRAL, LOCAL] = [0x06054b50, 0x02014b50, 0x04034b50];
const [STORED, DEFLATED] = [0, 8];
const MOST_ENTRIES = 10_000;
const LONGEST_COMMENT = 65_535;

/** The parts of a zip file, read one at a time and only as far as asked: what its directory says of sizes is not believed. */
export class Zip {
  readonly #bytes: Buffer;
  readonly #entries: ReadonlyMap<string, Entry>;

  /** @throws FileRefused for what is no whole zip file */
  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    this.#entries = directoryOf(bytes);
  }

  has = (name: string): boolean => this.#entries.has(name);

  /**
   * The bytes of one part in pieces, stopped where they pass the cap.
   * @throws FileRefused `file_too_large`, `file_broken`, `file_protected`
   */
  async *read(name: string, cap: number): AsyncGenerator<Uint8Array> {
    const entry = this.#entries.get(name);
    if (entry === undefined) throw new FileRefused('file_broken');
    const packed = this.#packed(entry);
    if (entry.method === STORED) return void (yield packed);
    let size = 0;
    try {
      for await (const piece of Readable.from([packed]).pipe(createInflateRaw()) as AsyncIterable<Uint8Array>) {
        size += piece.byteLength;
        if (size > cap) throw new FileRefused('file_too_large');
        yield piece;
      }
    } catch (error) {
      throw isZlibError(error) ? new FileRefused('file_broken') : error;
    }
  }

  #packed({ offset, size, method, isEncrypted }: Entry): Buffer {
    if (isEncrypted) throw new FileRefused('file_protected');
    if (offset + 30 > this.#bytes.length || this.#bytes.readUInt32LE(offset) !== LOCAL) throw new FileRefused('file_broken');
    const start = offset + 30 + this.#bytes.readUInt16LE(offset + 26) + this.#bytes.readUInt16LE(offset + 28);
    if (start + size > this.#bytes.length || (method !== STORED && method !== DEFLATED)) throw new FileRefused('file_broken');
    return this.#bytes.subarray(start, start + size);
  }
}

const isZlibError = (error: unknown): boolean => error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');

function directoryOf(bytes: Buffer): ReadonlyMap<string, Entry> {
  const end = endOf(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw new FileRefused('file_too_large');
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let n = 0; n < count; n++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) throw new FileRefused('file_broken');
    const [name, extra, comment] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)];
    entries.set(bytes.toString('utf8', at + 46, at + 46 + name), {
      method: bytes.readUInt16LE(at + 10),
      size: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
      isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
    });
    at += 46 + name + extra + comment;
  }
  return entries;
}

function endOf(bytes: Buffer): number {
  const lowest = Math.max(0, bytes.length - 22 - LONGEST_COMMENT);
  for (let at = bytes.length - 22; at >= lowest; at--) if (bytes.readUInt32LE(at) === END) return at;
  throw new FileRefused('file_broken');
}
