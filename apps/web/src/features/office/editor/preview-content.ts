import { type ProcedureContent, procedureContentSchema, type Step, stepSchema } from '@heliograph/domain';
import { contentOf, emptyDraft, type ProcedureDraft } from '@heliograph/domain/procedure/draft';

/**
 * A draft as far as a phone can show it: steps that are not finished are shown by name, as those of a newer app are.
 * Everything else is read by the schema of published procedures, so that nothing looks better here than it will be.
 */
export function previewContent(draft: ProcedureDraft): ProcedureContent {
  const reading = contentOf(draft);
  if (reading.kind === 'content') return reading.content;
  const head = procedureContentSchema.safeParse({ ...draft, steps: [PLACEHOLDER] });
  const steps = draft.steps.map(previewStep);
  return head.success ? { ...head.data, steps } : { ...FALLBACK, title: draft.title, steps };
}

function previewStep(step: ProcedureDraft['steps'][number]): Step {
  const parsed = stepSchema.safeParse(step);
  if (parsed.success) return parsed.data;
  const { id, title, instructions, required, holdPoint, kind } = step;
  return { id, title, instructions, required, holdPoint, kind: 'newer', newerKind: kind };
}

const PLACEHOLDER = { id: 'x', kind: 'text', title: { fr: '', en: '' }, instructions: { fr: '', en: '' }, required: false, holdPoint: false };
const FALLBACK = procedureContentSchema.parse({ ...emptyDraft('x'), category: 'x', estimatedMinutes: 1, steps: [PLACEHOLDER] });
