import { isEmergency } from './emergency-words.ts';
import { meantWords } from './fold.ts';
import { lexemes, mentions } from './lexicon.ts';
import { type Refusal, refusalIn } from './refusals.ts';
import { DC, THUNDER, TOUCHING } from './subjects.ts';
import { type GuardedValue, isDocumented, valueAskedIn } from './values.ts';

/** What must always be said beside an answer (handbook 7.3). The product says it, whatever a model wrote. */
export type Reminder = 'not_a_substitute' | 'live_in_daylight' | 'authorised_and_locked_out' | 'look_first' | 'stop_in_thunder';

export interface Safety {
  /** The emergency sheet comes first, before any other text. */
  readonly emergency: boolean;
  readonly mustSay: readonly Reminder[];
  /** Not to be answered, by any model: this is said instead. */
  readonly refuse: Refusal | null;
  /** May only be answered from a document that states it: see `refusalOf`. */
  readonly value: GuardedValue | null;
}

/** The longest follow-up, in words, that may lean on the question before it. */
const LONGEST_LEANING = 14;
const LEANING = lexemes(`
  et, alors, donc, ca, cela, quand meme, le faire, vas y, allez, juste, en theorie, hypothe*, imagine, insiste, rassure, d accord, ok,
  pourtant, and, so, then, it, that, anyway, just, go on, come on, in theory, hypothetically, pretend, insist, okay, still, please, but, mais`);
/** A follow-up of so few words brings nothing of its own: "and why not?". */
const BARE = 5;
/** Way out of a refusal: what the refusal itself offers. */
const SAFE_WAY = lexemes('procedure, procedures, consignation, lockout, lock out, lock-out, superviseur, supervisor, charge de travaux');

/**
 * What safety asks of a question, in French or English, with the mistakes of a gloved thumb. The same words decide on the phone, offline, and on the
 * server; nothing that a model, a document, a photo or an earlier answer says can change it.
 * @param before earlier questions of the conversation, oldest first: "and how do I do it?" asks for what was asked before
 */
export function safetyOf(question: string, before: readonly string[] = []): Safety {
  const words = meantWords(question);
  const meant = leansOn(words) ? [...subjectOf(before), ...words] : words;
  return { emergency: isEmergency(words), mustSay: remindersFor(meant), refuse: refusalIn(words) ?? refusalIn(meant), value: valueAskedIn(meant) };
}

/** The refusal in force once the passages found are known: a guarded value that none of them states is not answered. */
export const refusalOf = ({ refuse, value }: Safety, passages: readonly string[]): Refusal | null =>
  refuse ?? (value === null || isDocumented(value, passages) ? null : 'undocumented_value');

/** What was asked last with a subject of its own: between it and now somebody may have insisted once. */
function subjectOf(before: readonly string[]): readonly string[] {
  const last = meantWords(before.at(-1) ?? '');
  return last.length <= BARE && leansOn(last) ? [...meantWords(before.at(-2) ?? ''), ...last] : last;
}

const leansOn = (words: readonly string[]): boolean => words.length <= LONGEST_LEANING && mentions(words, LEANING) && !mentions(words, SAFE_WAY);

function remindersFor(words: readonly string[]): Reminder[] {
  const isTouching = mentions(words, TOUCHING);
  return [
    ...(mentions(words, THUNDER) ? (['stop_in_thunder'] as const) : []),
    ...(mentions(words, DC) ? (['live_in_daylight'] as const) : []),
    ...(isTouching ? (['authorised_and_locked_out', 'look_first'] as const) : []),
    'not_a_substitute',
  ];
}
