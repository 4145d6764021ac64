/** What can be wrong with a file, or with one cell of it. */
export type ImportCode =
  | 'no_rows'
  | 'missing_column'
  | 'double_column'
  | 'unknown_column'
  | 'too_many_rows'
  | 'too_many_cells'
  | 'broken_quotes'
  | 'unstorable'
  | 'too_long'
  | 'empty'
  | 'unknown_type'
  | 'not_a_number'
  | 'ambiguous_number'
  | 'duplicate_code'
  | 'duplicate_serial'
  | 'unknown_parent'
  | 'cycle'
  | 'level'
  | 'code_elsewhere';

/** One thing to put right, where an editor or a sheet shows it. */
export interface ImportProblem {
  /** As an editor counts, 1 first. */
  readonly line: number;
  /** 1 first; null where the whole line, or the file, is meant. */
  readonly column: number | null;
  readonly header: string | null;
  readonly code: ImportCode;
  /** What stands there, cut. */
  readonly value?: string;
  /** The line that says the same, the number that is missing, the site that has it. */
  readonly other?: string | number;
}

const SHOWN = 80;
export const shown = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN - 1).toWellFormed()}…` : text);

/** By line, then column: the order in which somebody mends a file. */
export const inOrder = (problems: readonly ImportProblem[]): ImportProblem[] =>
  problems.toSorted((a, b) => a.line - b.line || (a.column ?? 0) - (b.column ?? 0));
