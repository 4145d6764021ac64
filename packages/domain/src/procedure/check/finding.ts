import type { Language } from '../../text.ts';
import { type KnownStep, type PublishedContent, stepSchema } from '../content.ts';
import { contentOf, type Gap } from '../draft/content.ts';
import type { DraftStep, ProcedureDraft } from '../draft/draft.ts';
import { referencesOf } from '../draft/references.ts';
import { filesOf, sectionsOf } from '../notes.ts';
import { checkMeaning } from './check-procedure.ts';
import { checkCircles } from './circles.ts';
import { checkOptions } from './options.ts';
import { type Path, type Problem, type ProblemCode, problem } from './problem.ts';
import { checkReach } from './reach.ts';
import type { References } from './references.ts';
import { checkSafety } from './safety.ts';
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
  /** Hashes of the files that the server holds; left out where nobody can tell, as in a browser. */
  readonly files?: ReadonlySet<string> | undefined;
}

/** What somebody may have a reason for. Everything else would leave a technician without a way on. */
const WARNINGS: ReadonlySet<FindingCode> = new Set(['unreachable', 'unused_option', 'unprotected_act', 'lockout_without_hold_point']);

/**
 * Everything there is to say about a draft before it is published, in the order of its steps. What is half-written is named as such,
 * and nothing is said about what depends on it.
 */
export function findingsOf(draft: ProcedureDraft, known: Surrounding): readonly Finding[] {
  const reading = contentOf(draft);
  const { content, unfinished } = reading.kind === 'content' ? { content: reading.content, unfinished: NONE } : finishedParts(draft);
  const problems = [...checkMeaning(content, known), ...checkCircles(content.steps), ...checkReach(content.steps), ...checkOptions(content.steps)];
  const gaps = reading.kind === 'content' ? [] : reading.gaps.map((gap) => ({ ...gap, code: codeOf(gap), found: '' }));
  const said = [
    ...problems.filter((one) => isSettled(one, draft, unfinished)),
    ...checkSafety(content),
    ...withoutEquipment(draft),
    ...lostFiles(draft, known),
  ];
  const graded = [...gaps, ...said].map((one) => ({ ...one, severity: WARNINGS.has(one.code) ? ('warning' as const) : ('error' as const) }));
  const found = [...graded, ...checkTexts(draft, known.languages)].map((one) => ({ ...one, step: stepAt(draft, one.path) }));
  return inOrder(withoutEchoes(found));
}

const NONE: ReadonlySet<string> = new Set();

/** As much of a draft as can be checked: what is unfinished stands in as an instruction, so that places stay places. */
function finishedParts(draft: ProcedureDraft): { content: PublishedContent; unfinished: ReadonlySet<string> } {
  const unfinished = new Set<string>();
  const steps = draft.steps.map((step): KnownStep => {
    const parsed = stepSchema.safeParse(step);
    if (parsed.success) return parsed.data;
    unfinished.add(step.id);
    return standIn(step);
  });
  const empty = { equipmentTypes: [], environment: [], requiredCertifications: [] };
  const head = { category: draft.category ?? '', requiresLockout: draft.requiresLockout ?? false };
  // Only what the checks look at; lists of the head that are unfinished have their gaps.
  return { content: { ...emptyHead, ...empty, ...head, slug: draft.slug, title: draft.title, description: draft.description, steps }, unfinished };
}

const emptyHead = {
  tags: [],
  estimatedMinutes: 1,
  teamMin: 1,
  requiredTools: [],
  ppe: [],
  safetyWarnings: [],
  references: [],
};

const standIn = ({ id, title, instructions, required, holdPoint }: DraftStep): KnownStep => ({
  ...{ id, title, instructions, required, holdPoint },
  kind: 'instruction',
});

/** Whether a problem would still be one once everything it depends on is written. */
function isSettled({ path: [list, at], code }: Problem, draft: ProcedureDraft, unfinished: ReadonlySet<string>): boolean {
  if (list === 'category') return (draft.category ?? '') !== '';
  const step = list === 'steps' && typeof at === 'number' ? draft.steps[at] : undefined;
  if (step === undefined || unfinished.size === 0) return true;
  if (unfinished.has(step.id)) return false;
  return code === 'unknown_step' || code === 'later_step' || !referencesOf(step).some((id) => unfinished.has(id));
}

/** A measurement without a unit is the commonest gap, and has words of its own. */
function codeOf({ path, code }: Gap): FindingCode {
  return code === 'missing' && path[0] === 'steps' && path.at(-1) === 'unit' ? 'missing_unit' : code;
}

const withoutEquipment = ({ equipmentTypes = [] }: ProcedureDraft): Problem[] =>
  equipmentTypes.length === 0 ? [problem(['equipmentTypes'], 'no_equipment')] : [];

function lostFiles(draft: ProcedureDraft, { files }: Surrounding): Problem[] {
  if (files === undefined) return [];
  return filesOf(draft).flatMap(({ hash, name }) => (files.has(hash) ? [] : [problem(['extra', 'attachments'], 'lost_file', name)]));
}

const OF_REACH: ReadonlySet<FindingCode> = new Set(['unreachable', 'required_unreachable']);

/** One thing is said once: a condition that is wrong in itself makes its step unreachable too, and a circle also looks ahead. */
function withoutEchoes(findings: readonly Finding[]): Finding[] {
  const stepsWith = (test: (finding: Finding) => boolean) => new Set(findings.filter(test).map(({ step }) => step));
  const inCircles = stepsWith(({ code }) => code === 'circle');
  const oddlyShown = stepsWith(({ code, path, severity }) => path[2] === 'showIf' && severity === 'error' && !OF_REACH.has(code));
  const seen = new Set<string>();
  return findings.filter(({ code, path, step }) => {
    if ((OF_REACH.has(code) && oddlyShown.has(step)) || (code === 'later_step' && inCircles.has(step))) return false;
    const key = `${code} ${path.join('.')}`;
    return seen.has(key) ? false : seen.add(key);
  });
}

/** Findings of the procedure itself first, then step by step; at one place as they were found. */
const inOrder = (findings: readonly Finding[]): Finding[] => findings.toSorted((a, b) => placeOf(a) - placeOf(b));

const placeOf = ({ path: [list, at] }: Finding): number => (list === 'steps' && typeof at === 'number' ? at : -1);

/** A heading is written beside the steps under it. */
function stepAt(draft: ProcedureDraft, [list, at, member]: Path): string | null {
  if (list === 'steps' && typeof at === 'number') return draft.steps[at]?.id ?? null;
  const section = list === 'extra' && at === 'sections' ? sectionsOf(draft)[Number(member)] : undefined;
  return draft.steps.find(({ extra }) => section !== undefined && extra?.['section'] === section.id)?.id ?? null;
}
