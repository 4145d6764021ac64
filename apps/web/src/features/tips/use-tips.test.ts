import { expect, test } from 'vitest';
import { holdsWords } from './use-tips.ts';

const tip = {
  title: { fr: 'Mesurer toujours le même matin', en: 'Always measure on the same morning' },
  content: { fr: 'L’humidité de l’aube fausse la comparaison.', en: 'Dew at dawn spoils the comparison.' },
};

test.each(['', '  ', 'MEME matin', 'humidite', 'dew measure', 'aube'])('"%s" finds the tip', (typed) => expect(holdsWords(tip, typed)).toBe(true));
test.each(['soir', 'matin soir'])('"%s" does not', (typed) => expect(holdsWords(tip, typed)).toBe(false));
