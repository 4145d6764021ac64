import { isCommon } from './common-passwords.ts';

/** Lengths in characters. One factor, so NIST SP 800-63B-4 asks for fifteen; no rule about kinds of characters, no expiry. */
export const PASSWORD = { min: 15, max: 128 } as const;

export type PasswordProblem = 'password_short' | 'password_long' | 'password_common';

/** One form for one password, whichever keyboard composed its accents (NIST 800-63B). */
export const composedPassword = (password: string): string => password.normalize('NFKC');

/**
 * What is wrong with a new password: too short, too long, or easy to guess; null where nothing is.
 * @param context names an attacker would try: organisation, sites, person, product
 */
export function passwordProblem(password: string, context: readonly string[]): PasswordProblem | null {
  const composed = composedPassword(password);
  const length = [...composed].length;
  if (length < PASSWORD.min) return 'password_short';
  if (length > PASSWORD.max) return 'password_long';
  return isCommon(composed, context) ? 'password_common' : null;
}
