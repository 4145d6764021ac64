export { fieldOf, type ImportField, typeOf } from './columns.ts';
export { codesIn, type ImportGround, type ImportPlan, planImport } from './plan-import.ts';
export type { ImportCode, ImportProblem } from './problem.ts';
export { type ImportColumn, type ImportTable, MOST_ROWS } from './table.ts';
