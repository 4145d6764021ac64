import { withoutInvisible } from '../grounding/plain.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to take out
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u2028\u2029]/g;

/** A text as its reader sees it, ready to be stored: for what is asked and for what is answered alike. */
export const visibleText = (text: string): string => withoutInvisible(text.toWellFormed().replaceAll('\r\n', '\n')).replace(CONTROL, '');
