import { expect, test } from 'vitest';
import { tellingPlaces } from './telling-places.ts';

type State = 'done' | 'failed' | 'watch' | 'todo' | 'refused';
const place = (id: string, kind: 'measurement' | 'check', state: State) => ({
  ...{ id, state, response: state === 'todo' ? null : {} },
  // Of a step, its kind and what it measures are looked at.
  step: { id, kind, unit: 'V' } as Parameters<typeof tellingPlaces>[0][number]['step'],
});
/** What was measured, in what, and which condition of the site it stands for. */
const measured = (id: string, state: State, measures: { readonly unit: string; readonly fills?: string }) => {
  const { step, ...answer } = place(id, 'measurement', state);
  return { ...answer, step: { ...step, ...measures } as typeof step };
};
const told = (...places: readonly ReturnType<typeof place>[]) => tellingPlaces(places, 'string_inverter').map(({ id }) => id);

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

test('the weather of a day is no value of the equipment, unless the equipment measures the weather', () => {
  const thermography = [
    measured('sun', 'done', { unit: 'W/m²' }),
    measured('wind', 'failed', { unit: 'km/h' }),
    measured('air', 'done', { unit: '°C', fills: 'air_temperature' }),
    measured('spot', 'done', { unit: '°C' }),
  ];
  expect(told(...thermography)).toEqual(['spot']);
  expect(tellingPlaces(thermography, 'pyranometer').map(({ id }) => id)).toEqual(['wind', 'sun', 'air', 'spot']);
});
