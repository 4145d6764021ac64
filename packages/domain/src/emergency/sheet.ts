import type { Language, Localized } from '../text.ts';

export interface EmergencyNumber {
  readonly number: string;
  readonly label: Localized;
}

/** Numbers of mainland France, where our sites are; 112 works everywhere in Europe and first. */
export const EMERGENCY_NUMBERS: readonly EmergencyNumber[] = [
  { number: '112', label: { fr: 'Numéro d’urgence européen', en: 'European emergency number' } },
  { number: '18', label: { fr: 'Pompiers', en: 'Fire service' } },
  { number: '15', label: { fr: 'SAMU', en: 'Ambulance' } },
  { number: '17', label: { fr: 'Police, gendarmerie', en: 'Police' } },
];

/** First words of the sheet, in the largest type: the rescuer is the second victim. */
export const EMERGENCY_WARNING: Localized = {
  fr: 'Ne touchez pas la victime avant coupure ou mise à distance.',
  en: 'Do not touch the victim before the power is cut or they are clear of it.',
};

/** Coordinates to be read out over the phone: five decimals are a metre. Null where the site has none. */
export function spokenCoordinates({ lat, lon }: { lat: number | null; lon: number | null }, language: Language): string | null {
  if (lat === null || lon === null) return null;
  const side = (value: number, positive: string, negative: string) => `${degrees(Math.abs(value), language)}° ${value < 0 ? negative : positive}`;
  return `${side(lat, 'N', 'S')}, ${side(lon, 'E', language === 'fr' ? 'O' : 'W')}`;
}

const degrees = (value: number, language: Language): string => value.toFixed(5).replace('.', language === 'fr' ? ',' : '.');
