import { nearest } from './columns.ts';

/** What a row of the survey asks for. */
export type QuestionType =
  | 'note'
  | 'text'
  | 'integer'
  | 'decimal'
  | 'range'
  | 'date'
  | 'time'
  | 'dateTime'
  | 'geopoint'
  | 'geotrace'
  | 'geoshape'
  | 'image'
  | 'audio'
  | 'video'
  | 'file'
  | 'barcode'
  | 'acknowledge'
  | 'calculate'
  | 'hidden'
  | 'select_one'
  | 'select_multiple'
  | 'rank';

/** Where choices come from: the choices sheet, the sheet of external choices, a file beside the workbook. */
export type ListSource = 'choices' | 'external_choices' | 'file';

export type RowType =
  | { readonly kind: 'question'; readonly type: QuestionType; readonly list: string | null; readonly source: ListSource; readonly hasOther: boolean }
  | { readonly kind: 'begin' | 'end'; readonly of: 'group' | 'repeat' }
  /** Recorded without asking anybody. */
  | { readonly kind: 'meta'; readonly isRecordedHere: boolean }
  /** Known to XLSForm and to nothing here. */
  | { readonly kind: 'foreign' }
  | { readonly kind: 'unknown'; readonly near: string | null };

const SIMPLE: Readonly<Record<string, QuestionType>> = {
  ...{ note: 'note', text: 'text', string: 'text', integer: 'integer', int: 'integer', decimal: 'decimal', range: 'range' },
  ...{ date: 'date', time: 'time', datetime: 'dateTime', 'date time': 'dateTime', geopoint: 'geopoint', location: 'geopoint', gps: 'geopoint' },
  ...{ geotrace: 'geotrace', geoshape: 'geoshape', image: 'image', photo: 'image', audio: 'audio', video: 'video', file: 'file', barcode: 'barcode' },
  ...{ acknowledge: 'acknowledge', trigger: 'acknowledge', calculate: 'calculate', hidden: 'hidden', 'q string': 'text', 'q note': 'note' },
};
const META: ReadonlySet<string> = new Set(['start', 'end', 'today', 'username', 'deviceid', 'device id', 'imei', 'email']);
const OTHER_META: ReadonlySet<string> = new Set([
  ...[
    'audit',
    'subscriberid',
    'simserial',
    'phonenumber',
    'phone number',
    'start-geopoint',
    'start geopoint',
    'background-audio',
    'background audio',
  ],
]);
const FOREIGN: ReadonlySet<string> = new Set(['xml-external', 'csv-external', 'xml external', 'csv external', 'osm', 'select all that apply from']);

const SELECT =
  /^(select[ _]?one|select[ _]?1|select[ _]?multiple|select[ _]all[ _]that[ _]apply|rank|select[ _]one[ _]external|select[ _](?:one|multiple)[ _]from[ _]file)(?:\s+(?:from\s+)?(\S+?))?(\s+or[ _](?:specify[ _])?other)?$/i;
const GROUP = /^(begin|end)[ _]?(group|repeat|lgroup)$|^(begin|end)[ _](looped[ _]group)$/i;
const WORDS = [
  ...Object.keys(SIMPLE),
  ...META,
  ...OTHER_META,
  'select_one',
  'select_multiple',
  'begin group',
  'end group',
  'begin repeat',
  'end repeat',
];

/** Reads the type column: `select_one yes_no or_other`, `begin group`, `dateTime`. */
export function rowTypeOf(text: string): RowType {
  const words = text.trim().replaceAll(/\s+/g, ' ');
  const lower = words.toLowerCase();
  const simple = SIMPLE[lower] ?? SIMPLE[lower.replaceAll('_', ' ')];
  if (simple !== undefined) return question(simple);
  if (META.has(lower)) return { kind: 'meta', isRecordedHere: true };
  if (OTHER_META.has(lower) || OTHER_META.has(lower.replaceAll('_', ' '))) return { kind: 'meta', isRecordedHere: false };
  if (FOREIGN.has(lower)) return { kind: 'foreign' };
  const group = GROUP.exec(lower);
  if (group !== null) return { kind: (group[1] ?? group[3]) === 'end' ? 'end' : 'begin', of: group[2] === 'group' ? 'group' : 'repeat' };
  const select = SELECT.exec(words);
  if (select !== null) return selectOf(select);
  const [first = ''] = lower.split(' ');
  return { kind: 'unknown', near: nearest(lower, WORDS) ?? nearest(first, WORDS) };
}

const question = (type: QuestionType): RowType => ({ kind: 'question', type, list: null, source: 'choices', hasOther: false });

function selectOf([, word = '', list, other]: RegExpExecArray): RowType {
  const lower = word.toLowerCase();
  const type = lower === 'rank' ? 'rank' : /multiple|all/.test(lower) ? 'select_multiple' : 'select_one';
  const source: ListSource = lower.includes('external') ? 'external_choices' : lower.includes('file') ? 'file' : 'choices';
  return { kind: 'question', type, list: list ?? null, source, hasOther: other !== undefined };
}
