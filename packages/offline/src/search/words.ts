/** Words that say nothing of what is looked for, in both languages. */
const EMPTY = new Set(
  'a à au aux ce ces dans de des du en et la le les ou par pour sur un une the an and at by for from in of on or to with'.split(' ').map(fold),
);

/** Without accents, ligatures and case: "Œil DÉFAUT" and "oeil defaut" are the same to a thumb. */
export function fold(text: string): string {
  return text.toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae').normalize('NFD').replace(/\p{M}/gu, '');
}

/** Words of a text, folded; what joins them (apostrophes, dashes, points) parts them. */
export const wordsOf = (text: string): string[] => split(text).filter((word) => !EMPTY.has(word) && (word.length > 1 || /\d/.test(word)));

/** Words of a query: as those of a text, unless nothing would be left of it, for somebody who is still typing "in…". */
export function queryWordsOf(query: string): string[] {
  const words = wordsOf(query);
  return words.length > 0 ? words : split(query);
}

const split = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** Wrong letters are forgiven in words, never in numbers: OND-03 and OND-04 are two machines. */
export const mistakesIn = (word: string): number => (/\d/.test(word) || word.length < 4 ? 0 : word.length < 8 ? 1 : 2);
