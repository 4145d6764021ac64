const minus = '\u2212';

/** The same text with the other sign, for keyboards whose decimal pad has none. */
export const withOtherSign = (text: string): string => (/^[-\u2212]/.test(text) ? text.slice(1) : `${minus}${text.replace(/^\+/, '')}`);
