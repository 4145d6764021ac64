import { FIRST_MODELS, saveProviderSchema } from '@heliograph/domain/assistant';
import { expect, test } from 'vitest';
import { emptyModel, newProvider, numberIn, problemsOf, wishOf, withAddress } from './provider-draft.ts';

test('a new provider of OpenAI comes with its first models, and is ready but for the key', () => {
  const draft = newProvider('openai', 'OpenAI', 'fr');
  expect(problemsOf(draft)).toEqual({});
  expect(wishOf(draft)).toMatchObject({ baseUrl: 'https://api.openai.com/v1', apiVersion: null, models: FIRST_MODELS });
  expect(wishOf(draft)).not.toHaveProperty('key');
  expect(saveProviderSchema.safeParse(wishOf({ ...draft, key: 'sk-1' })).success).toBe(true);
});

test('a price is written with a comma or a point, and kept to the billionth', () => {
  const priced = (priceIn: string) =>
    wishOf({ ...newProvider('other', 'X', 'fr'), models: [{ ...emptyModel(), name: 'm', priceIn }] }).models[0]?.price.input;
  expect([priced('0,15'), priced('0.15'), priced('2,5'), priced('10')]).toEqual([150, 150, 2500, 10_000]);
  expect([numberIn('1 000'), numberIn('-1'), numberIn('a'), numberIn('')]).toEqual([1000, null, null, null]);
});

test('the address that Azure gives to copy fills the resource, the version and the deployment', () => {
  const pasted = 'https://soleil.openai.azure.com/openai/deployments/4o-est/chat/completions?api-version=2025-04-01-preview';
  const draft = withAddress(newProvider('azure', 'Azure', 'fr'), pasted);
  expect(draft).toMatchObject({ baseUrl: 'https://soleil.openai.azure.com', apiVersion: '2025-04-01-preview', models: [{ name: '4o-est' }] });
  expect(withAddress(draft, pasted).models).toHaveLength(1);
  const other = newProvider('other', 'X', 'fr');
  for (const [begun, typed] of [
    [other, pasted],
    [draft, 'https://solei'],
    [draft, 'pas une adresse'],
  ] as const)
    expect(withAddress(begun, typed)).toEqual({ ...begun, baseUrl: typed });
});

test('what the server would refuse is said beside its field', () => {
  const model = { ...emptyModel(), name: 'm' };
  const draft = {
    ...newProvider('azure', ' ', 'fr'),
    models: [model, { ...emptyModel(), key: 'k', name: 'm ', priceIn: 'dear', contextLength: '1,5' }],
  };
  expect(problemsOf(draft)).toEqual({
    ...{ name: 'nameMissing', baseUrl: 'addressOdd', apiVersion: 'api_version' },
    ...{ 'k-name': 'modelTwice', 'k-priceIn': 'priceOdd', 'k-contextLength': 'contextOdd' },
  });
});
