import type { ImportProblem, ImportTable } from '@heliograph/domain/asset/import';
import { CsvError, parse } from 'csv-parse/sync';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
export type Separator = ',' | ';' | '\t';

/** A file of rows as somebody's sheet wrote it. */
export interface ReadFile {
  readonly encoding: Encoding;
  readonly separator: Separator;
  readonly table: ImportTable;
  /** Where it stops being a file of rows. */
  readonly problem: ImportProblem | null;
}

/**
 * Reads rows from bytes of unknown alphabet and separator: what French and English sheets, and scripts, write. Never throws for what is in the file.
 * Numbers are taken as French ones (decimal comma) unless commas separate the cells.
 */
export function readFile(bytes: Uint8Array): ReadFile {
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  const separator = separatorOf(text);
  const { rows, problem } = rowsOf(text, separator);
  return { encoding, separator, problem, table: { rows, language: separator === ',' ? 'en' : 'fr' } };
}

function encodingOf(bytes: Uint8Array): Encoding {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    // Accents that are no UTF-8: a sheet of an older office, which writes Latin-1 as Windows does.
    return 'windows-1252';
  }
}

/** The sign that parts most cells of the first line, not counting what stands in quotes. */
function separatorOf(text: string): Separator {
  const [line = ''] = text
    .replace(/"[^"]*"/g, '')
    .split(/\r?\n|\r/)
    .filter((one) => one.trim() !== '');
  const count = (sign: Separator): number => line.split(sign).length - 1;
  const [best = ';'] = ([';', '\t', ','] as const).toSorted((one, other) => count(other) - count(one));
  return best;
}

interface Record {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

function rowsOf(text: string, delimiter: Separator): { rows: ImportTable['rows']; problem: ImportProblem | null } {
  const rows: { line: number; cells: string[] }[] = [];
  let line = 1;
  const keep = ({ record, info }: Record): null => {
    if (record.some((cell) => cell.trim() !== '')) rows.push({ line, cells: record });
    line = info.lines + 1;
    return null;
  };
  try {
    // Rows are told one by one, so that those before a mistake are known, with the line each begins on.
    parse(text, {
      ...{ delimiter, record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true, relax_quotes: true, info: true },
      on_record: (row) => keep(row as unknown as Record),
    });
    return { rows, problem: null };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { rows, problem: { line, column: null, header: null, code: 'broken_quotes' } };
  }
}
