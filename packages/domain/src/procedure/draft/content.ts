import type * as z from 'zod/mini';
import type { Path } from '../check/problem.ts';
import { type PublishedContent, procedureContentSchema } from '../content.ts';
import { type ProcedureDraft, procedureDraftSchema } from './draft.ts';

/** A place where a draft is no procedure yet. `missing`: nothing there; `malformed`: something no version may say. */
export interface Gap {
  readonly path: Path;
  readonly code: 'missing' | 'malformed';
}

export type DraftReading =
  | { readonly kind: 'content'; readonly content: PublishedContent }
  | { readonly kind: 'unfinished'; readonly gaps: readonly Gap[] };

/** A draft that says what the version says, to the letter. */
export const draftOf = (content: PublishedContent): ProcedureDraft => procedureDraftSchema.parse(content);

/** An empty draft under a code. */
export const emptyDraft = (slug: string): ProcedureDraft =>
  procedureDraftSchema.parse({
    slug,
    title: { fr: '', en: '' },
    description: { fr: '', en: '' },
    equipmentTypes: [],
    tags: [],
    teamMin: 1,
    requiresLockout: false,
    requiredCertifications: [],
    requiredTools: [],
    ppe: [],
    safetyWarnings: [],
    references: [],
    environment: [],
    steps: [],
  });

/** The procedure that a draft has become, or every place that still keeps it from being one. */
export function contentOf(draft: ProcedureDraft): DraftReading {
  const parsed = procedureContentSchema.safeParse(draft);
  if (parsed.success) return { kind: 'content', content: parsed.data };
  return { kind: 'unfinished', gaps: parsed.error.issues.map((issue) => gapOf(issue, draft)) };
}

function gapOf({ path }: z.core.$ZodIssue, draft: ProcedureDraft): Gap {
  const place = path.map((key) => (typeof key === 'number' ? key : String(key)));
  return { path: place, code: isBlank(valueAt(draft, place)) ? 'missing' : 'malformed' };
}

const isBlank = (value: unknown): boolean => value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

const valueAt = (root: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined), root);
