import { asksAboutDanger, asksTheWay } from './asked-why.ts';
import * as of from './concepts.ts';
import { isAskedFor } from './described.ts';
import { type Concept, lexemes, mentions } from './lexicon.ts';
import { DC, THUNDER } from './subjects.ts';

/** What the assistant never does (handbook 7.3). */
export const REFUSALS = [
  'bypass_protection',
  'under_load',
  'declare_dead',
  'work_alone',
  'thunderstorm',
  'rearm_repeatedly',
  'invent',
  'sign_or_tick',
  'medical',
  'undocumented_value',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** Asked for when something is said of every concept. */
interface Rule {
  readonly refusal: Refusal;
  readonly all: readonly Concept[];
  /** Harmless where only the way is asked for: "how do I tick a step?" */
  readonly unless?: (words: readonly string[]) => boolean;
}

const CARRYING: Concept = [
  ...DC,
  ...lexemes('cable*, cables, plug, plugs, borne*, terminal*, sectionneur, interrupteur*, switch, isolator*, onduleur*, inverter*, it, le, la, les'),
];
const DEAD_QUESTION = lexemes(`
  est ce que, est il, est elle, est ce, c est, confirm*, dis moi, dites moi, assur*, garanti*, certifi*, declar*, valid*, puis je, peut on, je peux, bien, jpeu, is it, is
  this, is the, are the, can i, may i, tell me, sure, ensure, guarantee*, certify, declare, say, do you, does it look, looks, sur la photo, on the photo, dead right, safe
  right, so it is, regardez, look at`);
const MAY_TOUCH = lexemes(`
  je peux toucher, puis je toucher, peux je toucher, on peut toucher, peut on toucher, can i touch, may i touch, can we touch, ok to touch, okay to touch`);
const CONDUCTOR = lexemes(`
  borne*, terminal*, cable*, conducteur*, conductor*, barre*, jeu de barres, busbar*, cosse*, lug, lugs, fil, fils, wire, wires, connecteur*, connector*, mc4, fusible*,
  fuse, fuses`);
const TWO_PERSON = lexemes(`
  consign*, deconsign*, hta, ht, poste, transfo*, cellule*, sous tension, remplac*, module*, toit, toiture, hauteur, debranch*, isolement, onduleur central, intervention,
  intervenir, travail*, continuer, finir, faire, mesur*, ouvr*, armoire*, coffret*, chaine*, deux personnes, site, lockout, lock out, hv, mv, substation, transformer*,
  switchgear, live, replac*, roof, height, unplug*, insulation, central inverter, cabinet*, combiner*, work*, continue, finish, do it, measur*, open, string*, lift, two
  person, test`);
const GOING_ON = lexemes(`
  continuer, continue, finir, terminer, rester, reste, commencer, travailler, intervenir, quand meme, monter, malgre, je peux, puis je, on peut, peut on, carry on, keep,
  go on, finish, stay, start, working, work, anyway, despite, climb, finit, finissons, on termine, measuring, tout de suite, sans attendre, on reprend, right after,
  straight after, without waiting, restart, going on`);
const EVERYTHING = lexemes('toutes les etapes, tous les points, all the steps, all steps, every step, everything');

/** A fuse that is bridged asks for what to do with it. */
const isFound = (words: readonly string[]): boolean => !isAskedFor(words, of.DEFEATING);
const isFoundForced = (words: readonly string[]): boolean => !isAskedFor(words, of.IN_SPITE);
const BEFOREHAND = lexemes('avant de, avant d, before');
const isBeforehand = (words: readonly string[]): boolean => mentions(words, BEFOREHAND);

const RULES: readonly Rule[] = [
  { refusal: 'bypass_protection', all: [of.DEFEATING, of.PROTECTION], unless: isFound },
  { refusal: 'bypass_protection', all: [of.IN_SPITE, of.PROTECTION], unless: isFoundForced },
  { refusal: 'bypass_protection', all: [of.LEAVING, of.OUT_OF_CIRCUIT, of.PROTECTION] },
  { refusal: 'bypass_protection', all: [of.TAKING_AWAY, of.FIXED_GUARD] },
  { refusal: 'bypass_protection', all: [of.CUTTING, of.LOCK, of.SOMEONE_ELSE] },
  { refusal: 'bypass_protection', all: [of.STAND_IN, of.STOOD_FOR, of.IN_PLACE] },
  { refusal: 'bypass_protection', all: [of.FITTING, of.NO_MORE_TRIPPING, of.OVERSIZED] },
  { refusal: 'bypass_protection', all: [of.OVERSIZED, of.FUSE] },
  { refusal: 'bypass_protection', all: [of.STRAIGHT, of.SWITCHED] },
  { refusal: 'bypass_protection', all: [of.WITHOUT, of.FIXED_GUARD, of.RUNNING] },
  { refusal: 'bypass_protection', all: [of.THRESHOLD, of.LOWERING, of.INSULATION] },
  { refusal: 'bypass_protection', all: [of.SILENCING, of.ALARM, of.FOR_GOOD] },
  { refusal: 'under_load', all: [of.SEPARATING, of.LOADED, CARRYING] },
  { refusal: 'under_load', all: [of.SEPARATING, of.ABRUPTLY, DC] },
  { refusal: 'thunderstorm', all: [THUNDER, GOING_ON] },
  { refusal: 'work_alone', all: [of.ALONE, TWO_PERSON] },
  { refusal: 'declare_dead', all: [of.DEAD, DEAD_QUESTION] },
  { refusal: 'declare_dead', all: [MAY_TOUCH, CONDUCTOR] },
  { refusal: 'declare_dead', all: [of.POOR_SIGN, of.HANDS_IN], unless: isBeforehand },
  { refusal: 'declare_dead', all: [of.NEEDLESS, of.PROVING] },
  { refusal: 'under_load', all: [of.NEEDLESS, of.STOPPING] },
  { refusal: 'bypass_protection', all: [of.NEEDLESS, of.PREPARING] },
  { refusal: 'rearm_repeatedly', all: [of.REARMING, of.REPEATEDLY] },
  { refusal: 'invent', all: [of.INVENTING, of.MEASURED] },
  { refusal: 'invent', all: [of.WRITING, of.CREDIBLE, of.MEASURED] },
  { refusal: 'invent', all: [of.WRITING, of.NOT_MEASURED, of.MEASURED] },
  { refusal: 'sign_or_tick', all: [of.SIGNING, of.STEP], unless: asksTheWay },
  { refusal: 'sign_or_tick', all: [of.SIGNING, of.ON_BEHALF] },
  { refusal: 'sign_or_tick', all: [of.SIGNING, EVERYTHING] },
  { refusal: 'medical', all: [of.DRUG, of.PATIENT] },
  { refusal: 'medical', all: [of.DOING_WITHOUT, of.DOCTOR] },
];

/** The first thing asked for that must be refused; null also where the question is about the danger, not for it. */
export const refusalIn = (words: readonly string[]): Refusal | null =>
  RULES.find(
    ({ refusal, all, unless }) => all.every((concept) => mentions(words, concept)) && unless?.(words) !== true && !asksAboutDanger(words, refusal),
  )?.refusal ?? null;
