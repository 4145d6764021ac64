import { composedPassword, PASSWORD, passwordProblem } from '@heliograph/domain/person';

/** Where what is typed stands against each rule, while it is typed. */
export interface PasswordStanding {
  readonly length: number;
  readonly isLongEnough: boolean;
  readonly isTooLong: boolean;
  /** Null until it is long enough to be judged. */
  readonly isUncommon: boolean | null;
}

/** @param context names an attacker would try: organisation, site, person */
export function passwordStanding(password: string, context: readonly string[]): PasswordStanding {
  const length = [...composedPassword(password)].length;
  const isLongEnough = length >= PASSWORD.min;
  return {
    length,
    isLongEnough,
    isTooLong: length > PASSWORD.max,
    isUncommon: isLongEnough ? passwordProblem(password, context) !== 'password_common' : null,
  };
}
