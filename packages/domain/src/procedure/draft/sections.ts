import type { Localized } from '../../text.ts';
import { type Section, sectionsOf } from '../notes.ts';
import type { DraftStep, ProcedureDraft } from './draft.ts';

/** What an entry of `extra` may be; undefined takes it away. */
export type ExtraValue = NonNullable<DraftStep['extra']>[string] | undefined;

/** Steps put into a section; `undefined` is outside any. */
export const inSection = (steps: readonly DraftStep[], section: ExtraValue): readonly DraftStep[] =>
  steps.map((step) => (step.extra?.['section'] === section ? step : withExtra(step, withEntry(step.extra, 'section', section))));

function withExtra(step: DraftStep, extra: Extra): DraftStep {
  const { extra: _, ...rest } = step;
  return extra === undefined ? rest : { ...rest, extra };
}

/** The section a step put after another belongs to. */
export const sectionAround = (steps: readonly DraftStep[], after: string | null): ExtraValue =>
  (after === null ? steps[0] : steps.find(({ id }) => id === after))?.extra?.['section'];

/** Some steps put under a heading, or taken out of theirs. */
export function withSection(draft: ProcedureDraft, ids: ReadonlySet<string>, section: Section | null): ProcedureDraft {
  if (!draft.steps.some(({ id }) => ids.has(id))) return draft;
  const steps = draft.steps.flatMap((step) => (ids.has(step.id) ? inSection([step], section?.id) : [step]));
  const known = sectionsOf(draft);
  const isNew = section !== null && !known.some(({ id }) => id === section.id);
  return withoutEmptySections(withSections({ ...draft, steps }, isNew ? [...known, section] : known));
}

export function withSectionTitle(draft: ProcedureDraft, id: string, title: Localized): ProcedureDraft {
  const known = sectionsOf(draft);
  if (!known.some((section) => section.id === id)) return draft;
  return withSections(
    draft,
    known.map((section) => (section.id === id ? { id, title } : section)),
  );
}

/** A heading whose last step went is gone too. */
export function withoutEmptySections(draft: ProcedureDraft): ProcedureDraft {
  const known = sectionsOf(draft);
  const used = new Set(draft.steps.map(({ extra }) => extra?.['section']));
  const kept = known.filter(({ id }) => used.has(id));
  return kept.length === known.length ? draft : withSections(draft, kept);
}

function withSections(draft: ProcedureDraft, sections: readonly Section[]): ProcedureDraft {
  if (sections.length === 0 && draft.extra?.['sections'] === undefined) return draft;
  const { extra, ...rest } = draft;
  const next = withEntry(extra, 'sections', sections.length === 0 ? undefined : sections.map(({ id, title }) => ({ id, title })));
  return next === undefined ? rest : { ...rest, extra: next };
}

type Extra = ProcedureDraft['extra'];

/** `extra` with one entry set, or taken away; none at all where nothing is left, so that a draft says no more than it means. */
export function withEntry(extra: Extra, key: string, value: ExtraValue): Extra {
  const { [key]: _, ...rest } = extra ?? {};
  const next = value === undefined ? rest : { ...rest, [key]: value };
  return Object.keys(next).length === 0 ? undefined : next;
}
