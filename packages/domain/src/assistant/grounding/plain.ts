/** What nobody sees and a model reads: tags, joiners, selectors, marks of direction, soft hyphens (security.md 11). */
const INVISIBLE = /[\p{Cf}\u{E0000}-\u{E007F}]|\p{Variation_Selector}/gu;

/** Text as its reader sees it, for a model and for the screen. */
export const withoutInvisible = (text: string): string => text.replace(INVISIBLE, '');

/**
 * Text of others as data inside a fence: it cannot close the fence, nor open one of its own.
 * @param longest in UTF-16 units; what is longer is cut, and says so
 */
export function fenced(text: string, longest: number): string {
  const plain = withoutInvisible(text).replaceAll('<', '‹').replaceAll('>', '›').trim();
  return plain.length <= longest ? plain : `${plain.slice(0, longest).toWellFormed()} […]`;
}
