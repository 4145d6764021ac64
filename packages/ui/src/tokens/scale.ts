/** Sizes of type as [size, line height] in pixels at a text size of 100 %; written in rem so that the person's own setting scales them. */
export const type = {
  micro: [13, 16],
  small: [15, 20],
  body: [17, 24],
  lead: [19, 26],
  title: [22, 28],
  value: [32, 36],
  display: [44, 48],
} as const;

/** Steps of the 4 px grid, by their number: `--space-3` is 12 px. */
export const space = [4, 8, 12, 16, 20, 24, 32, 48] as const;

/** Heights that a glove can hit: anything, an action of a step, the primary action. */
export const target = { any: 48, action: 56, primary: 64 } as const;

export const radius = { control: 10, sheet: 14, small: 6, round: 999 } as const;

/** Milliseconds. The glint alone takes its time. */
export const motion = { fast: 120, calm: 200, glint: 240 } as const;

/** What differs between themes besides colour: weights, the width of lines, and the one elevation. */
export interface Weightings {
  textWeight: number;
  strongWeight: number;
  /** A hairline between things, and the edge of a control, in pixels. */
  rule: number;
  edge: number;
  /** The line under the top bar: only where its colour doesn't part it from the page. */
  barRule: number;
  /** Strokes of icons, in units of their 24 grid. */
  stroke: number;
  raised: string;
}

const inkShadow = (alpha: number) => `oklch(0.2 0.035 264 / ${alpha})`;

const ordinary: Weightings = {
  textWeight: 400,
  strongWeight: 640,
  rule: 1,
  edge: 1.5,
  barRule: 0,
  stroke: 2,
  raised: `0 1px 2px ${inkShadow(0.1)}, 0 12px 32px ${inkShadow(0.16)}`,
};

export const weightings = {
  clair: ordinary,
  sombre: { ...ordinary, barRule: 1, raised: '0 1px 2px oklch(0 0 0 / 0.5), 0 12px 32px oklch(0 0 0 / 0.5)' },
  soleil: { ...ordinary, textWeight: 500, strongWeight: 740, rule: 2, edge: 2, barRule: 2, stroke: 2.5, raised: 'none' },
};

/** Percentages that the person can choose; the browser's own setting multiplies them. */
export const textSizes = [100, 115, 130, 150, 175, 200] as const;

export type TextSize = (typeof textSizes)[number];
