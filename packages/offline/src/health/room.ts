/** Warn from this share of the quota on, or with less than this free (H4). */
const SHARE = 0.8;
const FREE_BYTES = 200_000_000;

export interface Room {
  /** Bytes. */
  readonly used: number;
  readonly free: number;
  /** `low`: warn, and free what was sent. `unknown`: the browser does not say. */
  readonly level: 'enough' | 'low' | 'unknown';
}

/** Reads the browser's own estimate, which is rough and may be withheld. */
export function readRoom({ usage, quota }: StorageEstimate): Room {
  if (usage === undefined || quota === undefined || quota <= 0) return { used: usage ?? 0, free: 0, level: 'unknown' };
  const free = Math.max(quota - usage, 0);
  return { used: usage, free, level: usage >= quota * SHARE || free < FREE_BYTES ? 'low' : 'enough' };
}
