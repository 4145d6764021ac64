import type { Localized } from '../../text.ts';
import { type Field, type Header, headerOf, type SheetKind } from './columns.ts';
import type { Findings, Place } from './finding.ts';
import type { WorkbookSheet } from './workbook.ts';

interface Column extends Header {
  /** 0 first. */
  readonly at: number;
  readonly header: string;
}

/** One row by its fields. */
export interface Row {
  readonly row: number;
  /** Text of a field, in no language; '' where nothing stands. */
  text(field: Field): string;
  /** Words for people, by language; the language that no header names is the one assumed. */
  words(field: Field): Localized;
  /** Columns of no known name that hold something here: the choices' own properties. */
  extra(name: string): string;
  at(field: Field): Place;
}

export interface Table {
  readonly sheet: string;
  readonly rows: readonly Row[];
  has(field: Field): boolean;
  readonly extras: readonly string[];
  /** Languages named in headers. */
  readonly spoken: ReadonlySet<'fr' | 'en'>;
  readonly tongues: readonly string[];
}

const LONGEST = 20_000;

/** Gives the columns of a sheet their meaning, and says which have none. */
export function readTable(kind: SheetKind, sheet: WorkbookSheet, { findings, assumed }: { findings: Findings; assumed: keyof Localized }): Table {
  const [head, ...body] = sheet.rows;
  const columns = (head?.cells ?? []).map((text, at): Column => ({ ...headerOf(kind, text), at, header: text.trim() }));
  const named = columns.filter(({ header }) => header !== '');
  const headRow = head?.row ?? 1;
  tellColumns(kind, { columns: named, sheet: sheet.name, row: headRow, findings });
  for (const { row, column, code, value } of sheet.troubles)
    findings.add(code, { sheet: sheet.name, row, column: columns[column - 1]?.header ?? String(column) }, { value });
  const index = indexOf(named, assumed);
  const rows = body.map(({ row, cells }) => rowOf({ row, cells, sheet: sheet.name, index }));
  for (const { row, cells } of body)
    for (const { at, header } of named)
      if ((cells[at]?.length ?? 0) > LONGEST) findings.add('too_long', { sheet: sheet.name, row, column: header }, { other: LONGEST });
  return {
    sheet: sheet.name,
    rows,
    has: (field) => index.plain.has(field) || index.words.has(field),
    extras: [...index.extras.keys()],
    spoken: new Set(named.flatMap(({ language }) => (language === 'fr' || language === 'en' ? [language] : []))),
    tongues: [...new Set(named.flatMap(({ language, tongue }) => (language === 'other' ? [tongue] : [])))],
  };
}

interface Telling {
  readonly columns: readonly Column[];
  readonly sheet: string;
  readonly row: number;
  readonly findings: Findings;
}

function tellColumns(kind: SheetKind, { columns, sheet, row, findings }: Telling): void {
  const seen = new Set<string>();
  for (const { field, tongue, near, header } of columns) {
    const key = field === null ? `?${header.toLowerCase()}` : `${field}::${tongue.toLowerCase()}`;
    if (seen.has(key)) findings.add('double_column', { sheet, row, column: header });
    seen.add(key);
    if (field !== null) continue;
    if (near !== null && !columns.some((column) => column.field === near && column.language === null))
      findings.add('misspelt_column', { sheet, row, column: header }, { other: near });
    // A choice's other columns are its properties, which filters ask for.
    else if (kind !== 'choices') findings.add('column_lost', { sheet, row, column: header });
  }
}

interface Index {
  readonly plain: ReadonlyMap<Field, Column>;
  readonly words: ReadonlyMap<Field, Readonly<Partial<Record<keyof Localized, Column>>>>;
  readonly extras: ReadonlyMap<string, Column>;
}

function indexOf(columns: readonly Column[], assumed: keyof Localized): Index {
  const plain = new Map<Field, Column>();
  const words = new Map<Field, Partial<Record<keyof Localized, Column>>>();
  const extras = new Map<string, Column>();
  // The best is said last: a column that names our language, else the one that names none, else the first in a language we do not speak.
  for (const column of columns.toSorted((a, b) => rank(a) - rank(b) || b.at - a.at)) {
    const { field, language } = column;
    if (field === null) extras.set(column.header, column);
    else if (language === null) plain.set(field, column);
    if (field === null) continue;
    const tongue = language === null || language === 'other' ? assumed : language;
    words.set(field, { ...words.get(field), [tongue]: column });
  }
  return { plain, words, extras };
}

const rank = ({ language }: Column): number => (language === 'other' ? 0 : language === null ? 1 : 2);

function rowOf({ row, cells, sheet, index }: { row: number; cells: readonly string[]; sheet: string; index: Index }): Row {
  const cell = (column: Column | undefined) => (column === undefined ? '' : (cells[column.at] ?? '').trim());
  return {
    row,
    text: (field) => cell(index.plain.get(field)),
    words: (field) => ({ fr: cell(index.words.get(field)?.fr), en: cell(index.words.get(field)?.en) }),
    extra: (name) => cell(index.extras.get(name)),
    at: (field) => {
      const languages = index.words.get(field);
      const column = index.plain.get(field) ?? languages?.fr ?? languages?.en;
      return { sheet, row, column: column?.header ?? field };
    },
  };
}
