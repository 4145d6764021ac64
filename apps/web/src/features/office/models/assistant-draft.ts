import type { Language } from '@heliograph/domain';
import { type AssistantSettings, type ModelRef, NANO } from '@heliograph/domain/assistant';
import { numberIn, typedNumber } from './provider-draft.ts';

/** Settings while they are typed. A model is named `provider model`; empty: chosen by itself. */
export interface AssistantDraft {
  readonly question: string;
  readonly strong: string;
  readonly photo: string;
  readonly photoThreshold: string;
  readonly temperature: string;
  readonly longestAnswer: string;
  readonly currency: AssistantSettings['currency'];
  readonly monthlyBudget: string;
  readonly monthlyBudgetPerPerson: string;
}

export const nameOf = (ref: ModelRef | null): string => (ref === null ? '' : `${ref.provider} ${ref.model}`);

function refIn(text: string): ModelRef | null {
  const at = text.indexOf(' ');
  return at === -1 ? null : { provider: text.slice(0, at), model: text.slice(at + 1) };
}

const money = (value: number | null, language: Language): string => (value === null ? '' : typedNumber(value / NANO, language));

export const draftOf = (settings: AssistantSettings, language: Language): AssistantDraft => ({
  question: nameOf(settings.question),
  strong: nameOf(settings.strong),
  photo: nameOf(settings.photo),
  photoThreshold: String(settings.photoThreshold),
  temperature: String(settings.temperature),
  longestAnswer: String(settings.longestAnswer),
  currency: settings.currency,
  monthlyBudget: money(settings.monthlyBudget, language),
  monthlyBudgetPerPerson: money(settings.monthlyBudgetPerPerson, language),
});

export type AssistantProblem = 'numberOdd' | 'longestOdd';

const isBudget = (text: string): boolean => text.trim() === '' || (numberIn(text) ?? 1e9) <= 1_000_000;

export function problemsOf({ longestAnswer, monthlyBudget, monthlyBudgetPerPerson }: AssistantDraft): Readonly<Record<string, AssistantProblem>> {
  const longest = numberIn(longestAnswer) ?? 0;
  return {
    ...(Number.isInteger(longest) && longest >= 100 && longest <= 16_000 ? {} : { longestAnswer: 'longestOdd' }),
    ...(isBudget(monthlyBudget) ? {} : { monthlyBudget: 'numberOdd' }),
    ...(isBudget(monthlyBudgetPerPerson) ? {} : { monthlyBudgetPerPerson: 'numberOdd' }),
  };
}

const nano = (text: string): number | null => (text.trim() === '' ? null : Math.round((numberIn(text) ?? 0) * NANO));

/** What is sent of a draft without problems. */
export const wishOf = (draft: AssistantDraft): AssistantSettings => ({
  question: refIn(draft.question),
  strong: refIn(draft.strong),
  photo: refIn(draft.photo),
  photoThreshold: Number(draft.photoThreshold),
  temperature: Number(draft.temperature),
  longestAnswer: numberIn(draft.longestAnswer) ?? 0,
  currency: draft.currency,
  monthlyBudget: nano(draft.monthlyBudget),
  monthlyBudgetPerPerson: nano(draft.monthlyBudgetPerPerson),
});
