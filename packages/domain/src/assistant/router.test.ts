import { expect, test } from 'vitest';
import { routeQuestion } from './router.ts';

const route = (text: string, more: Partial<Parameters<typeof routeQuestion>[0]> = {}) =>
  routeQuestion({ text, attachments: 0, isEarlierBad: false, ...more });

test.each([
  ['Où est le bon de consignation ?', 'safety'],
  ["Riso 0,4 MΩ sur l'onduleur 3, je fais quoi ?", 'safety'],
  ['Il y a de la FUMÉE au coffret', 'safety'],
  ['There is smoke in the combiner box', 'safety'],
  ['Mon collègue ne respire plus', 'safety'],
  ['Faut-il des EPI ?', 'safety'],
  ['Combien de modules par chaîne ?', 'calculation'],
  ['12 × 41,5 donne quoi', 'calculation'],
  ['How many strings per inverter?', 'calculation'],
  ['Quelle est la différence entre MC4 et H4 ?', 'comparison'],
  ['String inverter vs central', 'comparison'],
] as const)('%s goes to the strong model: %s', (text, why) => expect(route(text)).toEqual({ strength: 'strong', why }));

test.each([
  'Comment nettoyer un module ?',
  'How do I log in to the monitoring?',
  'Quel couple pour un étrier M8 ?',
  'Les deux feuilles du carnet',
  'Pepinière voisine du 2024-03',
])('%s goes to the cheap one', (text) => expect(route(text)).toEqual({ strength: 'cheap', why: 'plain' }));

test('a picture, or an answer that was judged bad, asks for the strong one', () => {
  expect(route('Et ça ?', { attachments: 1 })).toEqual({ strength: 'strong', why: 'attachment' });
  expect(route('Et ça ?', { isEarlierBad: true })).toEqual({ strength: 'strong', why: 'earlier' });
});

test('a long question goes to the strong one', () => expect(route('Le câble est noir. '.repeat(40)).why).toBe('length'));

test('a question of 200,000 characters is judged in no time', () => {
  expect(route('a '.repeat(100_000)).why).toBe('length');
});
