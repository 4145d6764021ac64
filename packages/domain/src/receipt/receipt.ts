import { correctedAt, type LogEntry } from '../execution/log.ts';
import type { PhotoHash } from '../ids.ts';
import { canonicalJson, utf8 } from '../procedure/canonical.ts';

/**
 * How far one record came. `saved`: on the phone alone. `sent`: the server has acknowledged it and the phone has not read it back.
 * `delivered`: it stands in the server's log; of a photo, every byte of it too.
 */
export type Delivery = 'saved' | 'sent' | 'delivered';

export interface ReceiptRecord {
  readonly entry: LogEntry;
  readonly delivery: Delivery;
  /** Name of the photo, where it is one. */
  readonly photo: PhotoHash | null;
}

/** What can be shown of one execution's delivery, to whoever asks. */
export interface Receipt {
  readonly records: readonly ReceiptRecord[];
  readonly count: {
    readonly records: number;
    readonly delivered: number;
    readonly photos: number;
    readonly photosDelivered: number;
    /** Photos of other phones: only the server knows whether their bytes are there. Counted in neither of the two above. */
    readonly photosElsewhere: number;
  };
  /** Capture times, by the devices' clocks brought to the server's, ms; null where nothing was recorded. */
  readonly firstAt: number | null;
  readonly lastAt: number | null;
  /** When the server received the last of it, ms; null while it has none. */
  readonly receivedAt: number | null;
  /** The server's number of the last record that it has. */
  readonly position: number | null;
}

interface Facts {
  /** Whether the server acknowledged an operation that its log does not show here yet. */
  isSent(entry: LogEntry): boolean;
  /** Whether every byte of a photo is at the server; null where nobody here can know. */
  isStored(sha: PhotoHash): boolean | null;
  /** The server was put back to before it knew this work: no number that it once gave stands any more. */
  readonly isForgotten?: boolean;
}

/** @param known in any order; what the server has comes first, in its order, then the rest as it was recorded */
export function receiptOf(known: readonly LogEntry[], { isSent, isStored, isForgotten = false }: Facts): Receipt {
  const log = isForgotten ? known.map((entry) => ({ ...entry, seq: null, serverAt: null })) : known;
  const records = log.toSorted(byPosition).map((entry): ReceiptRecord => {
    const photo = photoIn(entry);
    const isThere = entry.seq !== null && (photo === null || isStored(photo) !== false);
    const delivery = isThere ? 'delivered' : entry.seq !== null || isSent(entry) ? 'sent' : 'saved';
    return { entry, delivery, photo };
  });
  const times = log.map(({ operation }) => correctedAt(operation));
  const photos = records.filter(({ photo }) => photo !== null && isStored(photo) !== null);
  const elsewhere = records.filter(({ photo }) => photo !== null && isStored(photo) === null);
  const isDelivered = ({ delivery }: ReceiptRecord) => delivery === 'delivered';
  return {
    records,
    count: {
      ...{ records: records.length, delivered: records.filter(({ entry }) => entry.seq !== null).length },
      ...{ photos: photos.length, photosDelivered: photos.filter(isDelivered).length },
      photosElsewhere: elsewhere.length,
    },
    firstAt: least(times),
    lastAt: most(times),
    receivedAt: most(log.flatMap(({ serverAt }) => serverAt ?? [])),
    position: most(log.flatMap(({ seq }) => seq ?? [])),
  };
}

/**
 * What a receipt comes to. `whole`: every record and every photo is delivered. `waiting`: all of it is with the server, which cannot apply a
 * part of it yet. `partly`: something is still on its way. `damaged`, `refused`: nothing is on its way, and a person has to see what can no
 * longer go, or was not taken.
 */
export type ReceiptStanding = 'whole' | 'waiting' | 'partly' | 'damaged' | 'refused';

export function receiptStanding({ refused = 0, damaged = 0, ...counted }: CountedDeliveries): ReceiptStanding {
  const standing = deliveryStanding(counted, damaged);
  if (standing === 'partly') return standing;
  return damaged > 0 ? 'damaged' : refused > 0 ? 'refused' : standing;
}

function deliveryStanding({ count, records }: CountedDeliveries, damaged: number): 'whole' | 'waiting' | 'partly' {
  const arePhotosThere = count.photosDelivered + damaged === count.photos;
  if (arePhotosThere && count.delivered === count.records) return 'whole';
  return arePhotosThere && records.every(({ delivery }) => delivery !== 'saved') ? 'waiting' : 'partly';
}

/** What the office keeps of a receipt suffices: records without their content. */
interface CountedDeliveries extends Pick<Receipt, 'count'> {
  readonly records: readonly Pick<ReceiptRecord, 'delivery'>[];
  /** Records that the server did not take and nobody has settled: they stand in no log. */
  readonly refused?: number;
  /** Photos whose bytes went bad on this phone: they go nowhere any more. */
  readonly damaged?: number;
}

/** A record that was refused, as far as it tells what became of it. */
interface Refused extends Pick<LogEntry, 'actor'> {
  readonly address: string | null;
  /** By the device's clock brought to the server's, ms; null where it could not be read. */
  readonly at: number | null;
}

/** Those that their author has not said anew at the same step: whoever corrects a refused record sends another one. */
export function notSaidAgain<R extends Refused>(refused: readonly R[], log: readonly LogEntry[]): R[] {
  const isSaidAgain = ({ actor, address, at }: R) =>
    at !== null && address !== null && log.some((one) => one.actor === actor && one.operation.s === address && correctedAt(one.operation) > at);
  return refused.filter((one) => !isSaidAgain(one));
}

const byPosition = (a: LogEntry, b: LogEntry): number => (a.seq ?? Number.MAX_SAFE_INTEGER) - (b.seq ?? Number.MAX_SAFE_INTEGER);
const most = (values: readonly number[]): number | null => (values.length === 0 ? null : values.reduce((a, b) => Math.max(a, b)));
const least = (values: readonly number[]): number | null => (values.length === 0 ? null : values.reduce((a, b) => Math.min(a, b)));

function photoIn({ operation: { k, p } }: LogEntry): PhotoHash | null {
  const sha = k === 'photo' ? p['sha'] : undefined;
  // A `photo` operation was parsed before it was kept: its hash is one.
  return typeof sha === 'string' ? (sha as PhotoHash) : null;
}

/**
 * What the server holds of an execution in 64 digits: SHA-256 over its records in the server's order, each as RFC 8785 JSON with its number and
 * its author. A phone and the office that hold the same records up to the same position come to the same digits.
 */
export async function fingerprintOf(log: readonly LogEntry[], sha256: (bytes: Uint8Array) => Promise<string>): Promise<string> {
  const lines = log
    .filter(({ seq }) => seq !== null)
    .toSorted(byPosition)
    // The counter means something only inside one outbox, and stays there.
    .map(({ seq, actor, operation: { i: _i, ...operation } }) => canonicalJson({ seq, actor, operation }));
  return sha256(utf8(lines.join('\n')));
}
