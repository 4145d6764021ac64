import { isDecimal } from '../decimal.ts';
import type { Language } from '../text.ts';

/** How a language's spreadsheets read a file: French ones take a comma for the decimal sign, hence the semicolon. */
export const SEPARATORS: Readonly<Record<Language, string>> = { fr: ';', en: ',' };
/** Without it a spreadsheet takes the file for the alphabet of the machine. */
export const BYTE_ORDER_MARK = '\ufeff';

export type CsvValue = string | number | boolean | null;

/** What spreadsheets run: a formula, or a line that becomes one once its first sign is eaten. */
const DANGEROUS = /^[=+\-@\t\r\n]|^[＝＋－＠]/;

/**
 * Takes the power from a text that a spreadsheet would run (`=HYPERLINK(…)`, `@SUM`, `+1+cmd`): an apostrophe before it makes it a text.
 * Numbers stay numbers, negative ones too.
 */
export const neutral = (text: string): string => (DANGEROUS.test(text) && !isDecimal(text) ? `'${text}` : text);

/** One cell, quoted where it must be (RFC 4180). */
export function csvCell(value: CsvValue, language: Language): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? '1' : '0';
  const text = typeof value === 'number' ? String(value) : neutral(value);
  const written = language === 'fr' && isDecimal(text) ? text.replace('.', ',') : text;
  const isPlain = !/["\r\n]/.test(written) && !written.includes(SEPARATORS[language]) && written === written.trim();
  return isPlain ? written : `"${written.replaceAll('"', '""')}"`;
}

/** One line, with its end. */
export const csvLine = (values: readonly CsvValue[], language: Language): string =>
  `${values.map((value) => csvCell(value, language)).join(SEPARATORS[language])}\r\n`;
