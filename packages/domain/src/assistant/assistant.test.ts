import { expect, test } from 'vitest';
import { budgetStanding, fits } from './budget.ts';
import { lastFour, saveProviderSchema } from './provider.ts';
import { castOf, FIRST_MODELS, FIRST_SETTINGS, type ModelChoice, readAssistantSettings } from './settings.ts';
import { costOf, estimateTokens } from './usage.ts';

test('a million tokens in and out cost what the price list says', () => {
  const [mini] = FIRST_MODELS;
  expect(costOf({ input: 1_000_000, output: 1_000_000 }, mini?.price ?? { input: 0, output: 0 })).toBe(750_000_000);
});

test('a budget warns from 80 % on and stops at 100 %', () => {
  const at = (spent: number) => budgetStanding({ spent, held: 0, limit: 100 });
  expect([at(79), at(80), at(99), at(100), at(101)]).toEqual(['fine', 'warned', 'warned', 'stopped', 'stopped']);
  expect(budgetStanding({ spent: 1e12, held: 0, limit: null })).toBe('fine');
});

test('calls under way count for whether one more fits; what is free always does', () => {
  expect(fits({ spent: 50, held: 40, limit: 100 }, 10)).toBe(true);
  expect(fits({ spent: 50, held: 40, limit: 100 }, 11)).toBe(false);
  expect(fits({ spent: 200, held: 0, limit: 100 }, 0)).toBe(true);
  expect(fits({ spent: 0, held: 0, limit: null }, 1e9)).toBe(true);
});

const choice = (model: string, output: number, abilities: ModelChoice['abilities'] = ['chat']): ModelChoice => ({
  ...{ provider: 'p', model, providerName: 'P', kind: 'other', abilities, contextLength: 8000, price: { input: output, output } },
});

test('parts are played by those chosen, else by the first defaults, else by price', () => {
  const all = [choice('gpt-4o', 9, ['chat', 'vision']), choice('gpt-4o-mini', 2), choice('tiny', 1), choice('huge', 50, ['chat', 'vision'])];
  const names = (cast: ReturnType<typeof castOf>) => [cast.question?.model, cast.strong?.model, cast.photo?.model];
  expect(names(castOf(FIRST_SETTINGS, all))).toEqual(['gpt-4o-mini', 'huge', 'gpt-4o']);
  expect(names(castOf({ ...FIRST_SETTINGS, question: { provider: 'p', model: 'tiny' } }, all))).toEqual(['tiny', 'huge', 'gpt-4o']);
  expect(names(castOf({ ...FIRST_SETTINGS, question: { provider: 'p', model: 'gone' } }, [choice('tiny', 1)]))).toEqual(['tiny', 'tiny', undefined]);
  // Where none says its price, the last of a list is no stronger than the first.
  expect(
    names(
      castOf(
        FIRST_SETTINGS,
        ['first', 'second', 'third'].map((name) => choice(name, 0)),
      ),
    ),
  ).toEqual(['first', 'first', undefined]);
});

test('settings of another version are read as far as they can be', () => {
  expect(readAssistantSettings({ temperature: 'hot', longestAnswer: 500, newer: 1 })).toEqual({ ...FIRST_SETTINGS, longestAnswer: 500 });
  expect(readAssistantSettings(null)).toEqual(FIRST_SETTINGS);
});

test('a key that could end a header is refused; of a short one nothing is shown', () => {
  const draft = { kind: 'other', name: 'X', baseUrl: 'http://x/v1', apiVersion: null, isOn: true, models: [] };
  expect(saveProviderSchema.safeParse({ ...draft, key: 'sk-1\r\nX: y' }).success).toBe(false);
  expect(saveProviderSchema.safeParse({ ...draft, key: 'sk-1' }).success).toBe(true);
  expect([lastFour('sk-abcdefghij1234'), lastFour('secret')]).toEqual(['1234', '']);
});

test('tokens are never counted too low for plain text', () => expect(estimateTokens('a'.repeat(300))).toBe(100));
