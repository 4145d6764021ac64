import { refuse } from '@heliograph/domain';
import { hash, verify } from '@node-rs/argon2';
import { isCommon } from './common-passwords.ts';

export const PASSWORD = { min: 15, max: 128 } as const;

/** OWASP's floor for argon2id (the package's default kind): 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** One form for one password, whichever keyboard composed its accents (NIST 800-63B). */
const composed = (password: string): string => password.normalize('NFKC');

/**
 * Refuses a password that is too short, too long, or easy to guess. No rule about kinds of characters, no expiry.
 * @param context names an attacker would try: organisation, sites, person, product
 * @throws AppError INVALID with `reason`
 */
export function checkPassword(password: string, context: readonly string[]): void {
  const length = [...composed(password)].length;
  if (length < PASSWORD.min) refuse('INVALID', { reason: 'password_short', min: PASSWORD.min });
  if (length > PASSWORD.max) refuse('INVALID', { reason: 'password_long', max: PASSWORD.max });
  if (isCommon(composed(password), context)) refuse('INVALID', { reason: 'password_common' });
}

export const hashPassword = (password: string): Promise<string> => hash(composed(password), COST);

/** How sign-in asks whether a password fits; handed in so that a test can count the questions. */
export type VerifyPassword = (hashed: string, password: string) => Promise<boolean>;
export const verifyPassword: VerifyPassword = (hashed, password) => verify(hashed, composed(password));

/** Verified when the e-mail is unknown, at the same cost: the time taken tells nobody who has an account. Hash of nothing anyone can type. */
export const DUMMY_HASH = '$argon2id$v=19$m=19456,t=2,p=1$coi9lFGyUP4jK9T6r0/OOQ$T0ddE4wsfmGB5Tr2iHkiTus/1eORTqI/2k1zqXqPLDo';
