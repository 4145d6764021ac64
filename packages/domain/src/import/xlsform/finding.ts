/** What an expression says that has no counterpart here. */
export type Reason =
  | 'call'
  | 'later_question'
  | 'lost_question'
  | 'number_compared'
  | 'other_question'
  | 'path'
  | 'self'
  | 'text_compared'
  | 'too_deep'
  | 'unanswered'
  | 'unknown_value'
  | 'value_expected';

/**
 * How much each finding weighs. `error`: the workbook is refused. `lost`: the procedure will not say it.
 * `changed`: it says it otherwise. `note`: worth knowing, nothing is lost.
 */
const LEVELS = {
  broken_expression: 'error',
  circular: 'error',
  double_column: 'error',
  duplicate_choice: 'error',
  duplicate_name: 'error',
  empty_survey: 'error',
  error_value: 'error',
  file_broken: 'error',
  file_protected: 'error',
  file_too_large: 'error',
  file_too_slow: 'error',
  file_unknown: 'error',
  formula_without_value: 'error',
  misspelt_column: 'error',
  missing_choice_name: 'error',
  missing_column: 'error',
  missing_list: 'error',
  missing_name: 'error',
  missing_sheet: 'error',
  missing_type: 'error',
  bad_name: 'error',
  bad_parameters: 'error',
  too_far_right: 'error',
  too_long: 'error',
  too_many_rows: 'error',
  too_many_steps: 'error',
  unclosed_group: 'error',
  unknown_list: 'error',
  unknown_question: 'error',
  unknown_type: 'error',
  unopened_group: 'error',
  calculation_lost: 'lost',
  cell_lost: 'lost',
  choice_never_offered: 'lost',
  column_lost: 'lost',
  condition_lost: 'lost',
  constraint_lost: 'lost',
  default_lost: 'lost',
  external_file: 'lost',
  filter_lost: 'lost',
  hidden_lost: 'lost',
  language_lost: 'lost',
  media_lost: 'lost',
  message_lost: 'lost',
  nested_repeat: 'lost',
  question_lost: 'lost',
  read_only_lost: 'lost',
  repeat_count_lost: 'lost',
  required_lost: 'lost',
  setting_lost: 'lost',
  sheet_lost: 'lost',
  acknowledged: 'changed',
  becomes_photo: 'changed',
  becomes_scan: 'changed',
  becomes_signature: 'changed',
  becomes_steps: 'changed',
  becomes_text: 'changed',
  choice_renamed: 'changed',
  filter_expanded: 'changed',
  limit_made: 'changed',
  ne_answered: 'changed',
  question_in_text: 'changed',
  strict_bound: 'changed',
  untitled: 'changed',
  appearance_unused: 'note',
  language_assumed: 'note',
  recorded_anyway: 'note',
  rest_unread: 'note',
  translation_missing: 'note',
  unit_missing: 'note',
  version_unused: 'note',
} as const satisfies Record<string, Level>;

export type Level = 'error' | 'lost' | 'changed' | 'note';
export type FindingCode = keyof typeof LEVELS;

/** One thing that the person who brings a workbook must know, where the sheet shows it. */
export interface Finding {
  readonly level: Level;
  readonly code: FindingCode;
  readonly sheet: string;
  /** As the sheet counts, 1 first; null where the whole sheet is meant. */
  readonly row: number | null;
  /** The column's header as written. */
  readonly column: string | null;
  /** What stands there, cut. */
  readonly value?: string;
  /** What was expected, made of it, or meant: a word, a number, another row. */
  readonly other?: string | number;
  readonly reason?: Reason;
}

export type Place = Pick<Finding, 'sheet' | 'row' | 'column'>;
type More = Pick<Finding, 'value' | 'other' | 'reason'>;

const SHOWN = 120;
const ORDER: Readonly<Record<Level, number>> = { error: 0, lost: 1, changed: 2, note: 3 };

/** Collects findings while a workbook is read. */
export class Findings {
  readonly #all: Finding[] = [];

  add(code: FindingCode, { sheet, row, column }: Place, more: More = {}): void {
    const value = more.value === undefined ? {} : { value: cut(more.value) };
    this.#all.push({ level: LEVELS[code], code, sheet, row, column, ...more, ...value });
  }

  hasErrors = (): boolean => this.#all.some(({ level }) => level === 'error');

  /** The gravest first, then as the sheets are read. */
  inOrder = (): readonly Finding[] =>
    this.#all.toSorted(
      (a, b) => ORDER[a.level] - ORDER[b.level] || (a.sheet < b.sheet ? 1 : a.sheet > b.sheet ? -1 : 0) || (a.row ?? 0) - (b.row ?? 0),
    );
}

const cut = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN - 1).toWellFormed()}…` : text.toWellFormed());
