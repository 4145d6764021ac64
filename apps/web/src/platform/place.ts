'use client';

import type { Place, Site } from '@heliograph/domain';

const EARTH_M = 6_371_000;
/** A photo waits for its place no longer than this, ms. */
const PATIENCE_MS = 2_500;
const FRESH_MS = 60_000;

/**
 * Where the phone is, as far as the organisation's policy lets it be kept: nothing, the distance to the site, or the position.
 * Null where it is not wanted, not allowed, or not known in time: the record is worth more than its place.
 */
export async function currentPlace(policy: 'off' | 'distance' | 'exact', site: Pick<Site, 'lat' | 'lon'> | null): Promise<Place | null> {
  if (policy === 'off' || !('geolocation' in navigator)) return null;
  const found = await position();
  if (found === null) return null;
  const { latitude: lat, longitude: lon, accuracy } = found.coords;
  if (policy === 'exact') return { policy, lat, lon, accuracy: Math.round(accuracy) };
  if (site === null || site.lat === null || site.lon === null) return null;
  return { policy, metres: Math.round(distance({ lat, lon }, { lat: site.lat, lon: site.lon })), accuracy: Math.round(accuracy) };
}

function position(): Promise<GeolocationPosition | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), PATIENCE_MS);
    const finish = (found: GeolocationPosition | null) => {
      clearTimeout(timer);
      resolve(found);
    };
    navigator.geolocation.getCurrentPosition(finish, () => finish(null), { enableHighAccuracy: true, maximumAge: FRESH_MS, timeout: PATIENCE_MS });
  });
}

interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** Great-circle distance (haversine), m. */
export function distance(a: Point, b: Point): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (degrees: number) => Math.sin(radians(degrees) / 2) ** 2;
  const h = half(b.lat - a.lat) + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * half(b.lon - a.lon);
  return 2 * EARTH_M * Math.asin(Math.min(1, Math.sqrt(h)));
}
