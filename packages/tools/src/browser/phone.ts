import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from './chromium.ts';
import { killProfile } from './kill.ts';

export interface PhoneOptions {
  readonly origin: string;
  /** Folder of the browser's data. Given again after a kill, it is the same phone. */
  readonly profileDir?: string;
  readonly language?: 'fr' | 'en';
  /** What the system prefers; sun mode is chosen inside the app. */
  readonly theme?: 'light' | 'dark';
  /** CSS pixels; a phone of 390 × 844 unless said otherwise. */
  readonly size?: { readonly width: number; readonly height: number };
  /** Where the phone is, in degrees. */
  readonly position?: { readonly latitude: number; readonly longitude: number };
  /** Switches of the browser beside those of every journey. */
  readonly switches?: readonly string[];
}

/** A person's phone: a browser with its own storage, which can lose its network, its power and its disk space. */
export interface Phone {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly profileDir: string;
  /** The service worker has no network either while it is off. */
  setOnline(isOnline: boolean): Promise<void>;
  /** Slows the page's processor by a factor: 6 is the phone of the bars, 1 the machine itself. */
  slowDown(factor: number): Promise<void>;
  /**
   * Limits the storage of the app's origin to so many bytes; null gives the disk back. Chromium keeps the free space it last saw for 30 s:
   * limit it before the app first writes, or wait that long. Giving it back is felt at once.
   */
  limitStorage(bytes: number | null): Promise<void>;
  /** A session of the DevTools protocol on the page. */
  devtools(): Promise<CDPSession>;
  /** Ends every process of the browser at once, in the middle of whatever it does. The profile stays. */
  kill(): Promise<void>;
  /** Closes the browser in good order. A profile of its own goes with it. */
  close(): Promise<void>;
}

/** A tap that finds nothing to tap ends here, with its name, and not at the end of the whole journey. */
const PATIENCE_MS = 20_000;
const PHONE = { width: 390, height: 844 };
/** A roof in Lyon. */
const POSITION = { latitude: 45.7578, longitude: 4.832 };

export async function launchPhone({
  origin,
  profileDir,
  language = 'fr',
  theme = 'light',
  size = PHONE,
  position = POSITION,
  switches = [],
}: PhoneOptions): Promise<Phone> {
  const folder = profileDir ?? (await mkdtemp(join(tmpdir(), 'heliograph-phone-')));
  const isPhone = size.width < 768;
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: findChromium(),
    args: [...CHROMIUM_FLAGS, ...switches],
    baseURL: origin,
    viewport: size,
    isMobile: isPhone,
    hasTouch: isPhone,
    locale: language === 'fr' ? 'fr-FR' : 'en-GB',
    timezoneId: 'Europe/Paris',
    colorScheme: theme,
    geolocation: position,
    permissions: ['geolocation'],
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = context.pages()[0] ?? (await context.newPage());
  const session = () => context.newCDPSession(page);
  return {
    context,
    page,
    profileDir: folder,
    setOnline: (isOnline) => context.setOffline(!isOnline),
    slowDown: async (rate) => {
      await (await session()).send('Emulation.setCPUThrottlingRate', { rate });
    },
    limitStorage: async (bytes) => {
      await (await session()).send('Storage.overrideQuotaForOrigin', bytes === null ? { origin } : { origin, quotaSize: bytes });
    },
    devtools: session,
    kill: () => killProfile(folder),
    close: async () => {
      await context.close();
      if (profileDir === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}
