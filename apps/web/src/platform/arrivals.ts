const KEY = 'heliograph.procedures-since';
/** More versions than a phone ever holds; the oldest are forgotten first. */
const MOST = 500;

function arrivals(): [string, number][] {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(read) ? read : [];
  } catch {
    return [];
  }
}

/** The bytes of a version came onto this device. @param at device wall clock, ms */
export function noteArrival(hash: string, at: number): void {
  try {
    localStorage.setItem(KEY, JSON.stringify([...arrivals().filter(([one]) => one !== hash), [hash, at]].slice(-MOST)));
  } catch {
    // Full: the version is here all the same, only not since when.
  }
}

/** When a version came onto this device, ms; null where nobody noted it. */
export const arrivedAt = (hash: string): number | null => arrivals().find(([one]) => one === hash)?.[1] ?? null;
