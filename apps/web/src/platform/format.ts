import { type Language, useLanguage } from './preferences.ts';
import { FIXED, typographic, withUnit } from './typography.ts';

/** `Intl` objects are slow to make; each is made once. */
const once = <T>(make: (key: string) => T): ((key: string) => T) => {
  const made = new Map<string, T>();
  return (key) => {
    const known = made.get(key) ?? make(key);
    made.set(key, known);
    return known;
  };
};

/** English here is British: day before month, 24 hours. */
const localeOf = (language: Language): string => (language === 'fr' ? 'fr-FR' : 'en-GB');

const STYLES = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  short: { day: '2-digit', month: '2-digit', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit' },
  offset: { timeZoneName: 'shortOffset' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

type Style = keyof typeof STYLES;

const dateFormat = once((key) => {
  const [locale = '', style = 'day', timeZone = ''] = key.split('|');
  return new Intl.DateTimeFormat(locale, { ...STYLES[style as Style], ...(timeZone === '' ? {} : { timeZone }) });
});
const numberFormat = once((key) => {
  const [locale = '', decimals = '0'] = key.split('|');
  return new Intl.NumberFormat(locale, { minimumFractionDigits: Number(decimals), maximumFractionDigits: Number(decimals) });
});
const relativeFormat = once((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));

const SIZES = { fr: ['o', 'ko', 'Mo', 'Go'], en: ['B', 'kB', 'MB', 'GB'] } as const;
const AGES = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** How a language writes dates, numbers, sizes and durations. Instants are ms since 1970; the time zone is the device's unless the site's is given. */
export interface Format {
  readonly language: Language;
  /** `14 mars 2026` */
  day(at: number, timeZone?: string): string;
  /** `vendredi 14 mars` */
  weekday(at: number, timeZone?: string): string;
  /** `14/03/2026` */
  shortDay(at: number, timeZone?: string): string;
  /** `15:04` */
  time(at: number, timeZone?: string): string;
  /** `14 mars 2026, 15:04`; with `UTC+1` where the clocks of that time zone are not the device's. */
  moment(at: number, timeZone?: string): string;
  /** `il y a 2 heures`, `à l’instant` */
  ago(at: number, now: number): string;
  /** A canonical decimal string (`-12.40`) as the language writes it (`−12,40`), every digit kept. */
  decimal(canonical: string): string;
  /** A reading with its unit, never on two lines. */
  reading(canonical: string, unit: string): string;
  number(value: number, decimals?: number): string;
  /** `1,4 Mo` */
  bytes(count: number): string;
  /** `45 min`, `1 h 30` */
  duration(minutes: number): string;
  /** `Anne, Paul et Zoé` */
  list(items: readonly string[]): string;
  /** `Anne, Paul ou Zoé` */
  oneOf(items: readonly string[]): string;
}

function formatOf(language: Language): Format {
  const locale = localeOf(language);
  const date = (style: Style, at: number, timeZone = '') => dateFormat(`${locale}|${style}|${timeZone}`).format(at);
  const number = (value: number, decimals = 0) => numberFormat(`${locale}|${decimals}`).format(value);
  const decimal = (canonical: string) => {
    const [whole = '', fraction] = canonical.replace('-', '').split('.');
    const sign = canonical.startsWith('-') ? '−' : '';
    // Grouped as text: a long reading must not lose digits on its way through a float.
    const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, language === 'fr' ? '\u202f' : ',') : whole;
    return `${sign}${grouped}${fraction === undefined ? '' : `${language === 'fr' ? ',' : '.'}${fraction}`}`;
  };
  const time = (at: number, timeZone?: string) => date('time', at, timeZone);
  const offset = (at: number, timeZone = '') =>
    dateFormat(`${locale}|offset|${timeZone}`)
      .formatToParts(at)
      .find(({ type }) => type === 'timeZoneName')?.value;
  const elsewhere = (at: number, timeZone?: string) => (offset(at, timeZone) === offset(at) ? '' : `${FIXED}${offset(at, timeZone)}`);
  return {
    language,
    day: (at, timeZone) => date('day', at, timeZone),
    weekday: (at, timeZone) => date('weekday', at, timeZone),
    shortDay: (at, timeZone) => date('short', at, timeZone),
    time,
    moment: (at, timeZone) => `${date('day', at, timeZone)}, ${time(at, timeZone)}${elsewhere(at, timeZone)}`,
    ago: (at, now) => ago(locale, at - now),
    decimal,
    reading: (canonical, unit) => withUnit(decimal(canonical), unit),
    number,
    bytes: (count) => {
      const step = Math.min(3, Math.floor(Math.log10(Math.max(count, 1)) / 3));
      return withUnit(number(count / 1000 ** step, step > 1 ? 1 : 0), SIZES[language][step] ?? '');
    },
    duration: (minutes) => durationOf(Math.round(minutes)),
    list: (items) => typographic(new Intl.ListFormat(locale, { type: 'conjunction' }).format(items)),
    oneOf: (items) => typographic(new Intl.ListFormat(locale, { type: 'disjunction' }).format(items)),
  };
}

function ago(locale: string, difference: number): string {
  const [unit, size] = AGES.find(([, ms]) => Math.abs(difference) >= ms) ?? ['second', Number.POSITIVE_INFINITY];
  return relativeFormat(locale)
    .format(Math.trunc(difference / size), unit)
    .replace(/(\d) /, `$1${FIXED}`);
}

function durationOf(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return withUnit(String(rest), 'min');
  return withUnit(String(hours), rest === 0 ? 'h' : `h\u00a0${String(rest).padStart(2, '0')}`);
}

const formats: Readonly<Record<Language, Format>> = { fr: formatOf('fr'), en: formatOf('en') };

export const formatIn = (language: Language): Format => formats[language];
export const useFormat = (): Format => formats[useLanguage()];
