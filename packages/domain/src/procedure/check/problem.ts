import type { KnownStep } from '../content.ts';

/** What is wrong with a procedure, by a code that screens put into words. */
export type ProblemCode =
  | 'bands_not_rising'
  | 'circle'
  | 'duplicate'
  | 'late_hold_point'
  | 'later_step'
  | 'lockout_without_hold_point'
  | 'lost_file'
  | 'min_above_max'
  | 'missing_input'
  | 'missing_translation'
  | 'missing_unit'
  | 'no_equipment'
  | 'not_comparable'
  | 'optional_hold_point'
  | 'other_repeat'
  | 'required_unreachable'
  | 'unknown_category'
  | 'unknown_certification'
  | 'unknown_equipment'
  | 'unknown_finding'
  | 'unknown_input'
  | 'unknown_procedure'
  | 'unknown_source'
  | 'unknown_step'
  | 'unknown_value'
  | 'unprotected_act'
  | 'unreachable'
  | 'unused_option'
  | 'wrong_unit';

export type Path = readonly (string | number)[];

export interface Problem {
  /** Place in the content, as keys and indices. */
  readonly path: Path;
  readonly code: ProblemCode;
  /** The offending text itself. */
  readonly found: string;
}

export const problem = (path: Path, code: ProblemCode, found: string | number = ''): Problem => ({ path, code, found: String(found) });

/** Entries whose key came before. */
export function duplicates(keys: readonly string[], pathOf: (at: number) => Path): Problem[] {
  return keys.flatMap((key, at) => (keys.indexOf(key) < at ? [problem(pathOf(at), 'duplicate', key)] : []));
}

export type StepLookup = { readonly step: KnownStep } | { readonly problem: Problem };

/** A reference to another step, which must stand earlier in the procedure. */
export function earlierStep({ steps, at }: { steps: readonly KnownStep[]; at: number }, id: string, path: Path): StepLookup {
  const found = steps.findIndex((step) => step.id === id);
  const step = steps[found];
  if (step === undefined) return { problem: problem(path, 'unknown_step', id) };
  return found < at ? { step } : { problem: problem(path, 'later_step', id) };
}
