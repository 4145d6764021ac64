export { aboutOf, applyAct, type DraftAct, type HeadFields, type StepFields } from './acts.ts';
export { contentOf, type DraftReading, draftOf, emptyDraft, type Gap } from './content.ts';
export { copied, freeId } from './copy.ts';
export { type DraftStep, type DraftStepOf, draftStepSchema, MOST_STEPS, type ProcedureDraft, procedureDraftSchema } from './draft.ts';
export { type History, historyOf, recorded, redone, settled, undone } from './history.ts';
export type { Loose } from './loosen.ts';
export { type Clash, type Merge, mergeDrafts } from './merge.ts';
export { referencesOf } from './references.ts';
export { type ExtraValue, withEntry } from './sections.ts';
