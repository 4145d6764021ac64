import type { Severity } from '@heliograph/domain';
import type { AnalysisView, Box, ClassChoice, DecidedDefect } from '@heliograph/domain/vision';

/** A defect while a person corrects it; `key` names it on the screen alone. */
export interface DefectDraft extends DecidedDefect {
  readonly key: number;
}

/** What a correction begins from: the defects that were shown, as they were proposed. */
export const draftOf = ({ proposal }: Pick<AnalysisView, 'proposal'>): readonly DefectDraft[] =>
  proposal?.defects.map(({ at, class: code, severity, box, text }, key) => ({ key, of: at, class: code, severity, box, text })) ?? [];

/** With one more, of a class that a person chooses; nobody guesses it. */
export const withAnother = (drafts: readonly DefectDraft[], { code, defaultSeverity }: ClassChoice): readonly DefectDraft[] => [
  ...drafts,
  { key: Math.max(-1, ...drafts.map(({ key }) => key)) + 1, of: null, class: code, severity: defaultSeverity, box: null, text: '' },
];

export type DefectChange = Partial<{ readonly class: string; readonly severity: Severity; readonly box: Box | null; readonly text: string }>;

export const changed = (drafts: readonly DefectDraft[], key: number, change: DefectChange): readonly DefectDraft[] =>
  drafts.map((draft) => (draft.key === key ? { ...draft, ...change } : draft));

/** As the server takes them. */
export const decided = (drafts: readonly DefectDraft[]): DecidedDefect[] =>
  drafts.map(({ key: _, text, ...draft }) => ({ ...draft, text: text.trim() }));
