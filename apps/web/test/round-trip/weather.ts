import type { createWorld } from '@heliograph/sync/simulator';

export type World = ReturnType<typeof createWorld>;

/** What can happen to one call. At most one of them does, beside the time it takes. */
export const TROUBLES = [
  ...(['lost_request', 'lost_answer', 'sent_twice', 'black_hole', 'captive_portal', 'hotspot_401', 'bad_gateway'] as const),
  ...(['gateway_timeout', 'cut_answer', 'short_answer', 'replayed_answer', 'sent_again'] as const),
] as const;
export type Trouble = (typeof TROUBLES)[number];

/** How bad the links of one run are: drawn from its seed, so that some runs are calm and some are hell. */
export interface Weather {
  readonly chances: Readonly<Record<Trouble, number>>;
  /** Longest way of one message, ms. */
  readonly latency: number;
  /** Operations in one request that the proxy lets pass; beyond it says 413. */
  readonly largestBatch: number;
}

const MOST: Readonly<Record<Trouble, number>> = {
  ...{ lost_request: 0.15, lost_answer: 0.2, sent_twice: 0.2, black_hole: 0.01, captive_portal: 0.04, hotspot_401: 0.03, bad_gateway: 0.04 },
  ...{ gateway_timeout: 0.05, cut_answer: 0.05, short_answer: 0.05, replayed_answer: 0.05, sent_again: 0.05 },
};

export function drawWeather(world: World): Weather {
  const chances = Object.fromEntries(TROUBLES.map((trouble) => [trouble, world.chance(0.25) ? 0 : world.random() * MOST[trouble]]));
  // One entry was just made for each trouble.
  return { chances: chances as Weather['chances'], latency: 1 + world.below(25), largestBatch: world.chance(0.4) ? 1 + world.below(4) : 1000 };
}

export const calm: Weather = {
  // One entry is made for each trouble.
  chances: Object.fromEntries(TROUBLES.map((trouble) => [trouble, 0])) as Weather['chances'],
  latency: 0,
  largestBatch: 1000,
};

export function drawTrouble(world: World, { chances }: Weather): Trouble | null {
  let left = world.random();
  for (const trouble of TROUBLES) {
    left -= chances[trouble];
    if (left < 0) return trouble;
  }
  return null;
}
