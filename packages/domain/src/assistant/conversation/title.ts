import { FIRST_TITLE, LONGEST_TITLE } from './limits.ts';
import { visibleText } from './plain.ts';

const oneLine = (text: string): string => visibleText(text).replace(/\s+/g, ' ').trim();

/** The first title of a conversation: the beginning of its first question, never cut inside a character. */
export function firstTitle(question: string): string {
  const characters = Array.from(oneLine(question));
  return characters.length <= FIRST_TITLE
    ? characters.join('')
    : `${characters
        .slice(0, FIRST_TITLE - 1)
        .join('')
        .trimEnd()}…`;
}

/** The title that a model proposed, without the quotation marks, the marks of emphasis and source, and the full stop that models like; null where nothing usable is left. */
export function madeTitle(proposed: string): string | null {
  const title = oneLine(proposed.split('\n').find((line) => line.trim() !== '') ?? '')
    .replace(/[*`]+|\s*\[\d+\]/g, '')
    .replace(/^(titre|title)\s*:\s*/i, '')
    .replace(/^[«"'“#*\s]+|[»"'”.*\s]+$/g, '');
  return title === '' || title.length > LONGEST_TITLE ? null : title;
}
