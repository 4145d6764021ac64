import { type CertificationState, certificationState, type PersonCertification } from '@heliograph/domain/person';

/** How many of somebody's certifications stand where, on a day. */
export function certificationCount(all: readonly PersonCertification[], today: string): Readonly<Record<CertificationState, number>> {
  const states = all.map((one) => certificationState(one, today));
  const count = (state: CertificationState) => states.filter((one) => one === state).length;
  return { valid: count('valid'), ending: count('ending'), ended: count('ended') };
}
