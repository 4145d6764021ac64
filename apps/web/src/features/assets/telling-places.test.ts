import { expect, test } from 'vitest';
import { tellingPlaces } from './telling-places.ts';

const place = (id: string, kind: 'measurement' | 'check', state: 'done' | 'failed' | 'watch' | 'todo' | 'refused') => ({
  ...{ id, state, response: state === 'todo' ? null : {} },
  // Of a step, its kind alone is looked at.
  step: { id, kind } as Parameters<typeof tellingPlaces>[0][number]['step'],
});
const told = (...places: readonly ReturnType<typeof place>[]) => tellingPlaces(places).map(({ id }) => id);

test('what is wrong on the equipment stands before what was measured well', () => {
  expect(
    told(
      place('voc', 'measurement', 'done'),
      place('seal', 'check', 'failed'),
      place('isc', 'measurement', 'watch'),
      place('riso', 'measurement', 'done'),
    ),
  ).toEqual(['seal', 'isc', 'voc', 'riso']);
});

test('what was only looked at, refused or not yet measured tells nothing of the equipment', () => {
  expect(told(place('epi', 'check', 'done'), place('lock', 'check', 'refused'), place('voc', 'measurement', 'todo'))).toEqual([]);
});

test('of a long run the first values stand for the rest, and nothing that is wrong gives way to them', () => {
  const strings = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => place(id, 'measurement', 'done'));
  expect(told(...strings, place('burnt', 'check', 'failed'))).toEqual(['burnt', 'a', 'b', 'c', 'd']);
});
