import type { Localized } from '@heliograph/domain';
import { formatIn } from '../../../platform/format.ts';
import { common } from '../../../platform/messages/common.ts';
import { messagesNow } from '../../../platform/messages.ts';
import type { Language } from '../../../platform/preferences.ts';
import { personWords } from '../../people/words.ts';
import { activityMessages } from './messages.ts';

type Details = Readonly<Record<string, unknown>>;

interface Speaker {
  readonly language: Language;
  /** Ids of people and sites that have a name here. */
  readonly names: ReadonlyMap<string, string>;
}

/** What is kept beside an act, its step by its title, and of several places of that step which one. */
export const namedStep = (details: Details, work: { readonly step: Localized | null } | null, say: (text: Localized) => string): Details =>
  work?.step == null ? details : { ...details, step: [details['item'], say(work.step)].filter((part) => typeof part === 'string').join(' · ') };

/** What is kept beside an act, line by line, in words; what has no words is left out, never shown as it is stored. */
export function linesOf({ name, changes, ...rest }: Details, speaker: Speaker): readonly string[] {
  return [
    ...(typeof name === 'string' ? [name] : []),
    ...(isRecord(changes) ? Object.entries(changes).flatMap(([field, change]) => changeLine(field, change, speaker)) : []),
    ...Object.entries(rest).flatMap(([key, value]) => line(key, value, speaker)),
  ];
}

function line(key: string, value: unknown, speaker: Speaker): string[] {
  const label = labelOf(key, speaker);
  const said = wordsOf(key, value, speaker);
  return label === null || said === null ? [] : [messagesNow(common, speaker.language).said(label, said)];
}

/** A pair of before and after; or one word, as of a picture that has no place in the record. */
function changeLine(field: string, change: unknown, speaker: Speaker): string[] {
  if (!Array.isArray(change)) return line(field, change, speaker);
  const t = messagesNow(activityMessages, speaker.language);
  const label = labelOf(field, speaker);
  const [before, after] = change.map((value) => wordsOf(field, value, speaker) ?? t.nothing);
  return label === null ? [] : [t.changed(label, before ?? t.nothing, after ?? t.nothing)];
}

function labelOf(key: string, { language }: Speaker): string | null {
  const words: Dictionary = messagesNow(activityMessages, language);
  return text(words[`detail_${key}`]);
}

/** Null where there is nothing to say. */
function wordsOf(key: string, value: unknown, speaker: Speaker): string | null {
  const { language, names } = speaker;
  const t = messagesNow(activityMessages, language);
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return value ? t.yes : t.no;
  if (typeof value === 'number') return key.endsWith('At') ? formatIn(language).moment(value) : String(value);
  if (Array.isArray(value)) {
    const all = value.flatMap((one) => wordsOf(key, one, speaker) ?? []);
    return all.length === 0 ? null : all.join(', ');
  }
  if (isRecord(value)) return certificationWords(value, language);
  if (typeof value !== 'string') return null;
  if (DAY.test(value)) return formatIn(language).day(Date.parse(value), 'UTC');
  if (UUID.test(value)) return names.get(value) ?? null;
  if (key === 'fields') return labelOf(value, speaker) ?? value;
  return known(key, value, language) ?? value;
}

/** `BR-PV jusqu’au 2027-06-30`; null for whatever else is a record. */
function certificationWords({ code, expires }: Details, language: Language): string | null {
  if (typeof code !== 'string') return null;
  return typeof expires === 'string' ? messagesNow(activityMessages, language).until(code, expires) : code;
}

/** A value that is a word of ours. */
function known(key: string, value: string, language: Language): string | null {
  const people: Dictionary = messagesNow(personWords, language);
  const words: Dictionary = messagesNow(activityMessages, language);
  if (key === 'role') return text(people[`role_${value}`]);
  if (key === 'before' || key === 'status') return text(people[`status_${value}`]);
  if (key === 'language' || key === 'languages') return text(people[`language_${value}`]);
  return text(words[`value_${value}`]);
}

/** Words asked for by a name that the server gave. */
type Dictionary = Readonly<Record<string, unknown>>;
const text = (found: unknown): string | null => (typeof found === 'string' ? found : null);

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const isRecord = (value: unknown): value is Details => typeof value === 'object' && value !== null && !Array.isArray(value);
