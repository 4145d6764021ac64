import { type Concept, lexemes, mentions } from './lexicon.ts';

/** Values that come from a document of the exact equipment, or not at all (handbook 7.3). */
export type GuardedValue = 'torque' | 'fuse' | 'arc_flash' | 'approach' | 'setting';

const ASKED: Readonly<Record<GuardedValue, Concept>> = {
  torque: lexemes('couple de serrage, couples de serrage, quel couple, au couple, torque, torques, newton*'),
  fuse: lexemes(`
  calibre, calibres, quel fusible, quels fusibles, valeur du fusible, fuse rating, fuse size, which fuse, what fuse, size of fuse, rating of
  the fuse`),
  arc_flash: lexemes('arc flash, energie incidente, incident energy, flash boundary'),
  approach: lexemes(
    'distance d approche, distances d approche, distance de voisinage, approach distance, approach distances, safe distance, distance de securite',
  ),
  setting: lexemes(`
  reglage du relais, reglages du relais, reglage de la protection, reglages de la protection, seuil de declenchement, relay setting, relay
  settings, protection setting, protection settings, trip setting, trip settings`),
};

const WRITTEN: Readonly<Record<GuardedValue, RegExp>> = {
  torque: /\d\s*n[·.\s]?m\b/iu,
  fuse: /\d\s*A\b/u,
  arc_flash: /\d\s*(?:k?J|cal)\s*\/\s*cm/iu,
  approach: /\d\s*[cm]?m\b/iu,
  setting: /\d/u,
};

/** Which of them a question asks for. */
export const valueAskedIn = (words: readonly string[]): GuardedValue | null =>
  (['torque', 'fuse', 'arc_flash', 'approach', 'setting'] as const).find((value) => mentions(words, ASKED[value])) ?? null;

/** Whether one of the passages states such a value. */
export const isDocumented = (value: GuardedValue, passages: readonly string[]): boolean => passages.some((passage) => WRITTEN[value].test(passage));
