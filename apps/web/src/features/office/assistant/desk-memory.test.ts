import { askedQuestionSchema } from '@heliograph/domain/assistant';
import { expect, test } from 'vitest';
import { deskMemory } from './desk-memory.ts';

const asked = (text: string) =>
  askedQuestionSchema.parse({ id: crypto.randomUUID(), conversation: crypto.randomUUID(), parent: null, text, language: 'fr', context: null });

function browser() {
  const items = new Map<string, string>();
  return {
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, text: string) => void items.set(name, text),
    removeItem: (name: string) => void items.delete(name),
  };
}

test('a question that was not taken is there after the page was left, for its author alone, until it is given up', async () => {
  const storage = browser();
  const question = asked('Riso 0,4 MΩ');
  await deskMemory(storage, 'o a').queue(question, 'TOO_MANY');
  expect(deskMemory(storage, 'o a').held.get()).toEqual([{ asked: question, problem: 'TOO_MANY' }]);
  expect(deskMemory(storage, 'o b').held.get()).toEqual([]);
  await deskMemory(storage, 'o a').settle(question.id);
  expect(deskMemory(storage, 'o a').held.get()).toEqual([]);
});

test('one that found no server waits for a person, and what cannot be read is nothing', async () => {
  const storage = browser();
  const memory = deskMemory(storage, 'o a');
  await memory.queue(asked('Q'));
  expect(memory.held.get()).toMatchObject([{ problem: 'UNAVAILABLE' }]);
  storage.setItem('heliograph.questions o a', '{"broken');
  expect(deskMemory(storage, 'o a').held.get()).toEqual([]);
});

test('a browser without room keeps it for this visit', async () => {
  const full = {
    ...browser(),
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  };
  const memory = deskMemory(full, 'o a');
  await memory.queue(asked('Q'), 'INTERNAL');
  expect(memory.held.get()).toHaveLength(1);
});
