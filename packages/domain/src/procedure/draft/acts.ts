import { type StepKind, stepKinds } from '../../step-kinds/index.ts';
import type { Localized } from '../../text.ts';
import type { Section } from '../notes.ts';
import { copied, freeId } from './copy.ts';
import { type DraftStep, type DraftStepOf, draftStepSchema, type ProcedureDraft, procedureDraftSchema } from './draft.ts';
import { inSection, sectionAround, withoutEmptySections, withSection, withSectionTitle } from './sections.ts';

/** Fields of a step to set; `undefined` takes a field away. */
export type StepFields = { [K in StepKind]: Partial<Omit<DraftStepOf<K>, 'id' | 'kind'>> }[StepKind];
export type HeadFields = Partial<Omit<ProcedureDraft, 'slug' | 'steps'>>;

/** What a person does to a draft. Places are steps' ids, so an act means the same after a colleague's. */
export type DraftAct =
  | { readonly act: 'set'; readonly fields: HeadFields }
  | { readonly act: 'set-step'; readonly id: string; readonly fields: StepFields }
  /** `after`: null is the beginning. The id is made by whoever adds; one that is taken is varied. */
  | { readonly act: 'add'; readonly kind: StepKind; readonly id: string; readonly after: string | null }
  | { readonly act: 'remove'; readonly ids: readonly string[] }
  /** In the order they stand in; `before`: null is the end. */
  | { readonly act: 'move'; readonly ids: readonly string[]; readonly before: string | null }
  | { readonly act: 'duplicate'; readonly ids: readonly string[]; readonly newId: string }
  | { readonly act: 'paste'; readonly steps: readonly DraftStep[]; readonly newId: string; readonly after: string | null }
  | { readonly act: 'change-kind'; readonly id: string; readonly kind: StepKind }
  | { readonly act: 'section'; readonly ids: readonly string[]; readonly section: Section | null }
  | { readonly act: 'rename-section'; readonly id: string; readonly title: Localized };

/** The draft after an act. One that cannot be (an unknown step, a value no draft holds) changes nothing and gives the same draft back. */
export function applyAct(draft: ProcedureDraft, act: DraftAct): ProcedureDraft {
  switch (act.act) {
    case 'set':
      return withHead(draft, act.fields);
    case 'set-step':
      return withStep(draft, act.id, (step) => ({ ...step, ...act.fields }));
    case 'add':
      return added(draft, act);
    case 'remove':
      return withoutSteps(draft, new Set(act.ids));
    case 'move':
      return moved(draft, new Set(act.ids), act.before);
    case 'duplicate':
      return duplicated(draft, new Set(act.ids), act.newId);
    case 'paste':
      return inserted(draft, act.after, inSection(copied(act.steps, act.newId, draft.steps), sectionAround(draft.steps, act.after)));
    case 'change-kind':
      return withStep(draft, act.id, (step) => blankStep(act.kind, step));
    case 'section':
      return withSection(draft, new Set(act.ids), act.section);
    case 'rename-section':
      return withSectionTitle(draft, act.id, act.title);
  }
}

/** What an act is about, for `recorded`: letters typed into one field are undone together, everything else alone. */
export function aboutOf(act: DraftAct): string | null {
  switch (act.act) {
    case 'set':
      return Object.keys(act.fields).join();
    case 'set-step':
      return [act.id, ...Object.keys(act.fields)].join();
    case 'rename-section':
      return `section,${act.id}`;
    default:
      return null;
  }
}

function withHead(draft: ProcedureDraft, fields: HeadFields): ProcedureDraft {
  const next = { ...draft, ...fields };
  const parsed = procedureDraftSchema.safeParse({ ...compact(next), steps: [] });
  return parsed.success ? sharing(parsed.data, draft, next) : draft;
}

function withStep(draft: ProcedureDraft, id: string, change: (step: DraftStep) => object): ProcedureDraft {
  const at = draft.steps.findIndex((step) => step.id === id);
  const step = draft.steps[at];
  if (step === undefined) return draft;
  const next = change(step);
  const parsed = draftStepSchema.safeParse(compact(next));
  return parsed.success ? { ...draft, steps: draft.steps.with(at, sharing(parsed.data, step, next)) } : draft;
}

/** What a change leaves alone stays the same object: whoever looks at a step's limits sees nothing new after a letter in its title. */
function sharing<Whole extends object>(parsed: Whole, before: object, after: object): Whole {
  const was = new Map(Object.entries(before));
  const alone = Object.entries(after).filter(([field, value]) => value !== undefined && was.get(field) === value);
  return Object.assign(parsed, Object.fromEntries(alone));
}

/** Without the fields that are `undefined`: JSON would drop them, and a draft is what its JSON says. */
const compact = (fields: object): object => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** A step of a kind with what new ones of it start with; what all kinds share is kept from another. */
function blankStep(kind: StepKind, { id, title, instructions, required, holdPoint, showIf, repeat, onFail, extra }: DraftStep): object {
  return { id, title, instructions, required, holdPoint, showIf, repeat, onFail, extra, kind, ...stepKinds[kind].blank };
}

const blank = (): Localized => ({ fr: '', en: '' });

function added(draft: ProcedureDraft, { kind, id, after }: DraftAct & { act: 'add' }): ProcedureDraft {
  const free = freeId(id, new Set(draft.steps.map((step) => step.id)));
  const bare: DraftStep = { id: free, kind: 'text', title: blank(), instructions: blank(), required: true, holdPoint: false };
  const parsed = draftStepSchema.safeParse(compact(blankStep(kind, bare)));
  return parsed.success ? inserted(draft, after, inSection([parsed.data], sectionAround(draft.steps, after))) : draft;
}

function inserted(draft: ProcedureDraft, after: string | null, steps: readonly DraftStep[]): ProcedureDraft {
  const at = after === null ? -1 : draft.steps.findIndex(({ id }) => id === after);
  if (steps.length === 0 || (after !== null && at < 0)) return draft;
  return { ...draft, steps: draft.steps.toSpliced(at + 1, 0, ...steps) };
}

function withoutSteps(draft: ProcedureDraft, ids: ReadonlySet<string>): ProcedureDraft {
  const steps = draft.steps.filter(({ id }) => !ids.has(id));
  return steps.length === draft.steps.length ? draft : withoutEmptySections({ ...draft, steps });
}

function duplicated(draft: ProcedureDraft, ids: ReadonlySet<string>, newId: string): ProcedureDraft {
  const originals = draft.steps.filter(({ id }) => ids.has(id));
  return inserted(draft, originals.at(-1)?.id ?? null, copied(originals, newId, draft.steps));
}

/** Moved steps join the section they are pushed into: going up the one of the step they land on, going down the one they land behind. */
function moved(draft: ProcedureDraft, ids: ReadonlySet<string>, before: string | null): ProcedureDraft {
  const moving = draft.steps.filter(({ id }) => ids.has(id));
  const staying = draft.steps.filter(({ id }) => !ids.has(id));
  const landing = before === null ? staying.length : staying.findIndex(({ id }) => id === before);
  if (moving.length === 0 || landing < 0) return draft;
  const goesUp = draft.steps.findIndex(({ id }) => ids.has(id)) > landing;
  const neighbour = staying[goesUp ? landing : landing - 1] ?? staying[goesUp ? landing - 1 : landing];
  const steps = staying.toSpliced(landing, 0, ...inSection(moving, neighbour?.extra?.['section']));
  return steps.every(({ id }, at) => id === draft.steps[at]?.id) ? draft : withoutEmptySections({ ...draft, steps });
}
