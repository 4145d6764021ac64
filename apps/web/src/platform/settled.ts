/** A first screen has read and painted what it shows within this time, even on a slow phone, ms. */
const STANDING_MS = 800;
/** Longest that anything waits for a first screen: there may be none (a sign-in, a memory that does not open), ms. */
const PATIENCE_MS = 4000;

let stand = (): void => undefined;
const standing = new Promise<void>((resolve) => {
  stand = resolve;
});

/** A screen was put on the page. */
export const noteScreen = (): void => void setTimeout(stand, STANDING_MS);

/** Resolves at an idle moment after the first screen stands: what no first screen needs begins then (sending, fetching, updating). */
export const settled = (): Promise<void> => Promise.race([standing, pause(PATIENCE_MS)]).then(idle);

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The next moment with nothing to do; a moment later in any case. */
export const idle = (): Promise<void> =>
  'requestIdleCallback' in globalThis ? new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: PATIENCE_MS })) : pause(50);
