import { MOST_CHOICES } from '@heliograph/domain/import/xlsform';

/** What one workbook may cost. A form of 2,000 questions and 20,000 choices in five languages stays far below. */
export const LIMITS = {
  /** The file itself. */
  file: 16_777_216,
  /** Unpacked, in bytes: one sheet, the shared texts, the small parts. */
  sheet: 134_217_728,
  strings: 33_554_432,
  smallPart: 1_048_576,
  /** Text kept, in UTF-16 units. */
  characters: 16_777_216,
  rows: MOST_CHOICES + 1,
  columns: 400,
  /** A sheet that was formatted to its end has a million of them. */
  emptyRows: 10_000,
  troubles: 1_000,
} as const;

const SHEETS: ReadonlySet<string> = new Set(['survey', 'choices', 'settings', 'external_choices']);

/** Sheets of other names are told, not read. */
export const isRead = (name: string): boolean => SHEETS.has(name.trim().toLowerCase());
