import type { WorkbookRow, WorkbookSheet } from './workbook.ts';

const NAMES: ReadonlySet<string> = new Set(['survey', 'choices', 'settings', 'external_choices', 'entities', 'osm']);

/**
 * Sheets of a file that has only one: sheet after sheet, each begun by a row that holds its name in the first cell, its rows one cell further
 * to the right. A file without such a row is the survey alone.
 */
export function stackedSheets(rows: readonly WorkbookRow[]): readonly WorkbookSheet[] {
  const nameOf = ({ cells: [first = '', ...rest] }: WorkbookRow) =>
    NAMES.has(first.trim().toLowerCase()) && rest.every((cell) => cell.trim() === '') ? first.trim().toLowerCase() : null;
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (!filled.some((row) => nameOf(row) !== null)) return [{ name: 'survey', rows: filled, troubles: [] }];
  const sheets: { name: string; rows: WorkbookRow[]; troubles: [] }[] = [];
  for (const row of filled) {
    const name = nameOf(row);
    if (name !== null) sheets.push({ name, rows: [], troubles: [] });
    else sheets.at(-1)?.rows.push({ row: row.row, cells: row.cells.slice(1) });
  }
  return sheets;
}

/** Rows of a table as Markdown writes it; lines that belong to no table are passed over. */
export function markdownRows(text: string): readonly WorkbookRow[] {
  return text.split(/\r\n|\n|\r/).flatMap((line, at): WorkbookRow[] => {
    const trimmed = line.trim();
    // The line of dashes under a header, and rows of nothing but bars.
    return trimmed.startsWith('|') && /[^|\s:-]/.test(trimmed) ? [rowOf(trimmed, at)] : [];
  });
}

/** A bar inside a cell is written `\|`. */
function rowOf(line: string, at: number): WorkbookRow {
  const inner = line.replace(/^\|/, '').replace(/(?<!\\)\|$/, '');
  return { row: at + 1, cells: inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|')) };
}
