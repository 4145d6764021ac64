/** Sheets as a reader of files gives them: text in rows, nothing understood yet. */
export interface Workbook {
  readonly format: 'xlsx' | 'xls' | 'csv' | 'markdown';
  /** The file's name without its ending: the form's title where it names none. */
  readonly name: string;
  readonly sheets: readonly WorkbookSheet[];
}

export interface WorkbookSheet {
  readonly name: string;
  /** Rows that hold something. */
  readonly rows: readonly WorkbookRow[];
  /** Cells that hold no text: a formula that was never calculated, an error. */
  readonly troubles: readonly CellTrouble[];
  /** The reader stopped here: there were more rows than a form has. */
  readonly cutAt?: number;
  /** From here on nothing came for so long that the reader went no further. */
  readonly emptyFrom?: number;
}

export interface WorkbookRow {
  /** As the sheet counts, 1 first. */
  readonly row: number;
  readonly cells: readonly string[];
}

export interface CellTrouble {
  readonly row: number;
  /** 1 first. */
  readonly column: number;
  readonly code: 'formula_without_value' | 'error_value' | 'too_far_right';
  readonly value: string;
}

/** A sheet by its name, as people write it: case and spaces do not matter. */
export const sheetNamed = ({ sheets }: Workbook, name: string): WorkbookSheet | null =>
  sheets.find((sheet) => sheet.name.trim().toLowerCase() === name) ?? null;

/** Why a file is no workbook at all. */
export type FileRefusal = 'file_broken' | 'file_protected' | 'file_too_large' | 'file_too_slow' | 'file_unknown';
