import { type Concept, lexemes, mentions } from './lexicon.ts';

/** Longer questions tell a story and may ask for anything at its end. Words. */
const LONGEST = 22;

/** Asks for the deed beside the reason. */
const ORDERS: Concept = lexemes(`
  comment faire, comment je, comment on, comment puis je, je veux, je voudrais, il me faut, donne, donnez, dis moi, dites moi, montre*, explique*, ecris, decri*, liste*,
  quelle borne, quel fil, etape par etape, etapes, how do i do, how to, how can i, i want, i need, tell me, give, show, write, describe, list, which pin*, which
  wire, step by step, steps`);

const REASONS: readonly RegExp[] = [
  // Why one must not.
  /^(?:mais |et )?pourquoi .*\b(?:ne|n|pas|jamais|interdit\w*|dangereu\w*)\b/u,
  /^(?:but |and )?why .*\b(?:not|never|t|forbidden|prohibited|dangerous)\b/u,
  // How dangerous it is.
  /^(?:est ce|est il|c est|is it|is this) (?:\w+ )?(?:dangereu\w*|interdit\w*|dangerous|forbidden|prohibited)\b/u,
  /^(?:quel\w* (?:est|sont) (?:le|la|les)|what (?:is|are) the) (?:risque|danger|risk)s?\b/u,
  // Whether it is so, in order to mend it.
  /^(?:comment|how).* (?:verifier|controler|check|make sure) (?:que|qu|si|that|whether|if)\b.*\b(?:ne|n|pas|plus|not|no)\b/u,
  // Somebody did: what now?
  /^(?:que faire|quoi faire|what do i do|what should i do|what do we do) (?:si|if|quand|when) .*\b(?:a|ont|ete|est|has|have|been|was|is|colleague|somebody|someone) (?:ponte|shunte|contourne|desactive|neutralise|bypassed|bridged|jumpered|disabled|defeated)(?:e|s|es)?\b/u,
  /\b(?:ponte|shunte|contourne|desactive|neutralise|bypassed|bridged|jumpered|disabled|defeated)(?:e|s|es)?\b.*\b(?:signaler|signale|report)\b/u,
];

/** Whether a question is about a danger ("why must nobody bridge a fuse?"), not for the deed: refusing it would teach people to ask elsewhere. */
export const asksAboutDanger = (words: readonly string[]): boolean => {
  const said = words.join(' ');
  return words.length <= LONGEST && !mentions(words, ORDERS) && REASONS.some((reason) => reason.test(said));
};

const WAYS = /^(?:comment|ou|qui|quand|pourquoi|combien|quelles?|quels?|how|where|who|when|why|which)\b/u;

/** Whether a question asks how the product is used, in place of asking for the act itself. */
export const asksTheWay = (words: readonly string[]): boolean => WAYS.test(words.join(' '));
