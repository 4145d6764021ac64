import { plural } from './plural.ts';
import type { Language } from './preferences.ts';

const NOUNS = {
  fr: { record: { one: '# relevé', other: '# relevés' }, photo: { one: '# photo', other: '# photos' }, and: ' et ' },
  en: { record: { one: '# record', other: '# records' }, photo: { one: '# photo', other: '# photos' }, and: ' and ' },
} as const;

/** `3 records`. */
export const recordCount = (language: Language, records: number): string => plural(language, records, NOUNS[language].record);

/** `1 photo`. */
export const photoCount = (language: Language, photos: number): string => plural(language, photos, NOUNS[language].photo);

/** `3 records and 1 photo`; of what there is none of, nothing is said, unless there is none of either. */
export function workCount(language: Language, records: number, photos: number): string {
  if (photos === 0) return recordCount(language, records);
  return records === 0 ? photoCount(language, photos) : `${recordCount(language, records)}${NOUNS[language].and}${photoCount(language, photos)}`;
}
