import { cell, type Readable } from '../view/readable.ts';

/** The network as far as the browser tells of it: Chromium on Android does, others leave it out. */
export interface Link {
  readonly type?: string | undefined;
  addEventListener(event: 'change', listener: () => void): void;
  removeEventListener(event: 'change', listener: () => void): void;
}

interface PhotoRule {
  /** The organisation's wish; undefined while it has not been read. */
  readonly isWifiOnly: boolean | undefined;
  /** `NetworkInformation.type`. */
  readonly type: string | undefined;
  /** The person said that they shall go all the same. */
  readonly isAllowed: boolean;
}

const MOBILE_DATA: ReadonlySet<string> = new Set(['cellular', 'wimax']);

/** Whether photos wait for Wi-Fi now. Where the browser does not say what it is on they go: evidence that never arrives costs more than data. */
export const waitsForWifi = ({ isWifiOnly, type, isAllowed }: PhotoRule): boolean =>
  (isWifiOnly ?? true) && !isAllowed && MOBILE_DATA.has(type ?? '');

/** What keeps photos, and nothing else, on the phone while it is on mobile data. */
export interface PhotoGate {
  /** Photos are held back now. */
  readonly isHeld: Readable<boolean>;
  /** Lets what waits now go on this network. */
  allow(): void;
  /** Everything that waited has gone: the next photo waits for Wi-Fi again. */
  settle(): void;
  close(): void;
}

export function openPhotoGate(wish: Readable<boolean | undefined>, link: Link | undefined): PhotoGate {
  const isHeld = cell(false);
  let isAllowed = false;
  const look = () => isHeld.set(waitsForWifi({ isWifiOnly: wish.get(), type: link?.type, isAllowed }));
  const allow = (is: boolean) => () => {
    isAllowed = is;
    look();
  };
  const end = wish.subscribe(look);
  link?.addEventListener('change', look);
  look();
  return {
    isHeld,
    allow: allow(true),
    settle: allow(false),
    close: () => {
      end();
      link?.removeEventListener('change', look);
    },
  };
}
