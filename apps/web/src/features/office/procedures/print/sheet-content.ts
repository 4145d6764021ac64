import { type NewerStep, readProcedure } from '@heliograph/domain';
import { type DraftStep, draftStepSchema, type ProcedureDraft, procedureDraftSchema } from '@heliograph/domain/procedure/draft';

/** A step on paper; one that a newer app published is named, not explained. */
export type SheetStep = DraftStep | NewerStep;
export type SheetContent = Omit<ProcedureDraft, 'steps'> & { readonly steps: readonly SheetStep[] };

/** A version, perhaps of a newer app, as far as this build can put it on paper. */
export function sheetContent(raw: unknown): SheetContent | null {
  const content = readProcedure(raw);
  if (content === null) return null;
  const { steps, ...head } = content;
  const { steps: _, ...loose } = procedureDraftSchema.parse({ ...head, steps: [] });
  return { ...loose, steps: steps.map((step) => (step.kind === 'newer' ? step : draftStepSchema.parse(step))) };
}
