import type { Language } from '../../text.ts';

/** What each sheet's columns may be, as XLSForm's reference tables name them, each with the names it also goes by. */
const SURVEY = {
  type: ['command'],
  name: [],
  label: ['caption'],
  hint: [],
  guidance_hint: [],
  constraint: ['bind::constraint'],
  constraint_message: ['constraint_msg', 'bind::jr:constraintmsg', 'constraining_message'],
  required: ['bind::required'],
  required_message: ['requiredmsg', 'bind::jr:requiredmsg'],
  relevant: ['bind::relevant', 'relevance'],
  default: [],
  read_only: ['readonly', 'bind::readonly'],
  calculation: ['bind::calculate', 'calculate'],
  repeat_count: ['jr:count', 'count'],
  choice_filter: [],
  appearance: ['body::appearance'],
  parameters: [],
  trigger: [],
  image: ['media::image'],
  'big-image': ['media::big_image', 'big_image'],
  audio: ['media::audio'],
  video: ['media::video'],
  unit: ['heliograph::unit'],
} as const;

const CHOICES = {
  list_name: ['list'],
  name: ['value'],
  label: ['caption'],
  image: ['media::image'],
  'big-image': ['media::big_image', 'big_image'],
  audio: ['media::audio'],
  video: ['media::video'],
} as const;

const SETTINGS = {
  form_title: ['title', 'set_form_title'],
  form_id: ['id_string', 'set_form_id'],
  version: [],
  default_language: [],
  public_key: [],
  submission_url: [],
  instance_name: [],
  style: [],
  namespaces: [],
  auto_send: [],
  auto_delete: [],
  allow_choice_duplicates: [],
  clean_text_values: [],
  category: ['heliograph::category'],
  equipment: ['heliograph::equipment', 'equipment_types'],
} as const;

export type SurveyField = keyof typeof SURVEY;
export type ChoiceField = keyof typeof CHOICES;
export type SettingField = keyof typeof SETTINGS;
export type Field = SurveyField | ChoiceField | SettingField;
export type SheetKind = 'survey' | 'choices' | 'settings';

const FIELDS: Readonly<Record<SheetKind, Readonly<Partial<Record<Field, readonly string[]>>>>> = {
  survey: SURVEY,
  choices: CHOICES,
  settings: SETTINGS,
};

/** Fields whose words are for people, so that a language may follow. */
const WORDS: ReadonlySet<string> = new Set<Field>([
  ...(['label', 'hint', 'guidance_hint', 'constraint_message', 'required_message', 'image', 'big-image', 'audio', 'video', 'form_title'] as const),
]);

export type SpokenLanguage = Language | 'other' | null;

/** A header that was understood; `language` is null where none is named. */
export interface Header {
  readonly field: Field | null;
  readonly language: SpokenLanguage;
  /** As written. */
  readonly tongue: string;
  /** The field it nearly names. */
  readonly near: Field | null;
}

const plain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '_');

const names = new Map<SheetKind, Map<string, Field>>();
for (const kind of ['survey', 'choices', 'settings'] as const) {
  const known = new Map<string, Field>();
  for (const [field, others] of Object.entries(FIELDS[kind])) for (const name of [field, ...others]) known.set(plain(name), field as Field);
  names.set(kind, known);
}

/** What a header means on its sheet: `Label :: Français (fr)` is the label, in French. */
export function headerOf(sheet: SheetKind, text: string): Header {
  const known = names.get(sheet) ?? new Map<string, Field>();
  const whole = known.get(plain(text));
  if (whole !== undefined) return { field: whole, language: null, tongue: '', near: null };
  const { base, tongue } = parted(text);
  const field = known.get(plain(base)) ?? null;
  if (field !== null && WORDS.has(field)) return { field, language: languageOf(tongue), tongue: tongue.trim(), near: null };
  return { field: null, language: null, tongue: '', near: nearest(plain(base), [...new Set(known.values())]) };
}

/** Base and language: after the last `::`, or after a single colon as forms of old write it. */
function parted(text: string): { base: string; tongue: string } {
  const sign = text.includes('::') ? '::' : ':';
  const at = text.lastIndexOf(sign);
  return at < 0 ? { base: text, tongue: '' } : { base: text.slice(0, at), tongue: text.slice(at + sign.length) };
}

const SPOKEN: Readonly<Record<string, Language>> = {
  fr: 'fr',
  fra: 'fr',
  fre: 'fr',
  français: 'fr',
  francais: 'fr',
  french: 'fr',
  en: 'en',
  eng: 'en',
  english: 'en',
  anglais: 'en',
};

/** `French (fr)`, `Français`, `fr-FR`; `other` for one that Heliograph does not speak, null for none. */
export function languageOf(text: string): SpokenLanguage {
  const words = text.trim().toLowerCase().normalize('NFC');
  if (words === '') return null;
  const [, name = words, code = ''] = /^(.*?)\s*\(\s*([a-z]{2,3})\b[^)]*\)$/.exec(words) ?? [];
  return SPOKEN[code] ?? SPOKEN[name] ?? SPOKEN[/^([a-z]{2})[-_][a-z]{2,4}$/.exec(words)?.[1] ?? ''] ?? 'other';
}

/** The known word that a slip of one or two letters away from this one; short words allow one. */
export function nearest<T extends string>(word: string, known: readonly T[]): T | null {
  const close = known.map((one) => ({ one, by: distance(word, one) })).filter(({ one, by }) => by <= (one.length < 6 ? 1 : 2));
  return close.toSorted((a, b) => a.by - b.by)[0]?.one ?? null;
}

/** Letters to insert, remove, change or swap with their neighbour. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let [before, row]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, n) => n)];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      const change = (row[j - 1] ?? 0) + (isSame ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, isSwap ? (before[j - 2] ?? 0) + 1 : change));
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? 0;
}
