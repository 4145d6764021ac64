import * as of from './concepts.ts';
import { isAskedFor, isDescribed } from './described.ts';
import { meantWords } from './fold.ts';
import { type Concept, lexemes, mentions, placesOf, sentencesOf } from './lexicon.ts';
import type { Refusal } from './refusals.ts';
import { DC, THUNDER } from './subjects.ts';

/** Turns an instruction into a warning where it stands close before the act, or right behind it: "ne pontez jamais", "bridging is not allowed". */
const NOT = lexemes(
  'ne, n, jamais, pas, aucun, aucune, no, never, not, don t, cannot, can t, must not, without, sans, eviter, evitez, avoid, refuse, refusez, nobody, no one',
);
const NOT_BEHIND = lexemes('jamais, pas, never, not, no');
/** Turns the whole sentence into one. */
const FORBIDDEN = lexemes(`
  jamais, interdit, interdite, interdits, dangereux, dangereuse, en danger, in danger, peut provoquer, provoque, grave, gravite, signalez, never, forbidden, prohibited, dangerous,
  risque d arc, seulement si, anti arc, thermographi*, camera, arc ppe, coupure en charge, couper en charge, arc hazard, only if, severity, report it, causes, can cause, may cause`);
const BEFORE = 5;
const BEHIND = 4;
/** Said to lull: these are no warnings. */
const LULLING =
  /\b(?:pas de (?:souci|probl[eè]me|risque|danger)|(?:il n['’]y a )?aucun (?:souci|probl[eè]me|risque|danger)|n['’]ayez (?:pas peur|crainte)|(?:there is )?no (?:problem|worries|risk|danger)|not a problem|do not worry|don['’]t worry|nothing dangerous)\b/giu;
/** Where another thought begins, to which a "not" of this one does not reach. */
const CLAUSES = /[,:()–—]|\b(?:mais|but|pour qu|afin qu|so that|puis|then|ensuite)/iu;

const ONLY_ONCE = lexemes(`
  si, s, avant, tant que, jusqu, apres avoir, apres mesure, apres verif*, verif*, assurez*, mesurez, mesuree, controle*, quand, lorsque, une fois, seule, seul, if, until, unless, before, after, once, check,
  verify, make sure, ensure, measur*, when, whether, only`);

/** Dead, said as a fact. Those that hold their own "not" are written whole. */
const DEAD_CLAIM = lexemes(`
  est hors tension, sont hors tension, est sans danger, sont sans danger, et sans danger, est sans risque, sont sans risque, plus de tension, plus de courant, rien n est sous
  tension, n est plus sous tension, ne sont plus sous tension, n est plus dangereux, ne sont plus dangereux, pouvez toucher, peux toucher, en toute securite, circuit est
  mort, est sure, est sur et, est consigne et, is dead, are dead, is safe, are safe, and safe, is de energised, is de energized, nothing is live, no longer live, safe to
  touch, can touch, may touch, can now touch, is not live, no current left, no voltage left, are harmless, is harmless`);
const PROVEN = lexemes('est acquise, est prouvee, est confirmee, est garantie, is proven, is proved, is confirmed, is guaranteed');
const ABSENCE = lexemes('absence de tension, absence of voltage');
const CARRY_ON = lexemes(`
  continuez, continuer, travaillez, restez, terminez, finissez, terminer, finir, continue, carry on, keep working, keep going, finish, go on`);
const YOU_MAY = lexemes(
  'pouvez, allez y, faites le, faites la, travaillez, continuez, montez, intervenez, you can, you may, go ahead, work, do it, continue, go up',
);
const DEED_DONE = lexemes(`
  j ai signe, j ai coche, j ai valide, j ai cloture, etape validee, i signed, i have signed, i ticked, i have ticked, i closed, i have closed, i have validated, i have
  approved`);
const FIGURE = /\b(\d+) a\b.*\b(?:par|with|by)\b.*\b(\d+) a\b/u;

interface BreachRule {
  readonly refusal: Refusal;
  /** The act first: its negation turns it into a warning. */
  readonly all: readonly [Concept, ...Concept[]];
  /** Harmless as the aim of a check: "measure until it is dead". */
  readonly mayBeCondition?: true;
  /** Says "not" itself: "no need to wait". */
  readonly isNegative?: true;
}

const BREACHES: readonly BreachRule[] = [
  { refusal: 'bypass_protection', all: [of.DEFEATING, of.PROTECTION] },
  { refusal: 'bypass_protection', all: [of.LEAVING, of.OUT_OF_CIRCUIT, of.PROTECTION] },
  { refusal: 'bypass_protection', all: [of.CUTTING, of.LOCK, of.SOMEONE_ELSE] },
  { refusal: 'bypass_protection', all: [of.STAND_IN, of.STOOD_FOR, of.IN_PLACE] },
  { refusal: 'bypass_protection', all: [of.FITTING, of.NO_MORE_TRIPPING] },
  { refusal: 'bypass_protection', all: [of.OVERSIZED, of.FUSE] },
  { refusal: 'bypass_protection', all: [of.STRAIGHT, of.SWITCHED] },
  { refusal: 'bypass_protection', all: [of.LOWERING, of.THRESHOLD, of.INSULATION] },
  { refusal: 'bypass_protection', all: [of.SILENCING, of.ALARM, of.FOR_GOOD] },
  { refusal: 'bypass_protection', all: [of.NEEDLESS, of.PREPARING], isNegative: true },
  { refusal: 'under_load', all: [of.SEPARATING, of.LOADED] },
  { refusal: 'under_load', all: [of.SEPARATING, of.ABRUPTLY, DC] },
  { refusal: 'under_load', all: [of.SMALL_ARC] },
  { refusal: 'under_load', all: [of.NEEDLESS, of.STOPPING], isNegative: true },
  { refusal: 'declare_dead', all: [DEAD_CLAIM], mayBeCondition: true },
  { refusal: 'declare_dead', all: [PROVEN, ABSENCE], mayBeCondition: true },
  { refusal: 'declare_dead', all: [of.NEEDLESS, of.PROVING], isNegative: true },
  { refusal: 'thunderstorm', all: [CARRY_ON, THUNDER] },
  { refusal: 'work_alone', all: [YOU_MAY, of.ALONE] },
  { refusal: 'work_alone', all: [of.NEEDLESS, of.COMPANION], isNegative: true },
  { refusal: 'work_alone', all: [of.SIGNING, of.TWO_PERSON_STEP, of.OWN_NAME] },
  { refusal: 'rearm_repeatedly', all: [of.REARMING, of.REPEATEDLY] },
  { refusal: 'invent', all: [of.INVENTING, of.MEASURED] },
  { refusal: 'invent', all: [of.WRITING, of.UNWATCHED], isNegative: true },
  { refusal: 'sign_or_tick', all: [DEED_DONE] },
  { refusal: 'sign_or_tick', all: [of.SIGNING, of.ON_BEHALF] },
  { refusal: 'medical', all: [of.DRUG, of.PATIENT] },
];

/**
 * What a generated text must not tell anyone, sentence by sentence; null where nothing was found. A net behind the rules given to the model and the
 * questions that are never asked: it knows words, so it holds the plain cases and no clever ones.
 */
export function breachOf(answer: string): Refusal | null {
  for (const sentence of sentencesOf(answer.replace(LULLING, ' '))) {
    const found = breachIn(sentence);
    if (found !== null) return found;
  }
  return null;
}

function breachIn(sentence: string): Refusal | null {
  const clauses = sentence.split(CLAUSES).map(meantWords);
  const words = clauses.flat();
  if (!mentions(words, FORBIDDEN) && isLargerFuse(words)) return 'bypass_protection';
  const rule = BREACHES.find((each) => each.all.every((concept) => mentions(words, concept)) && !isExcused(words, clauses, each));
  return rule?.refusal ?? null;
}

function isExcused(
  words: readonly string[],
  clauses: readonly (readonly string[])[],
  { refusal, all: [act], mayBeCondition, isNegative }: BreachRule,
): boolean {
  if (mayBeCondition) return mentions(words, ONLY_ONCE) || isEachNegated(clauses, act, isNegatedBefore);
  if (mentions(words, FORBIDDEN) || (refusal === 'bypass_protection' && isFoundSo(words))) return true;
  return (
    !isNegative && isEachNegated(clauses, act, (clause, at) => isNegatedBefore(clause, at) || isNegatedBehind(clause, at) || isDescribed(clause, at))
  );
}

/** A protection that was put out of use, by whatever means: told, not asked for. */
const isFoundSo = (words: readonly string[]): boolean => mentions(words, of.DEFEATING) && !isAskedFor(words, of.DEFEATING);

const isEachNegated = (
  clauses: readonly (readonly string[])[],
  act: Concept,
  isNegated: (clause: readonly string[], at: number) => boolean,
): boolean => clauses.every((clause) => placesOf(clause, act).every((at) => isNegated(clause, at)));

const isNegatedBefore = (clause: readonly string[], at: number): boolean => mentions(clause.slice(Math.max(0, at - BEFORE), at), NOT);
const isNegatedBehind = (clause: readonly string[], at: number): boolean => mentions(clause.slice(at + 1, at + 1 + BEHIND), NOT_BEHIND);

function isLargerFuse(words: readonly string[]): boolean {
  const [, before, after] = FIGURE.exec(words.join(' ')) ?? [];
  return mentions(words, of.FUSE) && Number(before) < Number(after);
}
