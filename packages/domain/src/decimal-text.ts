import { type Decimal, toDecimal } from './decimal.ts';
import type { Language } from './text.ts';

/** What a person's typing means. Nothing is guessed: where thousands and decimals could be confused, the readings are offered as a question. */
export type TypedDecimal =
  | { readonly kind: 'decimal'; readonly value: Decimal }
  | { readonly kind: 'empty' }
  | { readonly kind: 'ambiguous'; readonly readings: readonly Decimal[] }
  | { readonly kind: 'invalid'; readonly reason: 'not_a_number' | 'too_long' };

/** Space, no-break space, thin space, narrow no-break space: what French keyboards, sheets and copied reports hold between thousands. */
const SPACES = /[ \u00a0\u2009\u202f]/g;
const GROUPED_BY_SPACES = /^\d{1,3}( \d{3})+(?=$|[.,])/;
const NUMBER = /^\d*([.,]\d*)?$/;
/** More than anyone types or pastes as one reading; keeps every expression here short. */
const LONGEST = 64;

/**
 * Reads a number as typed: `12,4`, `12.4`, `1 234,5`, `+3`, `−5`, `,5`. Both comma and point are decimal signs.
 * `1.234,5` and `1,234.5` are ambiguous everywhere, `1,234` only for people who write thousands so (English).
 */
export function parseDecimal(typed: string, language: Language): TypedDecimal {
  const text = typed.trim();
  if (text === '') return { kind: 'empty' };
  if (text.length > LONGEST) return { kind: 'invalid', reason: 'too_long' };
  const unsigned = text.replace(/^[-+\u2212]/, '').trimStart();
  const sign = /^[-\u2212]/.test(text) ? '-' : '';
  const spaced = unsigned.replace(SPACES, ' ');
  const compact = GROUPED_BY_SPACES.test(spaced) ? spaced.replace(GROUPED_BY_SPACES, (whole) => whole.replaceAll(' ', '')) : spaced;
  const readings = readingsOf(compact, language).map((reading) => canonical(sign, reading));
  const known = readings.filter((reading) => reading !== null);
  const [value] = known;
  if (readings.length === 0) return { kind: 'invalid', reason: 'not_a_number' };
  if (value === undefined || known.length < readings.length) return { kind: 'invalid', reason: 'too_long' };
  return known.length === 1 ? { kind: 'decimal', value } : { kind: 'ambiguous', readings: known };
}

/** Every number the text may stand for, with a point as its decimal sign; the likelier first. */
function readingsOf(text: string, language: Language): string[] {
  const isGrouped = /^[1-9]\d{0,2}([.,])\d{3}(\1\d{3})*$/.test(text);
  const isMixed = /^[1-9]\d{0,2}(\.\d{3})+,\d+$/.test(text) || /^[1-9]\d{0,2}(,\d{3})+\.\d+$/.test(text);
  const signs = text.split(/[.,]/).length - 1;
  if (isMixed) return [lastSignOnly(text), firstSignOnly(text)];
  if (isGrouped && (signs > 1 || (language === 'en' && text.includes(',')))) return [text.replaceAll(/[.,]/g, ''), firstSignOnly(text)];
  return NUMBER.test(text) && /\d/.test(text) ? [text.replace(',', '.')] : [];
}

const firstSignOnly = (text: string): string => {
  const [whole = '', ...rest] = text.split(/[.,]/);
  return `${whole}.${rest.join('')}`;
};

const lastSignOnly = (text: string): string => {
  const parts = text.split(/[.,]/);
  return `${parts.slice(0, -1).join('')}.${parts.at(-1) ?? ''}`;
};

function canonical(sign: string, reading: string): Decimal | null {
  const [whole = '', fraction = ''] = reading.split('.');
  const digits = whole.replace(/^0+(?=\d)/, '') || '0';
  const text = fraction === '' ? digits : `${digits}.${fraction}`;
  return toDecimal(/[1-9]/.test(text) ? sign + text : text);
}

const NARROW_SPACE = '\u202f';
const MINUS = '\u2212';

/** For reading: `1 234,5` in French (narrow no-break space), `1,234.5` in English, with a true minus sign. Digits are those of the record. */
export function formatDecimal(value: Decimal, language: Language): string {
  const [whole = '0', fraction] = value.replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'fr' ? NARROW_SPACE : ',');
  const decimals = fraction === undefined ? '' : `${language === 'fr' ? ',' : '.'}${fraction}`;
  return `${value.startsWith('-') ? MINUS : ''}${grouped}${decimals}`;
}

/** For filling an input again: the same number without grouping, which `parseDecimal` reads back as itself. */
export const typedDecimal = (value: Decimal, language: Language): string => (language === 'fr' ? value.replace('.', ',') : value);
