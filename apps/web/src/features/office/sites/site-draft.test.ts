import { expect, test } from 'vitest';
import { emptySite, readDegrees, readSite } from './site-draft.ts';

test('degrees are read with a comma or a point, and nothing is guessed', () => {
  expect(['43,6119', '-3.5', ' 12 ', '', '−1,5'].map((typed) => readDegrees(typed, 180))).toEqual([43.6119, -3.5, 12, null, -1.5]);
  expect(['91', 'N43', '1.234,5', '4 3'].map((typed) => readDegrees(typed, 90))).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
});

test('a site needs a name, a number, and a whole position or none', () => {
  const draft = { ...emptySite('Europe/Paris'), lat: '43,6' };
  expect(readSite(draft)).toMatchObject({ problems: { name: 'nameNeeded', code: 'codeNeeded', lon: 'onePlace' }, isSound: false });
  expect(readSite({ ...draft, name: ' Les Garrigues ', code: 'GAR', lon: '3,9', gate: '1234' })).toMatchObject({
    ...{ problems: {}, isSound: true },
    input: { name: 'Les Garrigues', code: 'GAR', lat: 43.6, lon: 3.9, emergency: { gate: '1234', hospital: '' } },
  });
});
