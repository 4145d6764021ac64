export type Tone = 'neutral' | 'signal' | 'conform' | 'watch' | 'out' | 'stop';

interface MarkShape {
  tone: Tone;
  /** Filled in the tone. */
  body?: string;
  /** Drawn in the tone. */
  outline?: string;
  /** Cut out of the body. */
  glyph?: string;
}

const disc = 'M12 22a10 10 0 1 0 0-20 10 10 0 0 0 0 20z';
const ring = 'M12 20.75a8.75 8.75 0 1 0 0-17.5 8.75 8.75 0 0 0 0 17.5z';
const triangle = 'M12 2.4c.7 0 1.3.4 1.7 1l8.7 15.4c.7 1.3-.2 2.9-1.7 2.9H3.3c-1.5 0-2.4-1.6-1.7-2.9L10.3 3.4c.4-.6 1-1 1.7-1z';
const bang = 'M12 9v5M12 17.7h.01';

/** Each state by its silhouette, so that it is told apart with no colour at all; round is well, corners ask for something. */
export const markShapes = {
  conform: { tone: 'conform', body: disc, glyph: 'M7.3 12.4l3.2 3.2 6.2-6.7' },
  watch: {
    tone: 'watch',
    body: 'M13.3 1.7l9 9a1.8 1.8 0 0 1 0 2.6l-9 9a1.8 1.8 0 0 1-2.6 0l-9-9a1.8 1.8 0 0 1 0-2.6l9-9a1.8 1.8 0 0 1 2.6 0z',
    glyph: 'M12 7v6M12 16.8h.01',
  },
  out: { tone: 'out', body: triangle, glyph: bang },
  stop: { tone: 'stop', body: 'M7.9 2h8.2L22 7.9v8.2L16.1 22H7.9L2 16.1V7.9z', glyph: 'M7 12h10' },
  fail: {
    tone: 'out',
    body: 'M5 2.5h14A2.5 2.5 0 0 1 21.5 5v14a2.5 2.5 0 0 1-2.5 2.5H5A2.5 2.5 0 0 1 2.5 19V5A2.5 2.5 0 0 1 5 2.5z',
    glyph: 'M8 8l8 8M16 8l-8 8',
  },
  none: { tone: 'neutral', outline: 'M5 12h14' },
  todo: { tone: 'neutral', outline: 'M4.5 4.5h15v15h-15z' },
  doing: { tone: 'signal', outline: 'M4.5 4.5h15v15h-15z', body: 'M4.5 12h15v7.5h-15z' },
  done: { tone: 'neutral', outline: `${ring}M7.8 12.3l2.9 2.9 5.5-6` },
  here: { tone: 'neutral', outline: 'M12 17.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11z' },
  sending: { tone: 'signal', outline: `${ring}M12 16V8M8.5 11.5 12 8l3.5 3.5` },
  sent: { tone: 'neutral', body: 'M12 17.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11z' },
  held: {
    tone: 'watch',
    outline: 'M8 10.5V7.5a4 4 0 0 1 8 0v3',
    body: 'M6 10h12a1.5 1.5 0 0 1 1.5 1.5v8A1.5 1.5 0 0 1 18 21H6a1.5 1.5 0 0 1-1.5-1.5v-8A1.5 1.5 0 0 1 6 10z',
    glyph: 'M12 14.5v2',
  },
  attention: { tone: 'watch', outline: 'M12 4 2.9 20h18.2zM12 10v4.3M12 17.1h.01' },
  conflict: { tone: 'watch', outline: 'M4 8h14.5M14.5 3.5 19 8l-4.5 4.5M20 16H5.5M9.5 11.5 5 16l4.5 4.5' },
} as const satisfies Record<string, MarkShape>;

export type Mark = keyof typeof markShapes;

export const marks = Object.keys(markShapes) as readonly Mark[];

export const markShape = (mark: Mark): MarkShape => markShapes[mark];
