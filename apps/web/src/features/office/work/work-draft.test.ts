import { siteIdSchema, userIdSchema } from '@heliograph/domain';
import { expect, test } from 'vitest';
import { emptyWork, isAsGiven, readWork } from './work-draft.ts';

const ID = '01890000-0000-7000-8000-000000000001';
const whole = { ...emptyWork('2026-06-01'), procedure: 'a'.repeat(64), site: siteIdSchema.parse(ID), people: [userIdSchema.parse(ID)] };

test('work needs a procedure, a site, somebody and a day', () => {
  expect(readWork(emptyWork(''))).toEqual({
    problems: { procedure: 'procedureNeeded', site: 'siteNeeded', people: 'peopleNeeded', day: 'dayNeeded' },
    input: null,
  });
});

test('what is left empty is not said', () => {
  expect(readWork(whole).input).toEqual({ procedure: 'a'.repeat(64), siteId: ID, personIds: [ID], day: '2026-06-01' });
  expect(readWork({ ...whole, note: ' Prendre la caméra ', alarm: 'F117', symptom: ' ' }).input).toMatchObject({
    ...{ note: 'Prendre la caméra', reported: { alarm: 'F117' } },
  });
});

test('work that is there already is told from what is wished now', () => {
  const { input } = readWork({ ...whole, note: 'Vite' });
  const given = { people: [{ id: ID }], day: '2026-06-01', note: 'Vite' };
  expect(
    input !== null &&
      [given, { ...given, note: null }, { ...given, day: '2026-06-02' }, { ...given, people: [] }].map((one) => isAsGiven(input, one)),
  ).toEqual([true, false, false, false]);
});
