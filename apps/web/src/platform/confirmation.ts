import { cell, type Readable } from './readable.ts';

/** Somebody is to give their password again before an act goes on. */
export interface Asked {
  answer(isGiven: boolean): void;
}

const held = cell<Asked | null>(null);
/** What the screen that asks follows; null while nothing is asked. */
export const asked: Readable<Asked | null> = held;

/**
 * Asks for the password and waits. Two acts at once are one question. Only the office asks: no sensitive act is done from the field.
 * @returns whether it was given
 */
export function askForPassword(): Promise<boolean> {
  const before = held.get();
  return new Promise((resolve) => {
    held.set({
      answer: (isGiven) => {
        held.set(null);
        before?.answer(isGiven);
        resolve(isGiven);
      },
    });
  });
}
