import type { KnownStep, PublishedContent } from '../content.ts';
import { type Path, type Problem, type ProblemCode, problem } from './problem.ts';

/** Codes that a procedure may refer to: the organisation's catalogues and the slugs it holds. */
export interface References {
  readonly categories: ReadonlySet<string>;
  readonly equipmentTypes: ReadonlySet<string>;
  readonly certifications: ReadonlySet<string>;
  readonly findings: ReadonlySet<string>;
  readonly procedures: ReadonlySet<string>;
}

export function checkReferences(content: PublishedContent, known: References): Problem[] {
  const mentions: readonly Mention[] = [
    { code: content.category, of: 'categories', path: ['category'] },
    ...content.equipmentTypes.map((code, n): Mention => ({ code, of: 'equipmentTypes', path: ['equipmentTypes', n] })),
    ...content.requiredCertifications.flatMap(({ codes }, n) =>
      codes.map((code, m): Mention => ({ code, of: 'certifications', path: ['requiredCertifications', n, 'codes', m] })),
    ),
    ...content.steps.flatMap((step, at) => mentionsOf(step, ['steps', at])),
  ];
  return mentions.flatMap(({ code, of, path }) => (code === undefined || known[of].has(code) ? [] : [problem(path, UNKNOWN[of], code)]));
}

/** A code, the catalogue that should hold it, and the place that names it. */
interface Mention {
  readonly code: string | undefined;
  readonly of: keyof References;
  readonly path: Path;
}

const UNKNOWN = {
  categories: 'unknown_category',
  equipmentTypes: 'unknown_equipment',
  certifications: 'unknown_certification',
  findings: 'unknown_finding',
  procedures: 'unknown_procedure',
} as const satisfies Record<keyof References, ProblemCode>;

function mentionsOf(step: KnownStep, path: Path): Mention[] {
  const consequences = (of: { finding?: string | undefined; openProcedure?: string | undefined }, at: Path): Mention[] => [
    { code: of.finding, of: 'findings', path: [...at, 'finding'] },
    { code: of.openProcedure, of: 'procedures', path: [...at, 'openProcedure'] },
  ];
  return [
    ...consequences(step.onFail ?? {}, [...path, 'onFail']),
    ...(step.kind === 'choice' ? step.options.flatMap((option, n) => consequences(option, [...path, 'options', n])) : []),
    ...(step.kind === 'scan' ? step.expects.map((code, n): Mention => ({ code, of: 'equipmentTypes', path: [...path, 'expects', n] })) : []),
  ];
}
