import { assistantSettingsSchema, FIRST_SETTINGS } from '@heliograph/domain/assistant';
import { expect, test } from 'vitest';
import { LANGUAGES } from '../../../platform/preferences.ts';
import { draftOf, problemsOf, wishOf } from './assistant-draft.ts';

test('settings survive being edited', () => {
  const settings = { ...FIRST_SETTINGS, question: { provider: crypto.randomUUID(), model: 'llama 3.1 8b' }, monthlyBudget: 12_500_000_000 };
  expect(draftOf(settings, 'fr')).toMatchObject({ monthlyBudget: '12,5', monthlyBudgetPerPerson: '' });
  expect(draftOf(settings, 'en').monthlyBudget).toBe('12.5');
  for (const language of LANGUAGES) expect(wishOf(draftOf(settings, language))).toEqual(settings);
  expect(assistantSettingsSchema.safeParse(wishOf(draftOf(settings, 'fr'))).success).toBe(true);
});

test('a budget is typed as people write it; what is no number is said', () => {
  const draft = draftOf(FIRST_SETTINGS, 'fr');
  expect(wishOf({ ...draft, monthlyBudget: '1 250,50' }).monthlyBudget).toBe(1_250_500_000_000);
  expect(problemsOf({ ...draft, monthlyBudget: 'beaucoup', longestAnswer: '20' })).toEqual({
    monthlyBudget: 'numberOdd',
    longestAnswer: 'longestOdd',
  });
});
