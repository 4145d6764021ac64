export interface Limits {
  min: number | null;
  max: number | null;
  /** Inside the limits, but to be watched beyond these. */
  watchMin?: number | null | undefined;
  watchMax?: number | null | undefined;
}

/** Where the limits are drawn, as shares of the width: what is outside them needs room too. */
const low = 0.18;
const high = 0.82;
const margin = 0.04;

/** 0 to 1 for 0 to infinity: far values crowd towards the edge, and none leaves the picture. */
const crowd = (distance: number) => distance / (1 + distance);

/** Where a value is drawn, as a share of the width. Between two limits the scale is true; beyond a limit, and where there is one alone, it crowds. */
export function placeOf(value: number, { min, max }: Limits): number {
  if (min !== null && max !== null && max > min) {
    const share = (value - min) / (max - min);
    if (share < 0) return low - (low - margin) * crowd(-share * 4);
    if (share > 1) return high + (1 - margin - high) * crowd((share - 1) * 4);
    return low + (high - low) * share;
  }
  const limit = min ?? max ?? 0;
  const unit = Math.abs(limit) || 1;
  const isUpper = min === null;
  const distance = Math.abs(value - limit) / unit;
  const isAbove = value >= limit;
  const origin = isUpper ? high : low;
  return isAbove ? origin + (1 - margin - origin) * crowd(distance) : origin - (origin - margin) * crowd(distance * (isUpper ? 1 : 4));
}

/** Between a limit and where watching starts. */
export interface WatchedZone {
  from: number;
  to: number;
  /** The side towards the middle. */
  edge: number;
}

export interface Band {
  from: number;
  to: number;
  watched: readonly WatchedZone[];
}

/** The band from limit to limit; to the edge on the side that has none. */
export function bandOf(limits: Limits): Band | null {
  const { min, max, watchMin = null, watchMax = null } = limits;
  if (min === null && max === null) return null;
  const from = min === null ? 0 : low;
  const to = max === null ? 1 : high;
  const lower = watchMin === null ? from : placeOf(watchMin, limits);
  const upper = watchMax === null ? to : placeOf(watchMax, limits);
  const watched = [
    { from, to: lower, edge: lower },
    { from: upper, to, edge: upper },
  ];
  return { from, to, watched: watched.filter((zone) => zone.to > zone.from) };
}
