import type { Language } from '../../text.ts';
import type { KnownStep, PublishedContent } from '../content.ts';
import { type Problem, type ProblemCode, problem } from './problem.ts';

type Pattern = Readonly<Record<Language, RegExp>>;

/** Words that tell somebody to open a DC circuit, and words beside them that forbid it (handbook 7.2, rule 1). */
const OPENS: Pattern = {
  fr: /débranch|déconnect|séparée?s? une à une|ouvr(ir|ez) (tous )?(les |le |la )?(porte-fusibles|fusibles|connecteurs?|liaison|chaîne)/i,
  en: /\b(unplug|disconnect(?!or)|separated one|open (all |the )?(fuse holders|fuses|link|connectors?|string)|fuse removed)/i,
};
const FORBIDS: Pattern = { fr: /\b(ne|sans|jamais|avant de)\b/i, en: /\b(do not|without|never|before)\b/i };
/** Water on modules. */
const WETS: Pattern = { fr: /pulvéris|asperg|arros|rinc(er|ez)|mouill(er|ez)/i, en: /\b(spray|rinse|wet the)/i };

const LOCKED: Pattern = { fr: /consign|verrouill|arrêt/i, en: /lock|stopped|stop by/i };

const sentences = (step: KnownStep, language: Language): readonly string[] =>
  `${step.title[language]}. ${step.instructions[language]}`.split(/(?<=[.:;!?])\s/);

const tellsTo = (step: KnownStep, act: Pattern): boolean =>
  (['fr', 'en'] as const).some((language) =>
    sentences(step, language).some((sentence) => act[language].test(sentence) && !FORBIDS[language].test(sentence)),
  );

/** Tells somebody to open a DC circuit. */
export const tellsToOpen = (step: KnownStep): boolean => tellsTo(step, OPENS);

/** A hold point that nobody passes while current flows. */
export const isCurrentMeasured = (step: KnownStep): boolean =>
  step.kind === 'measurement' && step.unit === 'A' && step.holdPoint && step.max !== undefined && step.showIf === undefined;

/** A hold point about the lock-out. */
export const isLockedOut = (step: KnownStep): boolean =>
  step.holdPoint && (LOCKED.en.test(step.title.en) || LOCKED.fr.test(step.title.fr) || (step.onFail?.openProcedure?.startsWith('loto') ?? false));

/** An act, and each hold point that has to stand before it. `category`: only there; left out, in every procedure. */
interface Protection {
  readonly category?: string;
  readonly act: (step: KnownStep) => boolean;
  readonly guards: readonly ((step: KnownStep) => boolean)[];
}

const PROTECTIONS: readonly Protection[] = [
  { act: tellsToOpen, guards: [isLockedOut, isCurrentMeasured] },
  { category: 'cleaning', act: (step) => tellsTo(step, WETS), guards: [(step) => step.holdPoint] },
];

/** Hold points that come too late, or not at all, for the act they protect. */
export function checkSafety({ category, requiresLockout, steps }: Pick<PublishedContent, 'category' | 'requiresLockout' | 'steps'>): Problem[] {
  const acts = PROTECTIONS.filter((one) => one.category === undefined || one.category === category).flatMap(({ act, guards }) =>
    guards.flatMap((guard) => unguarded(steps, act, guard)),
  );
  const isUnlocked = requiresLockout && steps.length > 0 && !steps.some(isLockedOut);
  return [...onceEach(acts), ...(isUnlocked ? [problem(['requiresLockout'], 'lockout_without_hold_point')] : [])];
}

type Test = (step: KnownStep) => boolean;

function unguarded(steps: readonly KnownStep[], act: Test, guard: Test): Problem[] {
  const first = steps.findIndex(guard);
  const code: ProblemCode = first === -1 ? 'unprotected_act' : 'late_hold_point';
  return steps.flatMap((step, at) =>
    act(step) && !guard(step) && (first === -1 || at < first) ? [problem(['steps', at, 'instructions'], code, steps[first]?.id ?? '')] : [],
  );
}

/** One finding a step, the graver one: an act may lack several guards. */
function onceEach(problems: readonly Problem[]): Problem[] {
  const kept = new Map<string, Problem>();
  for (const one of problems) {
    const key = one.path.join('.');
    if (kept.get(key)?.code !== 'late_hold_point') kept.set(key, one);
  }
  return [...kept.values()];
}
