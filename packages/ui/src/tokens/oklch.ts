/** A colour as eyes order it: lightness 0 to 1, chroma from 0 (grey), hue in degrees. */
export type Oklch = readonly [lightness: number, chroma: number, hue: number];

/** Linear light of the three channels, 0 to 1 when the screen can show it. */
export type LinearRgb = readonly [red: number, green: number, blue: number];

export const oklchCss = ([lightness, chroma, hue]: Oklch): string => `oklch(${lightness} ${chroma} ${hue})`;

/** OKLCH to linear sRGB (Björn Ottosson, "A perceptual color space for image processing", 2020). */
export function toLinearRgb([lightness, chroma, hue]: Oklch): LinearRgb {
  const radians = (hue * Math.PI) / 180;
  const a = chroma * Math.cos(radians);
  const b = chroma * Math.sin(radians);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

const encode = (linear: number) => (linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055);
const clamp = (value: number) => Math.min(1, Math.max(0, value));

/** Gamma-encoded sRGB channels, 0 to 1, as a screen is told them. */
export function toSrgb(colour: Oklch): LinearRgb {
  const [red, green, blue] = toLinearRgb(colour);
  return [clamp(encode(clamp(red))), clamp(encode(clamp(green))), clamp(encode(clamp(blue)))];
}

export const toHex = (colour: Oklch): string =>
  `#${toSrgb(colour)
    .map((channel) =>
      Math.round(channel * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

/** Whether an ordinary screen can show the colour; the tolerance is half a step of 8 bits. */
export const isInSrgb = (colour: Oklch): boolean => toLinearRgb(colour).every((channel) => channel >= -0.002 && channel <= 1.002);
