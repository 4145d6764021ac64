import { opensEmergency } from './safety/emergency-words.ts';

/** What the automatic choice looks at. */
export interface RoutedQuestion {
  readonly text: string;
  /** Pictures and files that go with it. */
  readonly attachments: number;
  /** The person judged an earlier answer bad: stopped it, chose another over it, or asks the same once more. */
  readonly isEarlierBad: boolean;
}

/** Why a question goes where it goes; screens have words for each. */
export const ROUTE_REASONS = ['attachment', 'safety', 'earlier', 'calculation', 'comparison', 'length', 'plain'] as const;
export type RouteReason = (typeof ROUTE_REASONS)[number];
export type Strength = 'cheap' | 'strong';

export interface Route {
  readonly strength: Strength;
  readonly why: RouteReason;
}

/** Longer questions describe a situation with several facts to weigh. Characters. */
const LONG = 600;

const words = (...all: string[]) => new RegExp(`(^|[^a-z0-9])(${all.join('|')})`);

/** Beginnings of words, without accents, in both languages. */
const SAFETY = words(
  ...[
    'electrocut',
    'electrisation',
    'electri(c|cal) shock',
    'choc electrique',
    'arc (electrique|flash)',
    'arc-flash',
    'incendie',
    'feu(x)?([^a-z]|$)',
    'fire',
    'fumee',
    'smoke',
  ],
  ...[
    'brulure',
    'burn(s|ed|t)?([^a-z]|$)',
    'blesse',
    'injur',
    'secours',
    'emergency',
    'urgence',
    'danger',
    'consign',
    'deconsign',
    'lock-?out',
    'sous tension',
    'live (work|part|cable|conductor)',
  ],
  ...[
    'haute tension',
    'high voltage',
    'isolement',
    'riso',
    'insulation',
    'defaut de terre',
    'ground fault',
    'earth fault',
    'chute',
    'fall(ing)? from',
    'habilit',
    'epi([^a-z]|$)',
    'ppe([^a-z]|$)',
    'hauteur',
    'at height',
  ],
);
const COMPARISON = words(
  'compar',
  'difference entre',
  'difference between',
  'versus',
  'vs([^a-z]|$)',
  'plutot que',
  'rather than',
  'mieux que',
  'better than',
  'lequel',
  'laquelle',
  'which (one|of)',
  'avantages',
  'pros and cons',
);
const CALCULATION = words(
  'calcul',
  'comput',
  'dimensionn',
  'size the',
  'formule',
  'formula',
  'convert',
  'combien de',
  'how (many|much)',
  'pourcentage',
  'percentage',
  'rendement attendu',
  'expected yield',
);
const ARITHMETIC = /\d\s*[+*/×÷^]\s*\d|\d\s+-\s+\d|=\s*\?/;

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Picks the cheap or the strong model for a question. The first rule that holds is the reason that is shown; the person may overrule it. */
export function routeQuestion({ text, attachments, isEarlierBad }: RoutedQuestion): Route {
  const said = plain(text.slice(0, 20_000));
  const strong = (why: RouteReason): Route => ({ strength: 'strong', why });
  if (attachments > 0) return strong('attachment');
  if (SAFETY.test(said) || opensEmergency(said)) return strong('safety');
  if (isEarlierBad) return strong('earlier');
  if (CALCULATION.test(said) || ARITHMETIC.test(said)) return strong('calculation');
  if (COMPARISON.test(said)) return strong('comparison');
  return text.length > LONG ? strong('length') : { strength: 'cheap', why: 'plain' };
}
