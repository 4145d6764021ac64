import { describe, expect, test } from 'vitest';
import { protectedWorkbook, workbookOf, workbookWith, zipOf } from '../testing/workbooks.ts';
import { openXlsform } from './open-xlsform.ts';
import { reportOn } from './report.ts';

/** A crowded machine is slow; the deadline has its own test. */
const PATIENCE = 60;
const open = async (bytes: Buffer) => ({ report: await reportOn(bytes, { name: 'form.xlsx', language: 'fr' }) });
/** In a process of its own, as the server does. */
const openApart = (bytes: Buffer) => openXlsform({ bytes, name: 'form.xlsx', language: 'fr' }, PATIENCE);
const codes = async (bytes: Buffer) =>
  (await open(bytes)).report.findings.map(({ code, row, column }) => [code, row, column].filter((one) => one !== null).join(' '));

const SURVEY = [
  ['type', 'name', 'label::fr', 'label::en', 'default'],
  ['select_one yn', 'a', 'Été 🌞', 'صيف', 0.1],
  [],
  ['integer', 'b', 'Nombre (V)', 'Number (V)', true],
];
const CHOICES = [
  ['list_name', 'name', 'label::fr', 'label::en'],
  ['yn', 1, 'Oui', 'Yes'],
  ['yn', 0, 'Non', 'No'],
];
const SHEETS = { survey: SURVEY, Choices: CHOICES, Notes: [['mine']] };
const row = (n: number, cells = '') => `<row r="${n}">${cells}</row>`;
const inline = (reference: string, text: string) => `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;
const HEAD = row(1, inline('A1', 'type') + inline('B1', 'name') + inline('C1', 'label'));
const sheetOf = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;

describe('a workbook from somebody’s disk', () => {
  test.each([
    ['.xlsx', workbookOf(SHEETS), 'xlsx'],
    ['.xls', workbookOf(SHEETS, 'biff8'), 'xls'],
  ])('is read as %s, numbers and truths as people typed them', async (_, bytes, format) => {
    const { report } = await open(bytes);
    expect(report).toMatchObject({ format, questions: 2, sheets: [{ name: 'survey', rows: 2 }, { name: 'Choices', rows: 2 }, { name: 'Notes' }] });
    expect(report.draft?.steps).toMatchObject([
      { kind: 'choice', title: { fr: 'Été 🌞', en: 'صيف' }, options: [{ value: '1' }, { value: '0' }] },
      { kind: 'measurement', unit: 'V' },
    ]);
    expect(report.findings.map(({ code, row: at, value }) => [code, at, value])).toEqual([
      ['default_lost', 2, '0.1'],
      ['default_lost', 4, 'TRUE'],
      ['sheet_lost', null, undefined],
    ]);
  });

  test.each([
    ['CSV with the sheets one after the other', 'survey;;;\n;type;name;label\n;text;a;Été\n'],
    ['CSV that is the survey alone', '\ufefftype,name,label\ntext,a,Été\n'],
    ['Markdown', '| survey |\n| | type | name | label |\n| | text | a | Été |\n'],
  ])('is read as %s', async (_, text) => {
    const { report } = await open(Buffer.from(text));
    expect(report.draft?.steps).toMatchObject([{ id: 'a', kind: 'text', title: { fr: 'Été' } }]);
  });

  test('that holds a formula nobody calculated, or an error, is refused with its cell', async () => {
    const cells = `${inline('A2', 'text')}<c r="B2"><f>A1</f></c><c r="C2" t="e"><v>#REF!</v></c>${inline('XFD2', 'far')}`;
    expect(
      await codes(workbookWith('survey', sheetOf(HEAD + row(2, cells) + row(3, `${inline('A3', 'text')}<c r="B3" t="str"><f>1</f><v>b</v></c>`)))),
    ).toEqual([...['formula_without_value 2 name', 'error_value 2 label', 'too_far_right 2 16384', 'missing_name 2 name', 'language_assumed']]);
  });

  test.each([
    ['a PDF named .xlsx', Buffer.from('%PDF-1.7 …'), 'file_unknown'],
    ['a picture named .xlsx', Buffer.from('ffd8ffe000104a464946000101', 'hex'), 'file_unknown'],
    ['nothing', Buffer.alloc(0), 'file_unknown'],
    ['a zip of something else', zipOf({ 'word/document.xml': '<w/>' }), 'file_unknown'],
    ['a zip cut in half', workbookOf(SHEETS).subarray(0, 900), 'file_broken'],
    ['a workbook with a password', protectedWorkbook(), 'file_protected'],
    ['an old file that is none', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600, 1)]), 'file_broken'],
    ['XML that grows by itself', workbookWith('survey', '<!DOCTYPE a [<!ENTITY b "bb">]><worksheet>&b;</worksheet>'), 'file_broken'],
    ['XML that ends early', workbookWith('survey', '<worksheet><sheetData><row>'), 'file_broken'],
  ])('that is %s is refused', async (_, bytes, code) => {
    const { report } = await open(bytes);
    expect(report).toMatchObject({ draft: null, findings: [{ level: 'error', code }] });
  });

  test('that unpacks to gigabytes is stopped at its cap, in little memory', { timeout: 60_000 }, async () => {
    // Half a gigabyte of spaces packs into half a megabyte.
    const bomb = workbookWith('survey', Buffer.concat([Buffer.from('<worksheet>'), Buffer.alloc(536_870_912, 32)]));
    const { report, peakKilobytes } = await openApart(bomb);
    expect(report.findings).toMatchObject([{ code: 'file_too_large' }]);
    expect(peakKilobytes).toBeLessThan(300 * 1024);
  });

  test('with a million empty rows is read in little memory, and says where it stopped looking', { timeout: 60_000 }, async () => {
    const rows = Array.from({ length: 1_000_000 }, (_, n) => `<row r="${n + 3}"><c r="A${n + 3}" s="1"/></row>`);
    const { report, peakKilobytes } = await openApart(
      workbookWith('survey', sheetOf(HEAD + row(2, inline('A2', 'text') + inline('B2', 'a') + inline('C2', 'A')) + rows.join(''))),
    );
    expect(report.draft?.steps).toHaveLength(1);
    expect(report.findings.map(({ code, row: at }) => [code, at])).toContainEqual(['rest_unread', 3]);
    expect(peakKilobytes).toBeLessThan(300 * 1024);
  });

  test('that takes too long is ended, and the answer says so', async () => {
    const { report } = await openXlsform({ bytes: workbookOf(SHEETS), name: 'slow.xlsx', language: 'fr' }, 0.001);
    expect(report.findings).toMatchObject([{ code: 'file_too_slow' }]);
  });
});
