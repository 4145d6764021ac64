import { type Concept, lexemes, mentions } from './lexicon.ts';
import type { Refusal } from './refusals.ts';

/** Longer questions tell a story and may ask for anything at its end. Words. */
const LONGEST = 22;

/** Asks for the deed, or for leave to do it, beside the reason. */
const ORDERS: Concept = lexemes(`
  comment faire, comment je, comment on, comment puis je, comment ne pas, et comment, je veux, je voudrais, je peux, puis je, on peut,
  il me faut, donne, donnez, dis moi, dites moi, montre*, explique*, ecris, decri*, liste*, quelle borne, quel fil, etape par etape, etapes, how do i do, how to, how can i, and how,
  can i, can we, may i, may we, could i, could we, i want, i need, tell me, give, show, write, describe, list, which pin*, which wire, step by step, steps`);

/** Whoever says it does it; "why can't I bypass it?" does not say so. */
const DOING =
  /(?<!\b(?:t|not|never|must|should|can) )\b(?:je|j|on|nous|i|we) (?:(?:le|la|les|l|it|them) )?(?:ponte|pontons|shunte|shuntons|contourne|contournons|desactive|neutralise|inhibe|bypass|bridge|jumper|disable|defeat)\b/u;

const DONE = '(?:ponte|shunte|contourne|desactive|neutralise|inhibe|bypassed|bridged|jumpered|disabled|defeated)(?:e|s|es)?';
const AUXILIARY = '(?:a|as|ont|ete|est|sont|etait|has|have|had|been|was|were|is|are)';

const REASONS: readonly RegExp[] = [
  // Why one must not: "pourquoi ne pas le faire ?" is a proposal.
  /^(?:mais |et )?pourquoi .*\b(?:faut|faudrait|doit|doivent|devrait|peut|peuvent|droit)\b.*\b(?:pas|jamais|personne)\b/u,
  /^(?:mais |et )?pourquoi .*\b(?:personne|nul|jamais|ne|n)\b.*\b(?:faut|doit|doivent|devrait|peut|peuvent|droit)\b/u,
  /^(?:mais |et )?pourquoi .*\b(?:interdit\w*|dangereu\w*)\b/u,
  /^(?:but |and )?why .*\b(?:must|should|may|can)\b.*\b(?:not|never|t|nobody)\b/u,
  /^(?:but |and )?why .*\b(?:forbidden|prohibited|dangerous)\b/u,
  // How dangerous it is.
  /^(?:est ce|est il|c est|is it|is this) (?:\w+ )?(?:dangereu\w*|interdit\w*|dangerous|forbidden|prohibited)\b/u,
  /^(?:quel\w* (?:est|sont) (?:le|la|les)|what (?:is|are) the) (?:risque|danger|risk)s?\b/u,
  // Whether it was done, in order to mend it.
  new RegExp(
    `^(?:comment|how).* (?:verifier|controler|check|make sure) (?:que|qu|si|that|whether|if)\\b.*\\b(?:ne|n|pas|plus|not|no)\\b.*\\b${DONE}\\b`,
    'u',
  ),
  // Somebody did: what now?
  new RegExp(
    `^(?:que faire|quoi faire|what do i do|what should i do|what do we do) (?:si|if|quand|when) .*\\b(?:${AUXILIARY}|colleague|somebody|someone) ${DONE}\\b`,
    'u',
  ),
  new RegExp(`\\b${AUXILIARY} (?:\\w+ )?${DONE}\\b.*\\b(?:signaler|signale|report)\\b`, 'u'),
];

/** Acts of which one may ask why nobody does them. Whether something is dead, or what a value is, is answered by no reason. */
const EXPLAINED: ReadonlySet<Refusal> = new Set<Refusal>([
  'bypass_protection',
  'under_load',
  'thunderstorm',
  'work_alone',
  'rearm_repeatedly',
  'sign_or_tick',
]);

/** Whether a question is about a danger ("why must nobody bridge a fuse?"), not for the deed: refusing it would teach people to ask elsewhere. */
export const asksAboutDanger = (words: readonly string[], of: Refusal): boolean => {
  const said = words.join(' ');
  return EXPLAINED.has(of) && words.length <= LONGEST && !mentions(words, ORDERS) && !DOING.test(said) && REASONS.some((reason) => reason.test(said));
};

const WAYS = /^(?:comment|ou|qui|quand|pourquoi|combien|quelles?|quels?|how|where|who|when|why|which)\b/u;

/** Whether a question asks how the product is used, in place of asking for the act itself. */
export const asksTheWay = (words: readonly string[]): boolean => WAYS.test(words.join(' '));
