import type { Oklch } from './oklch.ts';

/** Every theme fills the same roles, so that a component names a role and never a colour. */
export interface Palette {
  /** The page, a thing lying on it, and a hollow in it. */
  paper: Oklch;
  surface: Oklch;
  sunken: Oklch;
  ink: Oklch;
  inkSoft: Oklch;
  /** A hairline between things; the edge of something that can be pressed or filled in. */
  line: Oklch;
  lineStrong: Oklch;
  /** What can be acted on. */
  signal: Oklch;
  onSignal: Oklch;
  signalWash: Oklch;
  /** The brand and the glint; never text on paper. */
  sun: Oklch;
  /** The band at the top of a screen. */
  bar: Oklch;
  barRaised: Oklch;
  onBar: Oklch;
  onBarSoft: Oklch;
  /** Results: the colour goes with a shape and a word. A wash is the ground under them. */
  conform: Oklch;
  conformWash: Oklch;
  watch: Oklch;
  watchWash: Oklch;
  out: Oklch;
  outWash: Oklch;
  stop: Oklch;
  stopWash: Oklch;
  /** What is cut out of a filled mark or written on a filled result. */
  onMark: Oklch;
}

const black: Oklch = [0, 0, 0];
const white: Oklch = [1, 0, 0];

const clair: Palette = {
  paper: [0.972, 0.009, 84],
  surface: [0.994, 0.003, 84],
  sunken: [0.943, 0.013, 84],
  ink: [0.2, 0.035, 264],
  inkSoft: [0.4, 0.03, 264],
  line: [0.87, 0.014, 84],
  lineStrong: [0.58, 0.022, 264],
  signal: [0.43, 0.195, 262],
  onSignal: white,
  signalWash: [0.945, 0.024, 262],
  sun: [0.82, 0.165, 78],
  bar: [0.225, 0.048, 264],
  barRaised: [0.31, 0.055, 264],
  onBar: [0.985, 0.006, 84],
  onBarSoft: [0.87, 0.014, 84],
  conform: [0.4, 0.1, 152],
  conformWash: [0.95, 0.036, 155],
  watch: [0.42, 0.092, 70],
  watchWash: [0.95, 0.05, 85],
  out: [0.44, 0.165, 31],
  outWash: [0.95, 0.022, 35],
  stop: [0.41, 0.16, 20],
  stopWash: [0.94, 0.03, 15],
  onMark: white,
};

const sombre: Palette = {
  paper: [0.19, 0.022, 264],
  surface: [0.235, 0.026, 264],
  sunken: [0.155, 0.018, 264],
  ink: [0.967, 0.008, 84],
  inkSoft: [0.87, 0.012, 84],
  line: [0.345, 0.028, 264],
  lineStrong: [0.64, 0.03, 264],
  signal: [0.82, 0.09, 256],
  onSignal: [0.17, 0.04, 264],
  signalWash: [0.3, 0.06, 262],
  sun: [0.83, 0.16, 79],
  bar: [0.14, 0.03, 264],
  barRaised: [0.255, 0.04, 264],
  onBar: [0.967, 0.008, 84],
  onBarSoft: [0.86, 0.012, 84],
  conform: [0.86, 0.13, 155],
  conformWash: [0.28, 0.05, 155],
  watch: [0.88, 0.13, 86],
  watchWash: [0.29, 0.045, 80],
  out: [0.83, 0.09, 36],
  outWash: [0.28, 0.055, 32],
  stop: [0.82, 0.093, 18],
  stopWash: [0.28, 0.065, 18],
  onMark: [0.15, 0.03, 264],
};

/** Full sun washes hue out and makes grey vanish: black on white, and results dark enough to read as black. */
const soleil: Palette = {
  paper: white,
  surface: white,
  sunken: white,
  ink: black,
  inkSoft: black,
  line: black,
  lineStrong: black,
  signal: black,
  onSignal: white,
  signalWash: white,
  sun: black,
  bar: white,
  barRaised: white,
  onBar: black,
  onBarSoft: black,
  conform: [0.36, 0.09, 152],
  conformWash: white,
  watch: [0.38, 0.083, 70],
  watchWash: white,
  out: [0.41, 0.155, 31],
  outWash: white,
  stop: [0.38, 0.15, 22],
  stopWash: white,
  onMark: white,
};

export const palettes = { clair, sombre, soleil };

export type ThemeName = keyof typeof palettes;
