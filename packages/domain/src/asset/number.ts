import { equipmentType } from './catalogue.ts';

/** Longest code that is printed and stored. */
export const MOST_CODE = 64;

interface Around {
  /** Number of what it hangs below; of the site, where it hangs below nothing. */
  readonly parent: string;
  readonly site: string;
  /** Numbers in use, in any case. */
  readonly taken: Iterable<string>;
}

/** Pattern of a type's numbers: `{parent}-CH##` gives `PV1-OND07-CH01`. */
export const patternOf = (type: string): string => `{parent}-${equipmentType(type)?.prefix ?? 'EQ'}##`;

/**
 * The number after the highest one in use: a number that was once given to a position is not given to another while a higher one is there.
 * @param pattern `{parent}`, `{site}`, and one run of `#` for the number, padded with zeros to its length
 * @returns null where the pattern holds no `#`, or what it makes is too long to be printed
 */
export function nextCode(pattern: string, { parent, site, taken }: Around): string | null {
  const [before, hashes, after, ...more] = pattern.split(/(#+)/);
  if (before === undefined || hashes === undefined || after === undefined || more.length > 0) return null;
  const filled = (part: string): string => part.replaceAll('{parent}', () => parent).replaceAll('{site}', () => site);
  const [head, tail] = [filled(before), filled(after)];
  const code = `${head}${String(highest(taken, head, tail) + 1).padStart(hashes.length, '0')}${tail}`;
  return code.length > MOST_CODE ? null : code;
}

function highest(taken: Iterable<string>, head: string, tail: string): number {
  const [from, to] = [head.toLowerCase(), tail.toLowerCase()];
  let most = 0;
  for (const code of taken) {
    const lower = code.toLowerCase();
    if (lower.length <= from.length + to.length || !lower.startsWith(from) || !lower.endsWith(to)) continue;
    const number = lower.slice(from.length, lower.length - to.length);
    if (/^\d{1,9}$/.test(number)) most = Math.max(most, Number(number));
  }
  return most;
}

/** What people call it where nobody gave it a name: the last part of its number. */
export const nameOfCode = (code: string): string => code.split('-').findLast((part) => part !== '') ?? code;
