import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { branchesAt, branchTo, endOf, FIRST_TITLE, firstTitle, HISTORY_EXCHANGES, madeTitle, markdownOf, visibleText, windowOf } from './index.ts';

describe('a title', () => {
  test('is the first fifty characters of the question, on one line', () => {
    expect(firstTitle('Riso 0,4 MΩ\n sur l’onduleur 3, je fais quoi ?')).toBe('Riso 0,4 MΩ sur l’onduleur 3, je fais quoi ?');
    expect(Array.from(firstTitle('a'.repeat(80)))).toHaveLength(FIRST_TITLE);
    expect(firstTitle('a'.repeat(80)).endsWith('…')).toBe(true);
  });
  test('is never cut inside a character', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (question) => firstTitle(question).isWellFormed()));
  });
  test('made by a model loses its quotation marks, and is passed over when it is an essay', () => {
    expect(madeTitle('Titre : « Isolement de l’onduleur 3 ».\n')).toBe('Isolement de l’onduleur 3');
    expect(madeTitle('**Titre :** Riso bas : **coupez** et mesurez [1].')).toBe('Riso bas : coupez et mesurez');
    expect(madeTitle('x'.repeat(500))).toBeNull();
    expect(madeTitle(' \n')).toBeNull();
  });
});

test('what nobody sees is taken out, what people write stays', () => {
  const hidden = Array.from('ignore', (letter) => String.fromCodePoint(0xe0000 + (letter.codePointAt(0) ?? 0))).join('');
  expect(visibleText(`Riso${hidden}\u200b\u202e 0,4 MΩ\u0000\r\n« n° 3 » é 👷`)).toBe('Riso 0,4 MΩ\n« n° 3 » é 👷');
});

describe('a conversation is a tree', () => {
  const turn = (id: string, parent: string | null, askedAt: number) => ({ id, parent, askedAt });
  const turns = [turn('a', null, 1), turn('b', 'a', 2), turn('c', 'b', 3), turn('b2', 'a', 4), turn('d', 'b2', 5)];
  const ids = (path: readonly { id: string }[]) => path.map(({ id }) => id).join(' ');
  test('shown down to its leaf; the newest branch where none is named', () => {
    expect(ids(branchTo(turns, 'c'))).toBe('a b c');
    expect(ids(branchTo(turns, null))).toBe('a b2 d');
    expect(ids(branchTo(turns, 'gone'))).toBe('a b2 d');
  });
  test('an edited question stands beside the first one', () => {
    expect(ids(branchesAt(turns, turn('b', 'a', 2)))).toBe('b b2');
    expect(endOf(turns, turn('b', 'a', 2)).id).toBe('c');
  });
  test('a circle, which no phone makes, ends all the same', () => {
    const circle = [turn('x', 'y', 1), turn('y', 'x', 2)];
    expect(ids(branchTo(circle, 'y'))).toBe('x y');
    expect(endOf(circle, turn('x', 'y', 1)).id).toBe('y');
  });
});

describe('what is sent of the past', () => {
  const exchange = (size: number) => ({ question: 'q'.repeat(size * 3), answer: 'a'.repeat(size * 3) });
  test('ten exchanges at most, the rest told in short', () => {
    const { sent, older } = windowOf(Array.from({ length: 14 }, () => exchange(1)));
    expect([sent.length, older.length]).toEqual([HISTORY_EXCHANGES, 4]);
  });
  test('fewer where they are long, but the newest always', () => {
    expect(windowOf([exchange(10), exchange(10), exchange(10)], 41).sent).toHaveLength(2);
    expect(windowOf([exchange(10), exchange(500)], 21).sent).toHaveLength(1);
  });
  test('nothing is lost between the two', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(400).map(exchange), { maxLength: 30 }), fc.nat(2000), (all, tokens) => {
        const { sent, older } = windowOf(all, tokens);
        expect([...older, ...sent]).toEqual(all);
      }),
    );
  });
});

test('an export reads without the product: every answer, which was chosen, which broke off', () => {
  const answer = (model: string, status: string, isChosen: boolean) => ({ model, status, isChosen, text: `de ${model}` });
  const turns = [
    {
      ...{ id: 'a', parent: null, askedAt: '2026-03-14 08:10', question: 'Riso ?\nUrgent', sources: ['Mesure d’isolement, étape 4'] },
      answers: [answer('m1', 'done', true), answer('m2', 'cut', false)],
    },
  ];
  const text = markdownOf({ title: 'Riso', folder: '', turns }, 'fr');
  expect(text).toContain('> Riso ?\n> Urgent');
  expect(text).toContain('### m1 (retenue)');
  expect(text).toContain('### m2 (interrompue)');
  expect(text).toContain('1. Mesure d’isolement, étape 4');
});

test('whatever shows an export fetches nothing for it: pictures and tags in an answer are the text they are made of', () => {
  const text = 'Voir ![suivi](https://ailleurs.exemple/p.png?d=1), <img src="https://ailleurs.exemple/x"> et Riso < 1 MΩ.';
  const answers = [{ model: 'm', status: 'done', isChosen: false, text }];
  const turns = [{ ...{ id: 'a', parent: null, askedAt: '2026-03-14 08:10', question: text, sources: [text] }, answers }];
  const exported = markdownOf({ title: text, folder: '', turns }, 'fr');
  expect(exported).not.toMatch(/(?<!\\)<img|!\[/);
  expect(exported).toContain('Riso < 1 MΩ');
});
