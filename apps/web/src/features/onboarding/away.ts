import { cell, type Readable } from '../../platform/readable.ts';

const KEY = 'heliograph.onboarding-away';

const held = cell(typeof localStorage !== 'undefined' && localStorage.getItem(KEY) !== null);

/** Put away by the person: the one thing about this card that no fact tells. */
export const isOnboardingAway: Readable<boolean> = held;

export function putOnboardingAway(): void {
  localStorage.setItem(KEY, '1');
  held.set(true);
}
