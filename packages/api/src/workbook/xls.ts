import { type CellObject, read, type WorkSheet } from '@e965/xlsx';
import type { CellTrouble, WorkbookRow, WorkbookSheet } from '@heliograph/domain/import/xlsform';
import { isRead, LIMITS } from './limits.ts';
import { FileRefused } from './refused.ts';

/** The sheets of a workbook as Excel wrote it until 2003. @throws FileRefused */
export function readXls(bytes: Buffer): readonly WorkbookSheet[] {
  const { SheetNames, Sheets } = opened(bytes);
  return SheetNames.map((name) => {
    const sheet = Sheets[name];
    return sheet === undefined || !isRead(name) ? { name, rows: [], troubles: [] } : sheetOf(name, sheet);
  });
}

function opened(bytes: Buffer) {
  try {
    return read(bytes, { type: 'buffer', dense: true, cellHTML: false, cellText: false, cellFormula: true, sheetRows: LIMITS.rows + 1 });
  } catch (error) {
    const isProtected = error instanceof Error && /password|encrypt/i.test(error.message);
    throw new FileRefused(isProtected ? 'file_protected' : 'file_broken');
  }
}

function sheetOf(name: string, sheet: WorkSheet): WorkbookSheet {
  const rows: WorkbookRow[] = [];
  const troubles: CellTrouble[] = [];
  for (const [at, cells] of Array.from((sheet['!data'] ?? []) as (CellObject[] | undefined)[]).entries()) {
    const texts = Array.from(cells ?? [], (cell, column) => {
      const code = troubleOf(cell);
      if (code !== null) troubles.push({ row: at + 1, column: column + 1, code, value: cell?.f ?? '' });
      return code === null ? textOf(cell) : '';
    });
    if (texts.length > LIMITS.columns) troubles.push({ row: at + 1, column: LIMITS.columns + 1, code: 'too_far_right', value: '' });
    if (texts.some((text) => text.trim() !== '')) rows.push({ row: at + 1, cells: texts.slice(0, LIMITS.columns) });
  }
  const cut = rows[LIMITS.rows];
  return { name, rows: rows.slice(0, LIMITS.rows), troubles: troubles.slice(0, LIMITS.troubles), ...(cut === undefined ? {} : { cutAt: cut.row }) };
}

function troubleOf(cell: CellObject | undefined): CellTrouble['code'] | null {
  if (cell?.t === 'e') return 'error_value';
  return cell?.f !== undefined && cell.v === undefined ? 'formula_without_value' : null;
}

function textOf(cell: CellObject | undefined): string {
  if (cell?.v === undefined || cell.v === null) return '';
  return typeof cell.v === 'boolean' ? String(cell.v).toUpperCase() : String(cell.v);
}
