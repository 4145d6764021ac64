/** Folded words of a text, in order: no case, accents or ligatures; what joins words parts them. Invisible characters part nothing. */
export const foldedWords = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}\u00AD]/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/**
 * What a rule looks for, folded: `fusible`, `debranch*` (how a word begins), `sous charge` (words that follow each other). One letter wrong, missing,
 * too many or in the wrong place is forgiven from six letters on: shorter words are each other's misspellings (flame and frame).
 */
export type Lexeme = string;

/** A list of them as it is written down: between commas. */
export const lexemes = (list: string): readonly Lexeme[] => list.split(',').map((lexeme) => lexeme.trim().replace(/\s+/g, ' '));

const FORGIVEN_FROM = 6;

/** Whether one of the lexemes occurs in the words. */
export const mentions = (words: readonly string[], lexemes: readonly Lexeme[]): boolean => lexemes.some((lexeme) => occurs(words, lexeme.split(' ')));

function occurs(words: readonly string[], parts: readonly string[]): boolean {
  return words.some((_, at) => parts.every((part, index) => isWord(words[at + index] ?? '', part)));
}

function isWord(word: string, part: string): boolean {
  if (!part.endsWith('*')) return word === part || (part.length >= FORGIVEN_FROM && isNear(word, part));
  const beginning = part.slice(0, -1);
  if (word.startsWith(beginning)) return true;
  if (beginning.length < FORGIVEN_FROM) return false;
  return [-1, 0, 1].some((more) => isNear(word.slice(0, beginning.length + more), beginning));
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

/** Sentences of a text, for rules that ask for words said together. */
export const sentencesOf = (text: string): string[] => text.split(/[.!?…;\n]+/).filter((sentence) => sentence.trim() !== '');
