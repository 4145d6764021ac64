import { type Concept, lexemes, mentions, placesOf } from './lexicon.ts';

const BEFORE = 3;
const STATE = lexemes(`
  est, sont, etait, a ete, ont ete, ete, semble, parait, fusible, differentiel, contact, disjoncteur, cadenas, padlock*, protection, is, are, was, were, been, has, have, seems, found,
  looks, appears`);
/** Permits or orders it, and describes nothing. */
const TO_BE = lexemes('peut etre, peuvent etre, doit etre, doivent etre, can be, may be, could be, should be, must be, needs to be');

/** Whether an act is told as what was found, "the fuse is bridged", in place of what to do. Only a participle can be. */
export const isDescribed = (words: readonly string[], at: number): boolean => {
  const before = words.slice(Math.max(0, at - BEFORE), at);
  return /(?:ed|ees?|es?)$/u.test(words[at] ?? '') && mentions(before, STATE) && !mentions(before, TO_BE);
};

/** Whether a concept occurs that is more than a description. */
export const isAskedFor = (words: readonly string[], concept: Concept): boolean => placesOf(words, concept).some((at) => !isDescribed(words, at));
