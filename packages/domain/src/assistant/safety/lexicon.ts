/**
 * What a rule looks for, folded: `fusible`, `debranch*` (how a word begins), `sous charge` (words that follow each other). One letter wrong, missing,
 * too many or in the wrong place is forgiven from six letters on: shorter words are each other's misspellings (flame and frame). A long word may be
 * cut in two by a thumb: "dé brancher". `!invent*` is taken to the letter: an inverter is no invention.
 */
export type Lexeme = readonly Part[];

interface Part {
  readonly letters: string;
  readonly isBeginning: boolean;
  readonly isForgiving: boolean;
}

/** What people call one thing or one act, in both languages: what a rule is made of. */
export type Concept = readonly Lexeme[];

const FORGIVEN_FROM = 6;
const CUT_FROM = 7;

/** A concept as it is written down: between commas. */
export const lexemes = (list: string): Concept => list.split(',').map((lexeme) => lexeme.trim().split(/\s+/).map(readPart));

function readPart(written: string): Part {
  const letters = written.replace(/[!*]/g, '');
  return { letters, isBeginning: written.endsWith('*'), isForgiving: letters.length >= FORGIVEN_FROM && !written.startsWith('!') };
}

/** Whether the words speak of the concept. */
export const mentions = (words: readonly string[], concept: Concept): boolean =>
  concept.some((parts) => words.some((_, at) => beginsAt(words, at, parts)));

/** Where they do: places of the first words. */
export const placesOf = (words: readonly string[], concept: Concept): readonly number[] =>
  words.flatMap((_, at) => (concept.some((parts) => beginsAt(words, at, parts)) ? [at] : []));

function beginsAt(words: readonly string[], at: number, parts: Lexeme): boolean {
  const [only] = parts;
  return parts.every((part, index) => isWord(words[at + index] ?? '', part)) || (parts.length === 1 && only !== undefined && isCut(words, at, only));
}

function isWord(word: string, { letters, isBeginning, isForgiving }: Part): boolean {
  if (isBeginning ? word.startsWith(letters) : word === letters) return true;
  if (!isForgiving || !beginsAlike(word, letters)) return false;
  return isBeginning ? [-1, 0, 1].some((more) => isNear(word.slice(0, letters.length + more), letters)) : isNear(word, letters);
}

/** What no single letter explains is told by two of them: most words of a text end here. */
const beginsAlike = (word: string, other: string): boolean =>
  word[0] === other[0] || word[1] === other[1] || word[0] === other[1] || word[1] === other[0];

function isCut(words: readonly string[], at: number, { letters, isBeginning }: Part): boolean {
  const first = words[at] ?? '';
  if (letters.length < CUT_FROM || first.length >= letters.length || !letters.startsWith(first)) return false;
  const whole = first + (words[at + 1] ?? '');
  return isBeginning ? whole.startsWith(letters) : whole === letters;
}

/** Whether two words differ by one letter at most: changed, missing, too many, or swapped with its neighbour. */
export function isNear(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const [a, b] = [one.slice(start), other.slice(start)];
  const isSwapped = a.length > 1 && a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
  return isSwapped || a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1);
}

/** Sentences of a text, for rules that ask for words said together. The point of a figure ends none. */
export const sentencesOf = (text: string): string[] => text.split(/[!?…;\n]+|\.(?!\d)/).filter((sentence) => sentence.trim() !== '');
