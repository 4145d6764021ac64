/** What can be undone and done again: states, shared where they did not change, so that keeping them costs little. */
export interface History<State> {
  readonly past: readonly State[];
  readonly present: State;
  readonly future: readonly State[];
  /** What the last act was about: acts about the same thing (the letters of one word) are undone together. */
  readonly about: string | null;
}

/** A morning's work. */
const KEPT = 200;

export const historyOf = <State>(present: State): History<State> => ({ past: [], present, future: [], about: null });

/**
 * The history after an act. An act that changed nothing leaves no trace.
 * @param about acts in a row with the same word become one; null stands alone
 */
export function recorded<State>(history: History<State>, present: State, about: string | null = null): History<State> {
  if (present === history.present) return history;
  const continues = about !== null && about === history.about;
  return { past: continues ? history.past : [...history.past, history.present].slice(-KEPT), present, future: [], about };
}

/** Whoever pauses starts something new: the next act about the same thing is undone apart. */
export const settled = <State>(history: History<State>): History<State> => (history.about === null ? history : { ...history, about: null });

export function undone<State>(history: History<State>): History<State> {
  const before = history.past.at(-1);
  return before === undefined
    ? history
    : { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future], about: null };
}

export function redone<State>(history: History<State>): History<State> {
  const [next, ...future] = history.future;
  return next === undefined ? history : { past: [...history.past, history.present], present: next, future, about: null };
}
