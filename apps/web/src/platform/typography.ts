const NARROW = '\u202f';
/** The no-break space. */
export const FIXED = '\u00a0';

/** French spacing: a narrow no-break space before `; ? !`, a no-break space before `: %` and inside guillemets. Times and ratios keep their colon. */
export const typographic = (text: string): string =>
  text
    .replace(/ ([;?!])/g, `${NARROW}$1`)
    .replace(/ ([:%»])/g, `${FIXED}$1`)
    .replace(/« /g, `«${FIXED}`);

/** A number of a text that others wrote, and what it counts, on one line: `toutes les 15 minutes`. */
export const unbroken = (text: string): string => text.replace(/(\d) (?=\p{L})/gu, `$1${FIXED}`);

/** A number and its unit, never on two lines. */
export const withUnit = (number: string, unit: string): string =>
  unit === '' ? number : `${number}${unit.startsWith('°') && unit.length === 1 ? '' : FIXED}${unit}`;

/** A day that begins a line: `Mercredi 25 novembre`. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What somebody typed as a reason, closed where another sentence follows it. */
export const sentence = (text: string): string => (text === '' || /[.!?…]$/.test(text) ? text : `${text}.`);
