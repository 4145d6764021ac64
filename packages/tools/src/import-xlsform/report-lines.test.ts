import { markdownRows, readXlsform, stackedSheets } from '@heliograph/domain/import/xlsform';
import { expect, test } from 'vitest';
import { reportLines } from './report-lines.ts';

test('the report of an import says first whether it can be, then every finding with its cell', () => {
  const form = '| survey |\n| | type | name | label::fr | label::en |\n| | hidden | a | A | A |\n| | text | b | B | B |';
  const read = (text: string) => readXlsform({ format: 'markdown', name: 'f', sheets: stackedSheets(markdownRows(text)) }, { language: 'fr' });
  expect(reportLines(read(form), 'en')).toEqual([
    ...['2 questions, 1 steps', 'Can be imported.', '', 'Not carried over (1)'],
    '  survey:3:name  This hidden question is not carried over.  [a]',
  ]);
  expect(reportLines(read(form.replace('text', 'txet')), 'fr')[1]).toBe('Refusé\u00a0: rien ne serait importé.');
});
