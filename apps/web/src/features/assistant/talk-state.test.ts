import { answerIdSchema, conversationIdSchema, questionIdSchema } from '@heliograph/domain/assistant';
import { expect, test } from 'vitest';
import { askedNow, heard } from './talk-state.ts';

const question = questionIdSchema.parse('00000000-0000-4000-8000-000000000001');
const conversation = conversationIdSchema.parse('00000000-0000-4000-8000-000000000002');
const answer = answerIdSchema.parse('00000000-0000-4000-8000-000000000003');
const asked = askedNow({ id: question, conversation, parent: null, text: 'Riso 0,4 MΩ ?', language: 'fr', context: null }, 0);
const from = { question, answer, place: 0, provider: 'p', model: 'm', reason: null };

const WORDS = ['Arrêtez ', 'l’onduleur', '.\n', 'Mesurez ', 'à froid.'];
const WHOLE = WORDS.join('');
const told = WORDS.map((delta, place) => ({ ...from, delta, at: WORDS.slice(0, place).join('').length }));

test('words that the database told before they came one by one stand once', () => {
  for (let length = 0; length <= WHOLE.length; length += 1)
    for (let heardFirst = 0; heardFirst <= told.length; heardFirst += 1) {
      const before = told.slice(0, heardFirst).reduce(heard, asked);
      const read = heard(asked, { ...from, delta: WHOLE.slice(0, length), at: 0 });
      const shown = (before.answers[0]?.text.length ?? 0) < length ? read : before;
      expect(told.slice(heardFirst).reduce(heard, shown).answers[0]?.text).toBe(WHOLE);
    }
});
