import { type Language, useLanguage } from '../../platform/preferences.ts';

const locale = (language: Language) => (language === 'fr' ? 'fr-FR' : 'en-GB');
const midMonth = (month: string): Date => new Date(`${month}-15T12:00:00Z`);

/** `novembre 2026` of `2026-11`. */
export const monthText = (month: string, language: Language): string =>
  new Intl.DateTimeFormat(locale(language), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(midMonth(month));

/** `nov.` */
export const monthShort = (month: string, language: Language): string =>
  new Intl.DateTimeFormat(locale(language), { month: 'short', timeZone: 'UTC' }).format(midMonth(month));

/** A month and those before it, the newest first. */
export function monthsBefore(month: string, count: number): string[] {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return Array.from({ length: count }, (_, back) => new Date(Date.UTC(year, number - 1 - back, 15)).toISOString().slice(0, 7));
}

export function useMonthText(): (month: string) => string {
  const language = useLanguage();
  return (month) => monthText(month, language);
}
