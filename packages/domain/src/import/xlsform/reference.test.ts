import { describe, expect, test } from 'vitest';
import { headerOf, languageOf, type SheetKind } from './columns.ts';
import { rowTypeOf } from './types.ts';

/** The items of the standard's reference tables (xlsform.org, “ref-table”), with their synonyms. */
const COLUMNS: Readonly<Record<SheetKind, readonly string[]>> = {
  survey: [
    ...[
      'type',
      'name',
      'label',
      'label::French',
      'hint::fr',
      'guidance_hint',
      'constraint',
      'constraint_message',
      'constraint-msg',
      'constraint_message::English (en)',
    ],
    ...[
      'required',
      'bind::required',
      'required_message::French',
      'requiredMsg',
      'default',
      'relevant',
      'read_only',
      'calculation',
      'repeat_count',
      'repeat-count',
    ],
    ...[
      'media::image',
      'media::audio',
      'media::video',
      'media::image::French',
      'image::French',
      'appearance',
      'parameters',
      'choice_filter',
      'trigger',
      'label:fr',
    ],
  ],
  choices: ['list name', 'list_name', 'name', 'label', 'label::French', 'media::image::French'],
  settings: ['form_title', 'form_id', 'public_key', 'submission_url', 'default_language', 'style', 'version', 'instance_name'],
};
const QUESTIONS = [
  ...['start', 'end', 'today', 'deviceid', 'imei', 'username', 'subscriberid', 'simserial', 'phonenumber', 'phone_number', 'email', 'audit'],
  ...[
    'select_one yn',
    'select one yn',
    'select_one yn or_other',
    'select_multiple yn',
    'select multiple yn',
    'select_one_from_file a.csv',
    'select_multiple_from_file a.csv',
  ],
  ...[
    'select_one_external yn',
    'rank yn',
    'range',
    'text',
    'integer',
    'decimal',
    'date',
    'time',
    'datetime',
    'dateTime',
    'geopoint',
    'location',
    'image',
    'photo',
    'audio',
    'video',
  ],
  ...['note', 'barcode', 'acknowledge', 'trigger', 'calculate', 'hidden', 'file', 'geotrace', 'geoshape', 'xml-external', 'background-audio'],
  ...['begin_group', 'begin group', 'end_group', 'end group', 'begin_repeat', 'begin repeat', 'end_repeat', 'end repeat'],
];

describe('the reference tables of the standard', () => {
  test.each(Object.entries(COLUMNS))('every column of %s is known', (sheet, columns) => {
    expect(columns.filter((column) => headerOf(sheet as SheetKind, column).field === null)).toEqual([]);
  });

  test('every type of question is known', () => expect(QUESTIONS.filter((type) => rowTypeOf(type).kind === 'unknown')).toEqual([]));

  test('languages are known by their codes and their names', () => {
    expect(['French (fr)', 'français', 'FR', 'fr-FR', 'English', 'en_GB', 'Anglais (en)', 'Español (es)', ''].map(languageOf)).toEqual([
      ...['fr', 'fr', 'fr', 'fr', 'en', 'en', 'en', 'other', null],
    ]);
  });
});
