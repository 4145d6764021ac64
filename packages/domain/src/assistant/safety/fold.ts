/*
 * One spelling for what is written in a hundred: without case, accents, ligatures and invisible characters, letters of other alphabets that look like
 * ours, letters s p a c e d out, figures in the place of l3tters, letters heeeld down, and the short forms of messages.
 */

/** Cyrillic, then Greek, and what each is taken for. */
const FOREIGN = 'аеорсухіјѕԁһкмтвн' + 'αεορτυνικχ';
const LATIN = 'aeopcyxijsdhkmtbh' + 'aeoptuvikx';
const FIGURES: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't' };
/** Four letters at least are left beside the figures: "mc4s" and "rs485" are names. */
const LETTERS_LEFT = 4;
/** What stands alone in French without being spelled out: "n'y a-t-il". */
const ELIDED = /^[njlmtsdcya]+$/u;
const SPELLED_OUT = /(?<![\p{L}\p{N}'’])\p{L}(?:[\s.\-_*·]+\p{L}){2,}(?![\p{L}\p{N}'’])/gu;

const BETWEEN_WORDS = /[^\p{L}\p{N}]+/u;

const MESSAGE_WORDS: Readonly<Record<string, string>> = {
  jpeu: 'je peux',
  jpeux: 'je peux',
  jsuis: 'je suis',
  jai: 'j ai',
  g: 'j ai',
  ya: 'y a',
  qd: 'quand',
  pr: 'pour',
  cmt: 'comment',
  coment: 'comment',
  ki: 'qui',
  tt: 'tout',
  ss: 'sans',
  pdt: 'pendant',
  u: 'you',
  rly: 'really',
  thru: 'through',
  cant: 'can t',
  wont: 'won t',
  isnt: 'is not',
  didnt: 'did not',
  havent: 'have not',
};

/** Folded words of a text, in order: no case, accents or ligatures; what joins words parts them. Invisible characters part nothing. */
export const foldedWords = (text: string): readonly string[] => plainLetters(text).split(BETWEEN_WORDS).filter(isWord);

/** The same as it was meant, for rules that nobody may slip past by how a word is typed. */
export const meantWords = (text: string): readonly string[] =>
  plainLetters(text)
    .replace(SPELLED_OUT, joined)
    .split(BETWEEN_WORDS)
    .filter(isWord)
    .flatMap((word) => spelled(word).split(' '));

const isWord = (word: string): boolean => word !== '';

const plainLetters = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}\u00AD]/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replace(/[\u0370-\u052F]/gu, (letter) => LATIN[FOREIGN.indexOf(letter)] ?? letter);

function joined(run: string): string {
  const letters = run.replace(/[^\p{L}]/gu, '');
  return ELIDED.test(letters) ? run : letters;
}

function spelled(word: string): string {
  const short = word.replace(/(\p{L})\1{2,}/gu, '$1');
  const isDisguised = short.replace(/[^\p{L}]/gu, '').length >= LETTERS_LEFT;
  const read = isDisguised ? short.replace(/(?<=[a-z])[013457](?=[a-z])/gu, (figure) => FIGURES[figure] ?? figure) : short;
  return (Object.hasOwn(MESSAGE_WORDS, read) ? MESSAGE_WORDS[read] : undefined) ?? read;
}
