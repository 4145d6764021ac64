import { expect, test } from 'vitest';
import { type PhoneFacts, progressOf, tasksOf } from './phone-facts.ts';

const fresh: PhoneFacts = { isInstalled: false, isProtected: false, readiness: 'receiving', camera: 'prompt', position: 'unknown' };
const states = (facts: Partial<PhoneFacts>) => Object.fromEntries(tasksOf({ ...fresh, ...facts }).map(({ name, state }) => [name, state]));

test('a new phone has three things to do, and what is asked later is no task of now', () => {
  expect(states({})).toEqual({ installed: 'open', protected: 'open', downloaded: 'open', camera: 'later', position: 'later' });
  expect(progressOf(tasksOf(fresh))).toEqual({ done: 0, total: 3 });
});

test('it is ready when it is installed, protected and holds the work, whatever was said of camera and position', () => {
  const ready: PhoneFacts = { isInstalled: true, isProtected: true, readiness: 'ready', camera: 'denied', position: 'denied' };
  expect(progressOf(tasksOf(ready))).toEqual({ done: 3, total: 3 });
  expect(states(ready)).toMatchObject({ camera: 'refused', position: 'refused' });
});

test('where the organisation keeps no places, none is spoken of', () => {
  expect(states({ position: null })).not.toHaveProperty('position');
});

test('an organisation without procedures leaves nothing to download', () => {
  expect(states({ readiness: 'nothing_published' })).toMatchObject({ downloaded: 'done' });
  expect(states({ readiness: 'missing' })).toMatchObject({ downloaded: 'open' });
});
