import type { ProcedureContent } from '../procedure/content.ts';
import type { AssessedPlace, Assessment, HeldCertification } from './assess.ts';
import type { ExecutionState } from './fold.ts';
import { type LackingCertifications, lackingCertifications } from './lacking-certifications.ts';
import { isOver } from './life.ts';

/** Why a place may be read but not answered now. Each asks something else of the person. */
export type Gate =
  | { readonly kind: 'not_started' | 'closed' | 'suspended' }
  /** Work is stopped at that place; correct it, or a supervisor lets the run go on. */
  | { readonly kind: 'halted'; readonly at: AssessedPlace }
  /** An earlier hold point is not passed. */
  | { readonly kind: 'hold_point'; readonly at: AssessedPlace }
  /** The procedure asks for more people than are on record (rule 5): who is the second person? */
  | { readonly kind: 'second_person'; readonly needed: number }
  /** Certifications are missing or expired and no supervisor waived them (rule 6). */
  | { readonly kind: 'authorisation'; readonly missing: readonly LackingCertifications[] };

export interface GateInput {
  readonly content: ProcedureContent;
  readonly state: ExecutionState;
  readonly assessment: Assessment;
  /** Certifications of the person answering. */
  readonly held: readonly HeldCertification[];
  /** Today at the site, `YYYY-MM-DD`. */
  readonly today: string;
}

/** Product rules 2, 3, 5 and 6 of the trade's handbook, in one place. Null: go ahead. */
export function gateAt(place: AssessedPlace, input: GateInput): Gate | null {
  const { state, assessment, content } = input;
  if (state.status === 'planned') return { kind: 'not_started' };
  if (isOver(state.status)) return { kind: 'closed' };
  if (state.status === 'suspended' || assessment.parked !== null) return { kind: 'suspended' };
  const { halt, openHoldPoint, places } = assessment;
  if (halt !== null && halt.place.address !== place.address) return { kind: 'halted', at: halt.place };
  const order = places.findIndex(({ address }) => address === place.address);
  const isBehind = openHoldPoint !== null && order > places.indexOf(openHoldPoint);
  if (isBehind) return { kind: 'hold_point', at: openHoldPoint };
  if (!place.step.holdPoint) return null;
  if (content.teamMin > peoplePresent(state)) return { kind: 'second_person', needed: content.teamMin };
  const missing = missingCertifications(input);
  return missing.length > 0 ? { kind: 'authorisation', missing } : null;
}

/** People on record as present: those who started or were given a field role here, and the second persons named. */
export function peoplePresent({ start, seconds, roles }: ExecutionState): number {
  const known = new Set<string>([...(start === null ? [] : [start.by]), ...roles.keys(), ...seconds.flatMap(({ p }) => p.user ?? [])]);
  const named = new Set(seconds.flatMap(({ p }) => (p.user === undefined ? p.name.trim().toLowerCase() : [])));
  named.delete('');
  return known.size + named.size;
}

/** Certifications the person answering needs and does not hold today, waivers taken into account. */
export function missingCertifications({ content, state, held, today }: Pick<GateInput, 'content' | 'state' | 'held' | 'today'>) {
  const waived = state.waivers.flatMap(({ p }) => p.certifications.map((code) => ({ code, expires: null })));
  return lackingCertifications(content.requiredCertifications, [...held, ...waived], today);
}

/** What stands between the answers and `complete`. Empty: it may be completed. */
export function obstacles({ missing, halt }: Assessment): readonly AssessedPlace[] {
  return halt === null || missing.includes(halt.place) ? missing : [...missing, halt.place];
}
