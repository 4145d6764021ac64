import { describe, expect, test } from 'vitest';
import { LIST, read, step, told } from '../../testing/xlsform.ts';

describe('a workbook', () => {
  test.each([
    ['no survey', '| choices |\n|  | list_name | name | label |', ['missing_sheet   survey']],
    ['nothing in it', '| survey |\n|  | type | name | label |', ['empty_survey  ']],
    ['a missing column', '| survey |\n|  | type | label |\n|  | text | A |', ['missing_column 2  name', 'missing_name 3 name']],
    [
      'a misspelt column',
      '| survey |\n|  | type | name | lable |\n|  | text | a | A |',
      ['misspelt_column 2 lable label', 'missing_column 2  label'],
    ],
    ['a double column', '| survey |\n|  | type | name | label | Label |\n|  | text | a | A | B |', ['double_column 2 Label']],
    ['a misspelt type', '| survey |\n|  | type | name | label |\n|  | intger | a | A |', ['unknown_type 3 type integer']],
    ['a name twice', '| survey |\n|  | type | name | label |\n|  | text | a | A |\n|  | text | a | B |', ['duplicate_name 4 name 3']],
    ['a name with a space', '| survey |\n|  | type | name | label |\n|  | text | a b | A |', ['bad_name 3 name a b']],
    ['a list nobody wrote', '| survey |\n|  | type | name | label |\n|  | select_one nope | a | A |', ['unknown_list 3 type nope']],
    ['a group left open', '| survey |\n|  | type | name | label |\n|  | begin group | g | G |\n|  | text | a | A |', ['unclosed_group 3 type g']],
    ['an end too many', '| survey |\n|  | type | name | label |\n|  | text | a | A |\n|  | end group | | |', ['unopened_group 4 type end group']],
    [
      'a choice twice',
      `| survey |\n|  | type | name | label |\n|  | select_one yn | a | A |\n${LIST}\n|  | yn | y | Encore | Again |`,
      ['duplicate_choice 11 name 6'],
    ],
    ['a broken expression', '| survey |\n|  | type | name | label | relevant |\n|  | text | a | A | ${ = 1 |', ['broken_expression 3 relevant 1']],
    [
      'a question that is not there',
      "| survey |\n|  | type | name | label | relevant |\n|  | text | a | A | ${b} = 'x' |",
      ['unknown_question 3 relevant b'],
    ],
    [
      'questions that wait for each other',
      "| survey |\n|  | type | name | label | relevant |\n|  | text | a | A | ${b} = 'x' |\n|  | text | b | B | ${a} = 'x' |",
      ['circular 3 relevant a → b → a'],
    ],
  ])('with %s is refused, with the row', (_, text, expected) => {
    const report = read(text);
    expect(report.draft).toBeNull();
    expect(told({ ...report, findings: report.findings.filter(({ level }) => level === 'error') })).toEqual(expected);
  });

  test('five thousand choices of any name are read, each under its own code', () => {
    const rows = Array.from({ length: 5_000 }, (_, n) => `|  | big | ${n % 2 === 0 ? `🌞${n}` : `n${n}`} | C${n} | C${n} |`);
    const report = read(
      `| survey |\n|  | type | name | label::fr | label::en |\n|  | select_one big | a | A | A |\n|  | select_multiple big | b | B | B |\n| choices |\n|  | list_name | name | label::fr | label::en |\n${rows.join('\n')}`,
    );
    const a = step(report, 'a');
    expect(new Set(a?.kind === 'choice' ? a.options?.map(({ value }) => value) : []).size).toBe(5_000);
    expect(step(report, 'b')?.kind).toBe('text');
  });

  test('a sheet longer than any form is refused', () => {
    const rows = Array.from({ length: 2_001 }, (_, n) => `|  | note | n${n} | N |`);
    expect(told(read(`| survey |\n|  | type | name | label |\n${rows.join('\n')}`))).toContain('too_many_rows 2003  2000');
  });
});
