import { foldedWords, type Lexeme, lexemes, mentions } from './lexicon.ts';

/** Words that open the emergency sheet before anything else (handbook 7.3), with what people type in their place. */
const EMERGENCY: readonly Lexeme[] = lexemes(`
  fumee, fumees, fume, fumme, fummee, feu, feux, incendie*, flamme*, en feu, prend feu, ca brule, odeur de brule, electrocut*, electroc*,
  electris*, etincel*, etincell*, etinselle*, arc, arcs, amorcage, explos*, choc electrique, blesse, blesses, blessee, blessees, blessure*,
  blesser, inconscien*, evanoui*, respire plus, saigne*, secours, smoke, smokes, smoking, smoky, smok, somke, fire, fires, flame, flames,
  burning, shock, shocks, shocked, shok, electric shock, sparks, spark, sparking, arcing, injured, injury, injuries, injuried, hurt,
  unconscious, bleeding, not breathing, collapsed, emergency, urgence, est par terre, tombe par terre, chataigne, pris le jus, pris du jus,
  coup de jus, pris une decharge, recu une decharge, recu du courant, flambe, flambent, crepite, zapped, passed out, he is on the ground, she is on the ground, lying on the,
  took a jolt`);

/** The same words where nothing burns and nobody is hurt. */
const HARMLESS: readonly (readonly string[])[] = [
  'permis de feu',
  'permis feu',
  'pare feu',
  'coupe feu',
  'feu vert',
  'feux verts',
  'detecteur d arc',
  'detecteurs d arc',
  'detection d arc',
  'arc detector',
  'arc detectors',
  'arc detection',
  'fire permit',
  'fire door',
  'arc en ciel',
  'arret d urgence',
  'arrets d urgence',
  'emergency stop',
  'emergency stops',
  'eclairage de secours',
  'alimentation de secours',
  'batterie de secours',
  'shock absorber',
  'risque d incendie',
  'fire risk',
  'fire load',
].map((phrase) => phrase.split(' '));

/** Whether somebody may be in danger at this moment. Rather once too often: the sheet costs a glance. */
export const isEmergency = (words: readonly string[]): boolean => mentions(withoutHarmless(words), EMERGENCY);

function withoutHarmless(words: readonly string[]): readonly string[] {
  const found = HARMLESS.find((phrase) => startOf(words, phrase) >= 0);
  if (found === undefined) return words;
  // What stood on both sides must not become neighbours.
  return withoutHarmless(words.toSpliced(startOf(words, found), found.length, ''));
}

const startOf = (words: readonly string[], phrase: readonly string[]): number =>
  words.findIndex((_, at) => phrase.every((word, index) => words[at + index] === word));

/** Whether the emergency sheet comes first, told alone: small enough to be asked on a phone with no network, before anything is sent. */
export const opensEmergency = (question: string): boolean => isEmergency(foldedWords(question));
