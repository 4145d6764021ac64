import type { Envelope } from '@heliograph/domain';
import { abandonUnsent, type Entry, type Owner, openPhone, type Phone, uploadPhotos } from '@heliograph/sync';
import { openCache } from '../cache/cache.ts';
import { measureRoom } from '../health/health.ts';
import { openOutbox } from '../outbox/outbox.ts';
import { webClock, webHasher, webRandom } from '../platform/web.ts';
import { exchangeLock } from '../sender/lock.ts';
import { type Link, openPhotoGate } from '../sender/photo-gate.ts';
import { type Sender, type SenderPorts, startSender } from '../sender/sender.ts';
import { withSentinel } from '../sentinel/keep.ts';
import { openLosses, tellingLosses, type Unread } from '../sentinel/losses.ts';
import { openSentinel } from '../sentinel/sentinel.ts';
import { withSpare } from '../spare/mirror.ts';
import { settleLoss } from '../spare/settle-loss.ts';
import { clearSpare, openSpare } from '../spare/spare.ts';
import { openTransport, type Wire } from '../transport/exchange-transport.ts';
import { openPace } from '../transport/pace.ts';
import { openPhotoTransport } from '../transport/photo-transport.ts';
import { yielding } from '../transport/yielding.ts';
import { createLocalView, type LocalView } from '../view/local-view.ts';
import { cell, type Readable } from '../view/readable.ts';

export interface FieldOptions {
  readonly owner: Owner;
  readonly build: string;
  /** Page load number, growing. */
  readonly session: number;
  readonly wire?: Wire;
  /** When the first screen stands: the first exchange waits for it. */
  readonly settled?: Promise<unknown>;
  isVisible(): boolean;
  /** Whether the browser says that there is no network. */
  isCutOff?(): boolean;
  /** The disk failed where nobody waits for an answer. */
  onTrouble(error: unknown): void;
  /** Bytes of a photo sent at once; without it, as many as the link has shown that it carries. */
  sliceBytes?(): number;
  /** What network the phone is on, where its browser tells: photos may have to wait for another. */
  readonly link?: Link | undefined;
}

/** Everything the field app needs of one person's phone, wired once. */
export interface Field {
  /** Unsent work that was gone at a start, for good or until the spare brought it back, until its person has read it: shown by its count (H3). */
  readonly loss: Readable<Unread | null>;
  readonly phone: Phone;
  readonly view: LocalView;
  readonly sender: Sender;
  /** Photos wait for Wi-Fi, as the organisation wishes: records go on as ever. */
  readonly arePhotosHeld: Readable<boolean>;
  /** Those that wait now go on this network all the same. */
  sendPhotosNow(): void;
  /** The person has read what was lost. Until then every start says it again. */
  lossSeen(): Promise<void>;
  /** Deletes what was not sent, as its author asked in so many words. What the server has stays. */
  abandon(): Promise<void>;
  /** Keeps entries and wakes the sender. Show the tick when it resolves, and only then. */
  record(entries: readonly Entry[]): Promise<readonly Envelope[]>;
  close(): void;
}

/**
 * Opens one person's phone and starts sending.
 * @throws StorageError when the outbox cannot be opened: the rescue page's matter
 */
export async function openField(options: FieldOptions): Promise<Field> {
  const { owner, build, session, wire, settled, isVisible, onTrouble, sliceBytes, link } = options;
  const [disk, cache, sentinel] = [openOutbox(owner), openCache(owner), openSentinel(owner)];
  // Opened meanwhile; whoever reads it next is told when it cannot be.
  cache.read((tx) => tx.meta()).catch(() => undefined);
  const [losses, spare] = [openLosses(owner), openSpare(owner)];
  const isSettled = await settleLoss({ outbox: disk, sentinel, losses, spare });
  const loss = cell<Unread | null>((await losses.read())?.unread ?? null);
  const hasRoom = async (more: number) => (await measureRoom(navigator.storage, more)).level !== 'low';
  const noted = withSentinel(disk, { sentinel, onTrouble });
  // What had no room yet is kept for the next start.
  const mirrored = isSettled ? withSpare(noted, { spare, hasRoom }) : { outbox: noted, follow: async () => undefined };
  void settled?.then(mirrored.follow);
  const view = createLocalView({ owner, outbox: mirrored.outbox, cache });
  // The office hears of a loss with the first exchange that reaches it, whether or not the person has read it here.
  const transport = tellingLosses(openTransport(wire), losses);
  const phone = await openPhone({ owner, build, session, transport, outbox: view.outbox, cache: view.cache, clock: webClock, random: webRandom });
  const gate = openPhotoGate(wifiWish(view), link);
  const pace = openPace(webClock.monotonic);
  const upload: SenderPorts['upload'] = async (shouldYield) => {
    if (gate.isHeld.get()) return { kind: 'stored' };
    const offset = (await disk.read((tx) => tx.meta()))?.offset ?? 0;
    const now = () => webClock.now() + offset;
    const transport = yielding(pace.of(openPhotoTransport(wire)), () => shouldYield() || gate.isHeld.get());
    const ended = await uploadPhotos({ outbox: view.outbox, transport, hasher: webHasher, now, sliceBytes: sliceBytes ?? pace.bytes, atOnce: 2 });
    // Left the Wi-Fi in the middle: that is no trouble of the network's.
    if (gate.isHeld.get()) return { kind: 'stored' };
    if (ended.kind === 'stored') gate.settle();
    return ended;
  };
  const lock = exchangeLock(owner, webClock.monotonic);
  const isCutOff = () => options.isCutOff?.() ?? false;
  const sender = startSender({ exchange: phone.exchange, upload, lock, isVisible, isCutOff, random: Math.random, begin: settled, onTrouble });
  const unwatch = gate.isHeld.subscribe(() => gate.isHeld.get() || sender.wake('look'));
  return {
    ...{ loss, phone, view, sender, arePhotosHeld: gate.isHeld },
    sendPhotosNow: () => {
      gate.allow();
      sender.wake('tap');
    },
    lossSeen: async () => {
      await losses.seen();
      loss.set(null);
    },
    abandon: async () => {
      // The copy first: whatever is left of it at the next start would be taken for work that was lost.
      await clearSpare(spare);
      await view.outbox.write((tx) => abandonUnsent(tx, webRandom));
      await mirrored.follow();
    },
    record: async (entries) => {
      const operations = await phone.record(entries);
      sender.wake('record');
      return operations;
    },
    close: () => {
      sender.stop();
      unwatch();
      gate.close();
      view.close();
      disk.close();
      cache.close();
    },
  };
}

/** Undefined until the disk has answered. */
const wifiWish = ({ refs }: LocalView): Readable<boolean | undefined> => {
  const organisation = refs('organisation');
  const get = () => {
    const rows = organisation.get();
    return rows === undefined ? undefined : (rows[0]?.photosWifiOnly ?? false);
  };
  return { get, subscribe: organisation.subscribe };
};
