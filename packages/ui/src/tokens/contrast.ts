import { type Oklch, toSrgb } from './oklch.ts';

const decode = (channel: number) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);

function luminance(colour: Oklch): number {
  const [red, green, blue] = toSrgb(colour);
  return 0.2126 * decode(red) + 0.7152 * decode(green) + 0.0722 * decode(blue);
}

/** Contrast ratio of WCAG 2.2, from 1 to 21. */
export function wcagRatio(one: Oklch, other: Oklch): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function screenLuminance(colour: Oklch): number {
  const [red, green, blue] = toSrgb(colour);
  const y = 0.2126729 * red ** 2.4 + 0.7151522 * green ** 2.4 + 0.072175 * blue ** 2.4;
  // biome-ignore lint/suspicious/noApproximativeNumericConstant: APCA's own constant, not the root of two
  return y > 0.022 ? y : y + (0.022 - y) ** 1.414;
}

/** Lightness contrast of APCA 0.1.9, as a size from 0 to 108: unlike the ratio it doesn't flatter dark pairs. */
export function apcaContrast(text: Oklch, ground: Oklch): number {
  const ink = screenLuminance(text);
  const paper = screenLuminance(ground);
  if (Math.abs(paper - ink) < 0.0005) return 0;
  const raw = paper > ink ? (paper ** 0.56 - ink ** 0.57) * 1.14 : (ink ** 0.62 - paper ** 0.65) * 1.14;
  return raw < 0.1 ? 0 : (raw - 0.027) * 100;
}
