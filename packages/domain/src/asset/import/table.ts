import { isStorable, type Language } from '../../text.ts';
import { fieldOf, type ImportField } from './columns.ts';
import type { ImportProblem } from './problem.ts';
import { shown } from './problem.ts';

/** Rows of a file as a reader of CSV gives them; nothing is understood yet. */
export interface ImportTable {
  /** The first one is the header. Lines without anything in them are left out. */
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  /** How numbers are written in it: with a comma in French, with a point in English. */
  readonly language: Language;
}

export interface ImportColumn {
  /** 1 first. */
  readonly column: number;
  readonly header: string;
  /** Null: not used. */
  readonly field: ImportField | null;
}

/** One row by its fields; a field whose cell is empty is there, as ''. */
export interface ImportRow {
  readonly line: number;
  cell(field: ImportField): string;
  /** Points at a cell, for a problem. */
  at(field: ImportField): Pick<ImportProblem, 'line' | 'column' | 'header'> & { readonly value?: string };
}

export const MOST_ROWS = 20_000;

export interface ReadTable {
  readonly columns: readonly ImportColumn[];
  readonly rows: readonly ImportRow[];
  readonly problems: readonly ImportProblem[];
  readonly warnings: readonly ImportProblem[];
}

const REQUIRED: readonly ImportField[] = ['code', 'type'];

/** Gives the columns their meaning and says what is wrong with the file as a whole. */
export function readTable({ rows }: ImportTable): ReadTable {
  const [header, ...body] = rows;
  const columns = (header?.cells ?? []).map((text, at): ImportColumn => ({ column: at + 1, header: text.trim(), field: fieldOf(text) }));
  const line = header?.line ?? 1;
  const place = ({ column, header: name }: ImportColumn) => ({ line, column, header: name });
  const seen = new Set<ImportField>();
  const doubled = columns.filter(({ field }) => field !== null && (seen.has(field) || !seen.add(field)));
  const problems: ImportProblem[] = [
    ...doubled.map((column) => ({ ...place(column), code: 'double_column' as const })),
    ...REQUIRED.filter((field) => !seen.has(field)).map((field) => ({ line, column: null, header: field, code: 'missing_column' as const })),
    ...(body.length === 0 ? [{ line, column: null, header: null, code: 'no_rows' as const }] : []),
    ...(body.length > MOST_ROWS ? [{ line, column: null, header: null, code: 'too_many_rows' as const, other: MOST_ROWS }] : []),
    ...body.flatMap((row) => shapeProblems(row, columns)),
  ];
  const unused = columns.filter(({ field, header: name }) => field === null && name !== '');
  const warnings = unused.map((column) => ({ ...place(column), code: 'unknown_column' as const }));
  return { columns, rows: body.map((row) => rowOf(row, columns)), problems, warnings };
}

type RawRow = ImportTable['rows'][number];

function shapeProblems({ line, cells }: RawRow, columns: readonly ImportColumn[]): ImportProblem[] {
  const beyond = cells.findIndex((cell, at) => at >= columns.length && cell.trim() !== '');
  const odd = cells.findIndex((cell) => !isStorable(cell));
  return [
    ...(beyond < 0 ? [] : [{ line, column: beyond + 1, header: null, code: 'too_many_cells' as const, value: shown(cells[beyond] ?? '') }]),
    ...(odd < 0 ? [] : [{ line, column: odd + 1, header: columns[odd]?.header ?? null, code: 'unstorable' as const }]),
  ];
}

function rowOf({ line, cells }: RawRow, columns: readonly ImportColumn[]): ImportRow {
  const columnOf = (field: ImportField) => columns.find((column) => column.field === field) ?? null;
  const cell = (field: ImportField) => cells[(columnOf(field)?.column ?? 0) - 1]?.trim() ?? '';
  return {
    line,
    cell,
    at: (field) => {
      const column = columnOf(field);
      const value = cell(field);
      return { line, column: column?.column ?? null, header: column?.header ?? null, ...(value === '' ? {} : { value: shown(value) }) };
    },
  };
}
