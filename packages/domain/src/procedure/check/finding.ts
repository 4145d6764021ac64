import type { Language } from '../../text.ts';
import { contentOf, type Gap } from '../draft/content.ts';
import type { ProcedureDraft } from '../draft/draft.ts';
import { checkMeaning } from './check-procedure.ts';
import type { Path, Problem, ProblemCode } from './problem.ts';
import type { References } from './references.ts';
import { checkTexts } from './texts.ts';

export type FindingCode = ProblemCode | Gap['code'];

/** Something to look at before a version is published. An error forbids it; a warning is published if somebody takes it upon them. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: 'error' | 'warning';
  /** Place in the draft, as keys and indices. */
  readonly path: Path;
  /** The step it lies in; null for the procedure itself. */
  readonly step: string | null;
  /** The offending text itself. */
  readonly found: string;
}

export const isError = ({ severity }: Pick<Finding, 'severity'>): boolean => severity === 'error';

/** What a procedure may refer to, and the languages it must be written in. */
export interface Surrounding extends References {
  readonly languages: readonly Language[];
}

/** Everything there is to say about a draft before it is published, in the order of its steps. */
export function findingsOf(draft: ProcedureDraft, known: Surrounding): readonly Finding[] {
  const reading = contentOf(draft);
  const problems: readonly (Problem | Gap)[] = reading.kind === 'unfinished' ? reading.gaps : checkMeaning(reading.content, known);
  const found = [...problems.map((one) => ({ found: '', severity: 'error' as const, ...one })), ...checkTexts(draft, known.languages)];
  return inOrder(found.map((one) => ({ ...one, step: stepAt(draft, one.path) })));
}

/** Findings of the procedure itself first, then step by step; at one place as they were found. */
const inOrder = (findings: readonly Finding[]): Finding[] => findings.toSorted((a, b) => placeOf(a) - placeOf(b));

const placeOf = ({ path: [list, at] }: Finding): number => (list === 'steps' && typeof at === 'number' ? at : -1);

function stepAt({ steps }: ProcedureDraft, [list, at]: Path): string | null {
  return list === 'steps' && typeof at === 'number' ? (steps[at]?.id ?? null) : null;
}
