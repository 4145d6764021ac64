import type { DraftStep } from '@heliograph/domain/procedure/draft';
import { useMessages } from '../../../platform/messages.ts';
import { useLanguage } from '../../../platform/preferences.ts';
import { executionMessages } from '../../execution/messages.ts';
import type { Choice } from './pick-fields.tsx';
import { stepWordMessages } from './step-word-messages.ts';

/** A step's title in the person's language, else in the other one, else that it has none. */
export function useStepTitle(): (step: Pick<DraftStep, 'title'>) => string {
  const t = useMessages(stepWordMessages);
  const language = useLanguage();
  return ({ title }) => title[language].trim() || title[language === 'fr' ? 'en' : 'fr'].trim() || t.untitled;
}

/** The answers a step can have, where they are a short list. */
export function useAnswers(): (step: DraftStep) => readonly Choice[] {
  const t = useMessages(executionMessages);
  const words = useMessages(stepWordMessages);
  const language = useLanguage();
  return (step) => {
    if (step.kind === 'check') return (['ok', 'fail', 'na'] as const).map((value) => ({ value, label: t[value] }));
    if (step.kind !== 'choice') return [];
    return (step.options ?? []).flatMap(({ value, label }, n) =>
      value === undefined ? [] : [{ value, label: label?.[language].trim() || words.option(n + 1) }],
    );
  };
}
