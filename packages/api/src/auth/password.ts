import { composedPassword, PASSWORD, passwordProblem, refuse } from '@heliograph/domain';
import { hash, verify } from '@node-rs/argon2';

/** OWASP's floor for argon2id (the package's default kind): 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/**
 * Refuses a password that is too short, too long, or easy to guess (see `passwordProblem`).
 * @param context names an attacker would try: organisation, sites, person, product
 * @throws AppError INVALID with `reason`
 */
export function checkPassword(password: string, context: readonly string[]): void {
  const reason = passwordProblem(password, context);
  if (reason !== null) refuse('INVALID', { reason, min: PASSWORD.min, max: PASSWORD.max });
}

export const hashPassword = (password: string): Promise<string> => hash(composedPassword(password), COST);

/** How sign-in asks whether a password fits; handed in so that a test can count the questions. */
export type VerifyPassword = (hashed: string, password: string) => Promise<boolean>;
export const verifyPassword: VerifyPassword = (hashed, password) => verify(hashed, composedPassword(password));

/** Verified when the e-mail is unknown, at the same cost: the time taken tells nobody who has an account. Hash of nothing anyone can type. */
export const DUMMY_HASH = '$argon2id$v=19$m=19456,t=2,p=1$coi9lFGyUP4jK9T6r0/OOQ$T0ddE4wsfmGB5Tr2iHkiTus/1eORTqI/2k1zqXqPLDo';
