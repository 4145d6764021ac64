import { type Envelope, envelopeSchema } from '@heliograph/domain';
import type { Hasher } from '../phone/ports.ts';
import { CHECK_DIGITS, DamagedRescue, MAGIC, RESCUE_VERSION, type RescueHead, type RescuePhoto, rescueHeadSchema } from './format.ts';
import { checkOf } from './write.ts';

/** A file, read piece by piece: a day of photos never lies in memory as a whole. */
export interface ByteSource {
  readonly size: number;
  /** Bytes from `from` up to, not including, `to`; fewer where the file ends before. */
  read(from: number, to: number): Promise<Uint8Array<ArrayBuffer>>;
  /** The same as UTF-8; what is none becomes something that no check allows. */
  text(from: number, to: number): Promise<string>;
}

/** A rescue file that is whole: every record and every photo is what its check says. */
export interface Rescue {
  readonly head: RescueHead;
  /** In the order in which they were recorded. */
  readonly operations: readonly Envelope[];
  /** The bytes of one of the head's photos. */
  photo(sha: RescuePhoto['sha']): Promise<Uint8Array<ArrayBuffer>>;
}

/** Longer than the first line can be. */
const FIRST_BYTES = 64;
/** More text than any phone ever held, so that a wrong number is not believed. */
const MOST_TEXT = 268_435_456;

/**
 * Reads and checks the whole file before anything of it is used.
 * @throws DamagedRescue with the place
 */
export async function readRescue(source: ByteSource, hasher: Hasher): Promise<Rescue> {
  const { begin, end } = await textIn(source);
  const lines = (await source.text(begin, end)).split('\n');
  const head = await headIn(lines[0], hasher);
  const operations: Envelope[] = [];
  for (let n = 1; n <= head.operations; n++) {
    const read = envelopeSchema.safeParse(await checked(lines[n], hasher));
    if (!read.success) throw new DamagedRescue({ kind: 'record', n, of: head.operations });
    operations.push(read.data);
  }
  if (lines.length !== head.operations + 2) throw new DamagedRescue({ kind: 'longer' });
  const places = placesOf(head.photos, end);
  await checkPhotos({ source, hasher, head, places, end });
  return {
    head,
    operations,
    photo: async (sha) => {
      const place = places.get(sha);
      if (place === undefined) throw new Error('no such photo in the file');
      return source.read(place.from, place.to);
    },
  };
}

async function textIn(source: ByteSource): Promise<{ begin: number; end: number }> {
  const first = await source.text(0, Math.min(FIRST_BYTES, source.size));
  const [line = ''] = first.split('\n', 1);
  const [magic, version, bytes] = line.split(' ');
  if (magic !== MAGIC || version === undefined || !/^\d+$/.test(version)) throw new DamagedRescue({ kind: 'not_ours' });
  if (Number(version) > RESCUE_VERSION) throw new DamagedRescue({ kind: 'newer' });
  if (bytes === undefined || !/^\d+$/.test(bytes) || Number(bytes) > MOST_TEXT) throw new DamagedRescue({ kind: 'head' });
  const begin = line.length + 1;
  return { begin, end: begin + Number(bytes) };
}

async function headIn(line: string | undefined, hasher: Hasher): Promise<RescueHead> {
  const read = rescueHeadSchema.safeParse(await checked(line, hasher));
  if (!read.success) throw new DamagedRescue({ kind: 'head' });
  return read.data;
}

/** What a line says; null where its check does not hold. */
async function checked(line: string | undefined, hasher: Hasher): Promise<unknown> {
  const text = line?.slice(CHECK_DIGITS + 1) ?? '';
  if (line === undefined || line.slice(0, CHECK_DIGITS + 1) !== `${await checkOf(text, hasher)} `) return null;
  return JSON.parse(text);
}

type Places = ReadonlyMap<string, { readonly from: number; readonly to: number }>;

function placesOf(photos: readonly RescuePhoto[], begin: number): Places {
  let from = begin;
  return new Map(
    photos.map(({ sha, size }) => {
      const place = { from, to: from + size };
      from = place.to;
      return [sha, place];
    }),
  );
}

interface Checking {
  readonly source: ByteSource;
  readonly hasher: Hasher;
  readonly head: RescueHead;
  readonly places: Places;
  /** Where the text ends and the first photo begins. */
  readonly end: number;
}

async function checkPhotos({ source, hasher, head, places, end }: Checking): Promise<void> {
  for (const [at, { sha }] of head.photos.entries()) {
    const place = places.get(sha);
    const bytes = place === undefined ? null : await source.read(place.from, place.to);
    if (bytes === null || (await hasher.sha256(bytes)) !== sha) throw new DamagedRescue({ kind: 'photo', n: at + 1, of: head.photos.length });
  }
  const last = Math.max(...[...places.values()].map(({ to }) => to), end);
  if (source.size > last) throw new DamagedRescue({ kind: 'longer' });
}
