import { expect, test } from 'vitest';
import { mergeTips, type StarterTip, starterPart } from './tips.ts';

const base: StarterTip = { title: { fr: 'Capot', en: 'Lid' }, content: { fr: 'Le retenir.', en: 'Hold it.' }, category: 'safety', tags: ['vent'] };
const offered: StarterTip = { ...base, content: { fr: 'Le retenir à deux mains.', en: 'Hold it with both hands.' }, tags: ['vent', 'capot'] };

test('what only the library changed is taken, what only the organisation changed stays', () => {
  const own = { ...base, title: { fr: 'Le capot', en: 'Lid' } };
  expect(mergeTips({ base, own, offered })).toEqual({ tip: { ...offered, title: own.title }, kept: 0 });
});

test('where both changed the same words, the organisation’s stay and are counted', () => {
  const own = { ...base, content: { fr: 'Le tenir.', en: base.content.en }, tags: offered.tags };
  expect(mergeTips({ base, own, offered })).toEqual({ tip: { ...offered, content: { fr: 'Le tenir.', en: offered.content.en } }, kept: 1 });
});

test('pictures and places are no part of what a library says', () => {
  expect(starterPart({ ...base, ...{ id: 'x', links: {}, photos: [] } })).toEqual(base);
});
