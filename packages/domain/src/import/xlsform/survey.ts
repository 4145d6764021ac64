import type { Findings } from './finding.ts';
import type { Row, Table } from './table.ts';
import { type ListSource, type QuestionType, type RowType, rowTypeOf } from './types.ts';

/** Rows that belong together; a repeat is gone through once for each item. */
export interface Group {
  readonly kind: 'group' | 'repeat';
  readonly name: string;
  readonly row: Row;
}

export interface Question {
  readonly type: QuestionType;
  readonly list: string | null;
  readonly source: ListSource;
  readonly hasOther: boolean;
  readonly name: string;
  readonly row: Row;
  /** The groups it stands in, outermost first. */
  readonly within: readonly Group[];
}

const NAME = /^[\p{L}_][\p{L}\p{N}_.:-]*$/u;

/** The questions in their order, each with the groups around it. Rows that cannot be understood are told. */
export function readSurvey(table: Table, findings: Findings): readonly Question[] {
  const questions: Question[] = [];
  const open: Group[] = [];
  for (const row of table.rows) {
    const text = row.text('type');
    if (text === '') {
      if (row.text('name') !== '' || row.words('label').fr + row.words('label').en !== '') findings.add('missing_type', row.at('type'));
      continue;
    }
    // A row switched off, as some tools do it.
    if (text.startsWith('#')) findings.add('question_lost', row.at('type'), { value: text });
    else readRow({ row, type: rowTypeOf(text), text, open, questions, findings });
  }
  for (const group of open) findings.add('unclosed_group', group.row.at('type'), { value: group.name });
  tellDuplicates(questions, findings);
  return questions;
}

interface Reading {
  readonly row: Row;
  readonly type: RowType;
  readonly text: string;
  readonly open: Group[];
  readonly questions: Question[];
  readonly findings: Findings;
}

function readRow({ row, type, text, open, questions, findings }: Reading): void {
  switch (type.kind) {
    case 'question':
      if (isNamed(row, type.type, findings)) questions.push({ ...type, name: row.text('name') || `row_${row.row}`, row, within: [...open] });
      return;
    case 'begin':
      open.push({ kind: type.of, name: row.text('name') || `${type.of}_${row.row}`, row });
      return;
    case 'end': {
      const last = open.pop();
      const { fr, en } = row.words('label');
      if (fr + en !== '') findings.add('cell_lost', row.at('label'), { value: fr || en });
      if (last === undefined) findings.add('unopened_group', row.at('type'), { value: text });
      else if (last.kind !== type.of) findings.add('unclosed_group', last.row.at('type'), { value: last.name, other: row.row });
      return;
    }
    case 'meta':
      findings.add(type.isRecordedHere ? 'recorded_anyway' : 'question_lost', row.at('type'), { value: text });
      return;
    case 'foreign':
      findings.add('question_lost', row.at('type'), { value: text });
      return;
    case 'unknown':
      findings.add('unknown_type', row.at('type'), { value: text, ...(type.near === null ? {} : { other: type.near }) });
  }
}

/** A note may go without a name; whoever is asked must be. */
function isNamed(row: Row, type: QuestionType, findings: Findings): boolean {
  const name = row.text('name');
  if (name === '' && type === 'note') return true;
  if (name === '') findings.add('missing_name', row.at('name'));
  else if (!NAME.test(name)) findings.add('bad_name', row.at('name'), { value: name });
  else return true;
  return false;
}

function tellDuplicates(questions: readonly Question[], findings: Findings): void {
  const first = new Map<string, Question>();
  for (const question of questions) {
    const before = first.get(question.name);
    if (before !== undefined) findings.add('duplicate_name', question.row.at('name'), { value: question.name, other: before.row.row });
    else first.set(question.name, question);
  }
}

/** The innermost repeat around a question. */
export const repeatOf = ({ within }: Question): Group | null => within.findLast(({ kind }) => kind === 'repeat') ?? null;
