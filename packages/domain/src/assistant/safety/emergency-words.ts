import { meantWords } from './fold.ts';
import { type Concept, lexemes, mentions } from './lexicon.ts';

/** Words that open the emergency sheet before anything else (handbook 7.3), with what people type in their place. */
const EMERGENCY: Concept = lexemes(`
  fumee, fumees, fume, fumme, fummee, feu, feux, incendie*, flamme*, en feu, prend feu, ca brule, odeur de brule, electrocut*, electroc*,
  electris*, etincel*, etincell*, etinselle*, arc, arcs, amorcage, explos*, choc electrique, blesse, blesses, blessee, blessees, blessure*,
  blesser, inconscien*, evanoui*, respire plus, !saign*, au secours, secours, crame*, convuls*, malaise, asphyxi*, suffoqu*, smoke, smokes, smoking, smoky, smok, somke, fire, fires, flame, flames,
  burning, shock, shocks, shocked, shok, electric shock, sparks, spark, sparking, arcing, injured, injury, injuries, injuried, hurt,
  unconscious, bleeding, seizure, convulsi*, choking, burnt by, not breathing, collapsed, emergency, urgence, est par terre, tombe par terre, chataigne, pris le jus, pris du jus,
  coup de jus, pris une decharge, recu une decharge, recu du courant, flambe, flambent, crepite, zapped, passed out, he is on the ground, she is on the ground, lying on the,
  took a jolt, au feu, help me, blew up, swelling and, gonfle et, gonflee`);

/** Harm said in two words that are harmless alone: a tracker is stuck too. Each pair is somebody, or something that falls, and what befell. */
const HARM: readonly (readonly [Concept, Concept])[] = [
  [
    lexemes(`
      collegue*, gars, homme, femme, technicien*, ouvrier*, mec, type, quelqu un, il est, elle est, main, bras, doigt*, guy, man, woman, mate, worker*, technician*, somebody,
      someone, colleague*, he is, she is, hand, arm, finger*`),
    lexemes('coince*, colle au, colle a, lache pas, lacher, ecrase*, enseveli*, electrise*, trapped, stuck, let go, crushed, pinned, buried'),
  ],
  [
    lexemes('tombe, tombee, tombes, chute, fell, fallen, falling, fall'),
    lexemes('echelle, toit, toiture, nacelle, echafaudage, ladder, roof, scaffold*, lift platform'),
  ],
  [
    lexemes('brulure*, brule*, burnt, burned, burn, burns'),
    lexemes('visage, main*, bras, yeux, jambe*, face, hand*, arm, arms, eyes, leg, legs, flash'),
  ],
];

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
  'detecteur de fumee',
  'detecteurs de fumee',
  'detection de fumee',
  'detecteur incendie',
  'detection incendie',
  'smoke detector',
  'smoke detectors',
  'fire detector',
  'fire detectors',
  'fire extinguisher',
  'fire extinguishers',
  'exercice incendie',
  'fire drill',
  'arc fault detection',
].map((phrase) => phrase.split(' '));

/** Whether somebody may be in danger at this moment. Rather once too often: the sheet costs a glance. */
export function isEmergency(words: readonly string[]): boolean {
  const left = withoutHarmless(words);
  const alarming = ASKS_MEANING.test(words.join(' ')) ? withoutPhrase(left, ['arc', 'fault']) : left;
  return mentions(alarming, EMERGENCY) || HARM.some(([somebody, befell]) => mentions(alarming, somebody) && mentions(alarming, befell));
}

/** Where an arc fault is a word on a display: what it means, what it is for, whether it is there. */
const ASKS_MEANING = /\b(?:que veut dire|que signifie|a quoi sert|comment (?:verifier|tester)|what does|what is|how do i (?:check|test))\b/u;

const withoutHarmless = (words: readonly string[]): readonly string[] => HARMLESS.reduce(withoutPhrase, words);

function withoutPhrase(words: readonly string[], phrase: readonly string[]): readonly string[] {
  const start = words.findIndex((_, at) => phrase.every((word, index) => words[at + index] === word));
  if (start < 0) return words;
  // What stood on both sides must not become neighbours.
  return withoutPhrase(words.toSpliced(start, phrase.length, ''), phrase);
}

/** Whether the emergency sheet comes first, told alone: small enough to be asked on a phone with no network, before anything is sent. */
export const opensEmergency = (question: string): boolean => isEmergency(meantWords(question));
