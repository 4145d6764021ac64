import type { AskingContext } from '@heliograph/domain/assistant';

const LONGEST_LABEL = 200;

/** The way to a new question with what is in hand attached: `/new?execution=…&step=…&label=…`. It can be taken off there. */
export const askingAbout = (home: '/app/assistant' | '/office/assistant', { label, ...context }: AskingContext): string =>
  `${home}/new?${new URLSearchParams({ ...context, label: label.slice(0, LONGEST_LABEL) })}`;
