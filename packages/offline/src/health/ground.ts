export type Storing = 'kept' | 'full' | 'refused';

export interface Surroundings {
  readonly userAgent: string;
  readonly maxTouchPoints: number;
  /** `display-mode: standalone`, or WebKit's own `navigator.standalone`. */
  readonly isInstalled: boolean;
  /** Whether a real strict write was read back, and where it was not, whether for want of room. */
  readonly storage: Storing;
}

/**
 * Whether work may be recorded here. `install_first`: a Safari tab on iOS, whose storage is deleted after seven days without a visit and is
 * not shared with the installed app (H1, H2). `full`: this phone has no room left. `read_only`: nothing written here stays (private mode, H14);
 * memory is never a substitute.
 */
export type Ground = 'ready' | 'install_first' | 'full' | 'read_only';

export function groundOf({ userAgent, maxTouchPoints, isInstalled, storage }: Surroundings): Ground {
  if (isIos(userAgent, maxTouchPoints) && !isInstalled) return 'install_first';
  return GROUNDS[storage];
}

const GROUNDS = { kept: 'ready', full: 'full', refused: 'read_only' } as const satisfies Record<Storing, Ground>;

/** Every browser on iOS is WebKit. An iPad says it is a Mac; no Mac has a touch screen. */
export const isIos = (userAgent: string, maxTouchPoints: number): boolean =>
  /iPhone|iPad|iPod/.test(userAgent) || (userAgent.includes('Macintosh') && maxTouchPoints > 1);
