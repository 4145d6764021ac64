import type { Output } from '../../../platform/rpc.ts';

export type SiteItem = Output<'site.get'>['site'];

export const EMERGENCY = ['gate', 'meetingPoint', 'shutOff', 'controlRoom', 'hospital', 'fireStation'] as const;
export const FIELDS = ['name', 'code', 'timeZone', 'address', 'lat', 'lon', ...EMERGENCY] as const;
export type SiteField = (typeof FIELDS)[number];
/** What is in the form, as it was typed. */
export type SiteDraft = Readonly<Record<SiteField, string>>;

export type Problem = 'nameNeeded' | 'codeNeeded' | 'badLat' | 'badLon' | 'onePlace' | 'badZone' | 'codeTaken';
export type Problems = Partial<Record<SiteField, Problem>>;

export const emptySite = (timeZone: string): SiteDraft => ({
  ...{ name: '', code: '', timeZone, address: '', lat: '', lon: '' },
  ...{ gate: '', meetingPoint: '', shutOff: '', controlRoom: '', hospital: '', fireStation: '' },
});

/** A stored site as the form shows it. @param decimal how the reader writes numbers */
export const draftOf = ({ name, code, timeZone, address, lat, lon, emergency }: SiteItem, decimal: (canonical: string) => string): SiteDraft => ({
  ...{ name, code, timeZone, address },
  lat: lat === null ? '' : decimal(String(lat)),
  lon: lon === null ? '' : decimal(String(lon)),
  ...emergency,
});

/** Degrees as people type them, with a comma or a point; null for nothing, NaN for what is no such number. */
export function readDegrees(typed: string, most: number): number | null {
  const text = typed.trim().replace(',', '.').replace('−', '-');
  if (text === '') return null;
  const degrees = /^[+-]?\d{1,3}(\.\d{1,12})?$/.test(text) ? Number(text) : Number.NaN;
  return Math.abs(degrees) <= most ? degrees : Number.NaN;
}

/** The form as the server takes it; problems by field where it cannot. */
export function readSite(draft: SiteDraft) {
  const [lat, lon] = [readDegrees(draft.lat, 90), readDegrees(draft.lon, 180)];
  const problems: Problems = {
    ...(draft.name.trim() === '' ? { name: 'nameNeeded' } : {}),
    ...(draft.code.trim() === '' ? { code: 'codeNeeded' } : {}),
    ...(lat === null && lon !== null ? { lat: 'onePlace' } : {}),
    ...(lon === null && lat !== null ? { lon: 'onePlace' } : {}),
    ...(Number.isNaN(lat) ? { lat: 'badLat' } : {}),
    ...(Number.isNaN(lon) ? { lon: 'badLon' } : {}),
  };
  const { gate, meetingPoint, shutOff, controlRoom, hospital, fireStation } = draft;
  const input = {
    ...{ name: draft.name.trim(), code: draft.code.trim(), timeZone: draft.timeZone, address: draft.address.trim(), lat, lon },
    emergency: { gate, meetingPoint, shutOff, controlRoom, hospital, fireStation },
  };
  return { input, problems, isSound: Object.keys(problems).length === 0 };
}
