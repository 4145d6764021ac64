import { type RefObject, useLayoutEffect } from 'react';
import { type Beginning, takeGlance } from '../../platform/glance.ts';

/**
 * Carries on where somebody began on the page as it came: what they typed, where they are typing, and that they wanted to sign in.
 * Taken over in the moment in which the form stands in its place, so that no letter falls in between.
 */
export function useBeginning(form: RefObject<HTMLFormElement | null>, carryOn: (begun: Beginning) => void): void {
  // Once: it is about what came before this form.
  useLayoutEffect(() => {
    const begun = takeGlance();
    if (begun === null) return;
    carryOn(begun);
    if (begun.focus !== null) form.current?.querySelector<HTMLInputElement>(`input[name="${begun.focus}"]`)?.focus({ preventScroll: true });
  }, []);
}
