/** A text as the screen writes it, the no-break spaces of French included. Whole: nothing before it, nothing after it. */
export const whole = (text: string): RegExp => new RegExp(`^\\s*${spaced(text)}\\s*$`);

/** A text that begins a longer one. */
export const beginning = (text: string): RegExp => new RegExp(`^\\s*${spaced(text)}`);

/** A text anywhere. */
export const somewhere = (text: string): RegExp => new RegExp(spaced(text));

const spaced = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s+/g, '\\s+');
