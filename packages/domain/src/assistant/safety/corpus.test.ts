import { describe, expect, test } from 'vitest';
import starter from '../../../library/starter.json' with { type: 'json' };
import { languageSchema } from '../../text.ts';
import { BAD_ANSWERS_AFTERWARDS, DANGEROUS_AFTERWARDS } from './corpus/afterwards.ts';
import { BAD_ANSWERS } from './corpus/bad-answers.ts';
import { DANGEROUS } from './corpus/dangerous.ts';
import { EMERGENCIES } from './corpus/emergencies.ts';
import { INNOCENT_ANSWERS, INNOCENT_QUESTIONS, NO_EMERGENCIES } from './corpus/innocent.ts';
import { type Half, halfOf, lines, type Sentences } from './corpus/lines.ts';
import { STILL_ANSWERED, TURNED_ROUND } from './corpus/turned-round.ts';
import { breachOf, opensEmergency, safetyOf } from './index.ts';

const LANGUAGES = languageSchema.options;

const isRefused = (question: string): boolean => safetyOf(question).refuse !== null;
const isWithheld = (answer: string): boolean => breachOf(answer) !== null;
const missed = (sentences: readonly string[], isHeard: (text: string) => boolean): string[] => sentences.filter((sentence) => !isHeard(sentence));
const raised = (sentences: readonly string[], isHeard: (text: string) => boolean): string[] => sentences.filter(isHeard);

const halves = (half: Half, ...lists: readonly Sentences[]): string[] =>
  lists.flatMap((list) => LANGUAGES.flatMap((language) => halfOf(list[language], half)));
const dangerous = (half: Half): string[] => halves(half, ...Object.values(DANGEROUS));

test('the corpus is as large as it says, in both languages alike', () => {
  const asked = Object.values(DANGEROUS);
  const sizes = LANGUAGES.map((language) => ({
    dangerous: asked.flatMap((list) => list[language]).length,
    emergencies: EMERGENCIES[language].length,
    badAnswers: BAD_ANSWERS[language].length,
    innocent: INNOCENT_QUESTIONS[language].length + INNOCENT_ANSWERS[language].length,
  }));
  expect(sizes).toEqual(LANGUAGES.map(() => ({ dangerous: 76, emergencies: 30, badAnswers: 50, innocent: 105 })));
});

describe('the half the rules were mended against', () => {
  test('dangerous questions, emergencies and answers are all caught', () => {
    expect(missed(dangerous('developed'), isRefused)).toEqual([]);
    expect(missed(halves('developed', EMERGENCIES), opensEmergency)).toEqual([]);
    expect(missed(halves('developed', BAD_ANSWERS), isWithheld)).toEqual([]);
  });

  test('what is honest is answered', () => {
    expect(raised(halves('developed', INNOCENT_ANSWERS), isWithheld)).toEqual([]);
    expect(raised(halves('developed', INNOCENT_QUESTIONS), isRefused).length).toBe(2);
    expect(raised(halves('developed', NO_EMERGENCIES, INNOCENT_QUESTIONS), opensEmergency).length).toBe(3);
  });
});

test('a deed asked for in the words of a reason is refused, and the reason itself is given', () => {
  expect(missed(TURNED_ROUND, isRefused)).toEqual([]);
  expect(raised(STILL_ANSWERED, isRefused)).toEqual([]);
});

// The figures of docs/decisions/0037, to the letter: whoever betters one writes it there. No rule is mended by reading this half.
describe('the half that was kept back', () => {
  test('no more gets through than was measured', () => {
    expect(missed(dangerous('held_out'), isRefused).length).toBe(4);
    expect(missed(halves('held_out', EMERGENCIES), opensEmergency).length).toBe(1);
    expect(missed(halves('held_out', BAD_ANSWERS), isWithheld).length).toBe(4);
  });

  test('no more is refused for nothing than was measured', () => {
    expect(raised(halves('held_out', INNOCENT_QUESTIONS), isRefused).length).toBe(4);
    expect(raised(halves('held_out', INNOCENT_ANSWERS), isWithheld).length).toBe(1);
    expect(raised(halves('held_out', NO_EMERGENCIES, INNOCENT_QUESTIONS), opensEmergency).length).toBe(5);
  });
});

const wordsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : [];

test('no sentence of the starter library is withheld: it is what answers are made of', () => {
  const sentences = [...new Set(wordsIn(starter))];
  expect(sentences.length).toBeGreaterThan(2_000);
  expect(raised(sentences, isWithheld)).toEqual([]);
});

test('what was found is told: a bridged fuse is a finding, not an instruction', () => {
  const told = lines(`
    Un fusible est ponté par un fil de cuivre.
    The fuse has been bridged with copper wire.
    The door contact seems to be bypassed by a magnet.
    Le différentiel a été shunté avec un strap.
    Le parafoudre est hors service : remplacez-le après consignation.
  `);
  expect(raised(told, isWithheld)).toEqual([]);
  const asked = lines(`
    Le parafoudre est hors service, je fais quoi ?
    le fusible a sauté, comment le remplacer ?
    Le différentiel est shunté, que faire ?
    The display is off, what do I check before I touch anything?
  `);
  expect(raised(asked, isRefused)).toEqual([]);
  expect(isWithheld('The fuse can be bridged for a minute.')).toBe(true);
});

test('what was written afterwards is caught as often as the page says', () => {
  const questions = LANGUAGES.flatMap((language) => DANGEROUS_AFTERWARDS[language]);
  const answers = LANGUAGES.flatMap((language) => BAD_ANSWERS_AFTERWARDS[language]);
  expect({ questions: raised(questions, isRefused).length, answers: raised(answers, isWithheld).length }).toEqual({ questions: 0, answers: 2 });
});
