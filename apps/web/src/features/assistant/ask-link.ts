import type { AskingContext } from '@heliograph/domain/assistant';

/** The way to the assistant with what is in hand attached: `?execution=…&step=…&label=…`. */
export const askingAbout = (home: string, context: AskingContext): string => `${home}?${new URLSearchParams({ ...context })}`;
