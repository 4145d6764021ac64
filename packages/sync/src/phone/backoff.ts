/** Longest wait between two tries while the app is on screen, and while it is not, ms (decision 27). */
export const CAP_VISIBLE_MS = 45_000;
export const CAP_HIDDEN_MS = 300_000;
const FIRST_MS = 1_000;

/**
 * Full jitter: a random wait below 1 s · 2^failures, capped; never shorter than the server asked for. After an outage a thousand phones
 * come back spread out instead of together (H28).
 * @param random a number in [0, 1)
 */
export function retryDelay(
  failures: number,
  random: number,
  { isVisible, retryAfterMs }: { isVisible: boolean; retryAfterMs: number | null },
): number {
  const cap = isVisible ? CAP_VISIBLE_MS : CAP_HIDDEN_MS;
  return Math.max(random * Math.min(cap, FIRST_MS * 2 ** Math.min(failures, 20)), retryAfterMs ?? 0);
}
