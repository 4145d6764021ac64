import { foldedWords, type Lexeme, lexemes, mentions, sentencesOf } from './lexicon.ts';
import type { Refusal } from './refusals.ts';

const NOT: readonly Lexeme[] = lexemes(`
  ne, n, jamais, pas, aucun, aucune, interdit, interdite, eviter, evitez, refuse, refusez, dangereux, danger, peut provoquer, never, not, don
  t, dont, cannot, can t, avoid, no one, nobody, forbidden, prohibited, dangerous, must not, refuse`);
/** Said to lull: these are no warnings. */
const LULLING =
  /\b(?:pas de (?:souci|probl[eè]me|risque|danger)|aucun (?:souci|probl[eè]me|risque|danger)|n['’]ayez (?:pas peur|crainte)|no (?:problem|worries|risk|danger)|not a problem|do not worry|don['’]t worry|nothing dangerous)\b/giu;
const ONLY_ONCE: readonly Lexeme[] = lexemes(`
  si, s, avant, tant que, jusqu, apres, verif*, assur*, mesur*, controle*, quand, lorsque, une fois, if, until, unless, before, after, once,
  check, verify, make sure, ensure, measur*, when, whether, prove, proved`);

const UNPLUG: readonly Lexeme[] = lexemes(
  'debranch*, deconnect*, ouvrez, ouvrir, ouvre, tirez, retirez, arrach*, unplug*, disconnect*, open, pull*, remov*',
);
const LOAD: readonly Lexeme[] = lexemes(`
  sous charge, en charge, sous tension, sans arreter, sans couper, sans consign*, sans mesur*, onduleur en marche, en production, courant circule, courant passe, debite, carries current, carrying current, under load,
  on load, while live, without stopping, without locking, without measuring, without isolating, while running, while producing`);
const PROTECTION: readonly Lexeme[] = lexemes(`
  consignation, cadenas, interverrouillage*, verrouillage*, controleur d isolement, detecteur*, detection, fusible*, protection*,
  disjoncteur*, securite*, lockout, lock out, padlock*, interlock*, insulation monitor*, afci, arc fault, fuse, fuses, breaker*, protective*,
  safety`);
const BYPASS: readonly Lexeme[] = lexemes(`
  ponter, pontez, pontage, shunt*, contourn*, inhib*, desactiv*, neutralis*, forcez, bypass*, circumvent*, disabl*, defeat*, jumper*,
  override, skip, ignore, ignorez, passez outre, fil a la place, fil entre, piece of wire, wire instead, wire across`);

interface BreachRule {
  readonly refusal: Refusal;
  readonly groups: readonly (readonly Lexeme[])[];
  /** Harmless as the aim of a check: "measure until it is dead". */
  readonly mayBeCondition?: true;
}

const BREACHES: readonly BreachRule[] = [
  { refusal: 'bypass_protection', groups: [BYPASS, PROTECTION] },
  { refusal: 'under_load', groups: [UNPLUG, LOAD] },
  {
    refusal: 'declare_dead',
    groups: [
      lexemes(`
  est hors tension, est sans danger, est sans risque, plus de tension, pouvez toucher, peux toucher, en toute securite, circuit est mort, is
  dead, is safe, is de energised, is de energized, no longer live, safe to touch, can touch, may touch, can now touch, is not live`),
    ],
    mayBeCondition: true,
  },
  {
    refusal: 'thunderstorm',
    groups: [
      lexemes('orage*, tonnerre, thunder*, lightning'),
      lexemes('continuez, continuer, travaillez, restez, continue, carry on, keep working, keep going'),
    ],
  },
  {
    refusal: 'work_alone',
    groups: [
      lexemes('seul, seule, alone, by yourself, on your own'),
      lexemes('pouvez, allez y, faites le, travaillez, continuez, you can, go ahead, work, do it, continue'),
    ],
  },
  {
    refusal: 'rearm_repeatedly',
    groups: [
      lexemes('rearmez, rearmer, reenclenchez, remettez le disjoncteur, reset, rearm, re arm, reclose'),
      lexemes(
        'encore, plusieurs fois, deux fois, trois fois, dix fois, autant de fois, several times, ten times, jusqu, a nouveau, again, repeatedly, until, as often',
      ),
    ],
  },
  {
    refusal: 'sign_or_tick',
    groups: [
      lexemes(`
  j ai signe, j ai coche, j ai valide, j ai cloture, etape validee, i signed, i have signed, i ticked, i have ticked, i closed, i have closed,
  i have validated, i have approved`),
    ],
  },
];

/**
 * What a generated text must not tell anyone, sentence by sentence; null where nothing was found. A net behind the rules given to the model and the
 * questions that are never asked: it knows words, so it holds the plain cases and no clever ones.
 */
export function breachOf(answer: string): Refusal | null {
  for (const sentence of sentencesOf(answer.replace(LULLING, ' '))) {
    const words = foldedWords(sentence);
    const found = BREACHES.find((rule) => rule.groups.every((group) => mentions(words, group)) && !isExcused(words, rule));
    if (found !== undefined) return found.refusal;
  }
  return null;
}

function isExcused(words: readonly string[], { refusal, mayBeCondition }: BreachRule): boolean {
  if (mayBeCondition && mentions(words, ONLY_ONCE)) return true;
  // "is not live" is itself said with a "not", and "sans danger" with a danger.
  const rest =
    refusal === 'declare_dead'
      ? words
          .join(' ')
          .replaceAll('is not live', '')
          .replaceAll('sans danger', '')
          .replace(/\bn y a plus\b/gu, '')
          .split(' ')
      : words;
  return mentions(rest, NOT);
}
