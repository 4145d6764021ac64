import type { ThemeName } from './colours.ts';
import type { TextSize } from './scale.ts';

export interface Appearance {
  /** `auto` follows what the device prefers, strong contrast included. */
  theme: ThemeName | 'auto';
  textSize: TextSize;
}

/** Colour of the browser's own bars above each theme: the top bar's. */
export const chromeColors: Record<ThemeName, string> = { clair: '#101b32', sombre: '#040915', soleil: '#ffffff' };

/** The page behind everything, while nothing is drawn yet. */
export const pageColors: Record<ThemeName, string> = { clair: '#f9f5ef', sombre: '#0f141e', soleil: '#ffffff' };

/** Puts a person's choices on the document; the style sheet does the rest. */
export function applyAppearance(root: HTMLElement, { theme, textSize }: Appearance): void {
  if (theme === 'auto') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
  if (textSize === 100) delete root.dataset['textSize'];
  else root.dataset['textSize'] = String(textSize);
}
