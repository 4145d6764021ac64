/** A slow link still carries this much, bytes a second; slower than that counts as hanging (H24). */
const SLOWEST = 4096;

export interface Deadline {
  readonly signal: AbortSignal;
  /** Every byte that moved buys its own time, so that a long answer over a slow link is no hang. */
  extend(bytes: number): void;
  /** To be called when it is over, whichever way. */
  clear(): void;
}

/**
 * Ends a request that hangs.
 * @param grace ms before the bytes' own time
 * @param bytes about to be sent
 */
export function deadline(grace: number, bytes: number): Deadline {
  const controller = new AbortController();
  const began = performance.now();
  let allowed = grace + (bytes / SLOWEST) * 1000;
  let timer = setTimeout(() => controller.abort(), allowed);
  return {
    signal: controller.signal,
    extend: (more) => {
      allowed += (more / SLOWEST) * 1000;
      clearTimeout(timer);
      timer = setTimeout(() => controller.abort(), Math.max(allowed - (performance.now() - began), 0));
    },
    clear: () => clearTimeout(timer),
  };
}
