import { type Language, language, useLanguage } from './preferences.ts';
import { typographic } from './typography.ts';

type Words = Readonly<Record<string, string | ((...parts: never) => string)>>;
/** The same keys, a text for a text and a function of the same parts for a function. */
type Alike<French extends Words> = {
  readonly [Key in keyof French]: French[Key] extends (...parts: infer Parts) => string ? (...parts: Parts) => string : string;
};

/** The words of one feature in every language. */
export interface Messages<French extends Words> {
  readonly fr: Alike<French>;
  readonly en: Alike<French>;
}

/**
 * The words of one feature, in `messages.ts` beside its screens. A key missing in English, one too many, or one with other parts does not compile.
 * Write ordinary spaces: the no-break spaces of French are set here.
 */
export function defineMessages<French extends Words>({ fr, en }: { fr: French; en: NoInfer<Alike<French>> }): Messages<French> {
  // The same words with the same parts, only spaced.
  const spaced = Object.fromEntries(Object.entries(fr).map(([key, words]) => [key, spacing(words)])) as unknown as Alike<French>;
  return { fr: spaced, en };
}

const spacing = (words: string | ((...parts: never) => string)) =>
  typeof words === 'string' ? typographic(words) : (...parts: never) => typographic(words(...parts));

/** The words in the person's language. */
export const useMessages = <French extends Words>(messages: Messages<French>): Alike<French> => messages[useLanguage()];

/** For what runs outside a component. */
export const messagesNow = <French extends Words>(messages: Messages<French>, now: Language = language.get()): Alike<French> => messages[now];

/** Picks a text of the data (a procedure's title, a tip) in the person's language. */
export const useLocalized = (): ((text: Readonly<Record<Language, string>>) => string) => {
  const spoken = useLanguage();
  return (text) => text[spoken];
};
