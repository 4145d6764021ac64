import { type Palette, palettes, type ThemeName } from './colours.ts';
import { oklchCss } from './oklch.ts';
import { motion, radius, space, target, textSizes, type, weightings } from './scale.ts';

type Declarations = Record<string, string>;

const rem = (pixels: number) => `${pixels / 16}rem`;
const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const named = <Value>(prefix: string, values: Record<string, Value>, write: (value: Value) => string): Declarations =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [`--${prefix}${kebab(name)}`, write(value)]));

function block(selector: string, declarations: Declarations, indent = ''): string {
  const lines = Object.entries(declarations).map(([name, value]) => `${indent}  ${name}: ${value};`);
  return `${indent}${selector} {\n${lines.join('\n')}\n${indent}}\n`;
}

function themeDeclarations(theme: ThemeName): Declarations {
  const { textWeight, strongWeight, rule, edge, barRule, stroke, raised } = weightings[theme];
  return {
    'color-scheme': theme === 'sombre' ? 'dark' : 'light',
    ...named('', { ...palettes[theme] } satisfies Palette, oklchCss),
    '--weight-text': `${textWeight}`,
    '--weight-strong': `${strongWeight}`,
    '--rule': `${rule}px`,
    '--edge': `${edge}px`,
    '--bar-rule': `${barRule}px`,
    '--stroke': `${stroke}`,
    '--raised': raised,
  };
}

const scaleDeclarations = (): Declarations => ({
  ...named('size-', type, ([size]) => rem(size)),
  ...named('leading-', type, ([, leading]) => rem(leading)),
  ...Object.fromEntries(space.map((pixels, index) => [`--space-${index + 1}`, `${pixels}px`])),
  ...named('target-', target, (pixels) => `${pixels}px`),
  ...named('radius-', radius, (pixels) => `${pixels}px`),
  ...named('motion-', motion, (milliseconds) => `${milliseconds}ms`),
});

const inMedia = (preference: string, selector: string, declarations: Declarations) =>
  `@media (${preference}) {\n${block(selector, declarations, '  ')}}\n`;

/** With nothing chosen the device decides: `:root` without a theme follows its preferences. */
const deviceTheme = (preference: string, theme: ThemeName) => inMedia(preference, ':root:not([data-theme])', themeDeclarations(theme));

/** The whole of `tokens.css`. */
export function renderTokens(): string {
  return [
    '/* Written by scripts/write-tokens.ts from src/tokens: change it there. */\n',
    block(':root', scaleDeclarations()),
    block(':root,\n[data-theme="clair"]', themeDeclarations('clair')),
    deviceTheme('prefers-color-scheme: dark', 'sombre'),
    block('[data-theme="sombre"]', themeDeclarations('sombre')),
    deviceTheme('prefers-contrast: more', 'soleil'),
    block('[data-theme="soleil"]', themeDeclarations('soleil')),
    ...textSizes.map((size) => block(`:root[data-text-size="${size}"]`, { 'font-size': `${size}%` })),
    inMedia(
      'prefers-reduced-motion: reduce',
      ':root',
      named('motion-', motion, () => '0ms'),
    ),
  ].join('\n');
}
