import { describe, expect, expectTypeOf, test } from 'vitest';
import { defineMessages, messagesNow } from './messages.ts';
import { plural } from './plural.ts';
import { typographic, unbroken } from './typography.ts';

const seen = (text: string) => text.replaceAll('\u00a0', '~').replaceAll('\u202f', '_');

describe('French spacing', () => {
  test('is set without being typed, and leaves times, addresses and plain punctuation alone', () => {
    expect(seen(typographic('Où ? Ici ! Oui ; non : « peut-être » 20 %'))).toBe('Où_? Ici_! Oui_; non~: «~peut-être~» 20~%');
    expect(seen(typographic('15:04, https://a.b?c=1'))).toBe('15:04, https://a.b?c=1');
  });

  test('keeps a number beside what it counts', () => {
    expect(seen(unbroken('Toutes les 15 minutes, à 2,5 m, puis 3 fois'))).toBe('Toutes les 15~minutes, à 2,5~m, puis 3~fois');
  });

  test('reaches plain words and words with parts, in French alone', () => {
    const words = defineMessages({
      fr: { a: 'Prêt ?', b: (name: string) => `${name} : prêt` },
      en: { a: 'Ready ?', b: (name) => `${name} : ready` },
    });
    expect(seen(messagesNow(words, 'fr').a)).toBe('Prêt_?');
    expect(seen(messagesNow(words, 'fr').b('Léa'))).toBe('Léa~: prêt');
    expect(messagesNow(words, 'en').a).toBe('Ready ?');
    expectTypeOf(words.en.b).parameters.toEqualTypeOf<[name: string]>();
  });
});

describe('plurals', () => {
  test('follow the language: zero is one in French, many in English', () => {
    const photos = { one: '# photo', other: '# photos' };
    expect([0, 1, 2].map((n) => seen(plural('fr', n, photos)))).toEqual(['0~photo', '1~photo', '2~photos']);
    expect([0, 1, 2].map((n) => seen(plural('en', n, photos)))).toEqual(['0~photos', '1~photo', '2~photos']);
    expect(plural('fr', 0, { ...photos, zero: 'aucune photo' })).toBe('aucune photo');
    expect(seen(plural('fr', 12_500, photos))).toBe('12_500~photos');
  });

  test('is one where the rules of the language say so, for every count there can be', () => {
    for (const language of ['fr', 'en'] as const) {
      const rules = new Intl.PluralRules(language);
      const counts = [...Array.from({ length: 2_000 }, (_, n) => n), 0.5, 1.5, 2.5, 10_001];
      for (const count of counts)
        expect(plural(language, count, { one: 'one', other: 'other' })).toBe(rules.select(count) === 'one' ? 'one' : 'other');
    }
  });
});
