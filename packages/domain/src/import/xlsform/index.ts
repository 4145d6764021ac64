export type { Finding as XlsformFinding, FindingCode, Level, Reason } from './finding.ts';
export { MOST_CHOICES, MOST_QUESTIONS, readXlsform, refusedFile, type XlsformOptions, type XlsformReport } from './read.ts';
export { markdownRows, stackedSheets } from './stacked.ts';
export { sayFinding } from './words.ts';
export type { CellTrouble, FileRefusal, Workbook, WorkbookRow, WorkbookSheet } from './workbook.ts';
