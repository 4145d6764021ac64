import { photoHashSchema } from '@heliograph/domain';
import { expect, test } from 'vitest';
import { draftOf, emptyTip, readTip, type TipItem } from './tip-draft.ts';

const PHOTO = { sha: photoHashSchema.parse('a'.repeat(64)), width: 4, height: 3 };
const item = (over: Partial<TipItem>): TipItem => ({
  ...{
    id: 't',
    title: { fr: 'Capot', en: 'Capot' },
    content: { fr: 'Le retenir.', en: 'Le retenir.' },
    language: 'fr',
    category: 'safety',
    tags: ['vent'],
  },
  ...{
    links: { steps: [{ procedure: 'p', step: 's01' }], models: ['SI 110-TL'] },
    photos: [],
    number: 1,
    state: 'submitted',
    reason: null,
    author: null,
  },
  ...{ authorName: null, approved: null, isArchived: false, useful: 0, isRated: false, revision: 1, writtenAt: null },
  ...over,
});

test('what was written in one language leaves the other one to be filled, and is sent back the same', () => {
  const tip = item({});
  const draft = draftOf(tip);
  expect(draft).toMatchObject({ fr_title: 'Capot', en_title: '', models: 'SI 110-TL' });
  expect(readTip(draft, tip)).toMatchObject({ isSound: true, text: { title: tip.title, content: tip.content, language: 'fr', links: tip.links } });
});

test('translated, it is in both languages; what the form does not show stays', () => {
  const tip = item({});
  const { text } = readTip({ ...draftOf(tip), en_title: 'Lid', en_content: 'Hold it.', models: '' }, tip);
  expect(text).toMatchObject({ title: { fr: 'Capot', en: 'Lid' }, language: null, links: { steps: [{ procedure: 'p', step: 's01' }] } });
  expect(text.links).not.toHaveProperty('models');
});

test('defects are chosen, and a photo is taken out of what is written now', () => {
  const tip = item({ links: { defects: ['hotspot'] }, photos: [PHOTO] });
  expect(draftOf(tip)).toMatchObject({ defects: ['hotspot'], photos: [PHOTO] });
  const { text } = readTip({ ...draftOf(tip), defects: ['soiling', 'hotspot'], photos: [] }, tip);
  expect(text).toMatchObject({ links: { defects: ['soiling', 'hotspot'] }, photos: [] });
  expect(readTip({ ...draftOf(tip), defects: [] }, tip).text.links).toEqual({});
});

test('a title without its text is missing it, and nothing at all is missing a title', () => {
  expect(readTip({ ...emptyTip, en_title: 'Lid' }, null).problems).toEqual({ en_content: 'needContent' });
  expect(readTip({ ...emptyTip, fr_content: 'Le retenir.' }, null).problems).toEqual({ fr_title: 'needTitle' });
  expect(readTip(emptyTip, null)).toMatchObject({ isSound: false, problems: { fr_title: 'needTitle' } });
});
