/** What is typed, and what was on screen when its first letter was. */
export interface Typed<Stored, Draft> {
  readonly begun: Stored;
  readonly draft: Draft;
}

interface Edited<Stored, Draft, Field> {
  readonly stored: Stored;
  readonly typed: Typed<Stored, Draft> | null;
  /** The last press was refused: another revision than the one begun on is stored. */
  readonly isRefused: boolean;
  changedFields(before: Draft, after: Draft): Field[];
}

/**
 * Where a form stands beside what is stored. What is typed goes on from what it returns here, `begun` and `draft` together: a field that a colleague
 * changed is never drawn as it was and then sent as one's own change.
 */
export function standingOf<Draft, Stored extends Draft & { readonly revision: number }, Field>(edited: Edited<Stored, Draft, Field>) {
  const { stored, typed, isRefused, changedFields } = edited;
  const none: readonly Field[] = [];
  const shown = { begun: stored, draft: stored, mine: none, isThere: false, isOvertaken: false };
  if (typed === null) return shown;
  const mine = changedFields(typed.begun, typed.draft);
  const isNewer = stored.revision !== typed.begun.revision;
  // Nothing is left of what was typed: there is no press to tell of, and nothing of it to keep.
  if (isNewer && mine.length === 0) return shown;
  const away = changedFields(stored, typed.draft);
  // Saved by a press whose answer was lost, or by a colleague in the same words: there is nothing to decide.
  if (isNewer && isRefused && !mine.some((field) => away.includes(field))) return { ...shown, isThere: true };
  return { ...typed, mine, isThere: false, isOvertaken: isNewer && isRefused };
}
