import { expect, test } from 'vitest';
import { isDone, standings } from './onboarding.ts';

test('a new organisation sees what is there, what waits for an answer, and what is left', () => {
  expect(standings({ sites: 1, technicians: 0, invited: 1, begun: 0 })).toEqual({ site: 'done', technician: 'waiting', record: 'todo' });
  expect(standings({ sites: 0, technicians: 0, invited: 0, begun: 0 })).toEqual({ site: 'todo', technician: 'todo', record: 'todo' });
});

test('the card is gone once all of it is there, and not before', () => {
  const all = { sites: 2, technicians: 3, invited: 0, begun: 1 };
  expect(isDone(standings(all))).toBe(true);
  for (const goal of ['sites', 'technicians', 'begun'] as const) expect(isDone(standings({ ...all, [goal]: 0 }))).toBe(false);
});
