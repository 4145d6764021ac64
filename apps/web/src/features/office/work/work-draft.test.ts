import { siteIdSchema, userIdSchema } from '@heliograph/domain';
import { expect, test } from 'vitest';
import { emptyWork, nextOf, readAgain, readWork } from './work-draft.ts';

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

test('work that is there already is left, changed, or taken back and given anew, by what is wished now', () => {
  const { input } = readWork({ ...whole, note: 'Vite', alarm: 'F117' });
  const given = {
    ...{ status: 'planned', procedure: { hash: whole.procedure }, site: { id: ID }, asset: null },
    ...{ people: [{ id: ID }], day: '2026-06-01', note: 'Vite', reported: { alarm: 'F117' } },
  };
  const next = (there: Partial<Parameters<typeof nextOf>[1]>) => input && nextOf(input, { ...given, ...there });
  expect(next({})).toBe('done');
  expect([{ note: null }, { day: '2026-06-02' }, { people: [] }, { reported: null }, { reported: { alarm: 'F118' } }].map(next)).toEqual(
    Array(5).fill('change'),
  );
  expect([{ procedure: { hash: 'b'.repeat(64) } }, { site: { id: 'other' } }, { asset: { id: ID } }].map(next)).toEqual(Array(3).fill('withdraw'));
  expect(next({ status: 'cancelled', day: '2026-06-02' })).toBe('anew');
});

test('work whose id came from the address is never changed or taken back, whatever stands there', () => {
  const { input } = readWork(whole);
  const given = {
    ...{ status: 'in_progress', procedure: { hash: 'b'.repeat(64) }, site: { id: 'other' }, asset: null },
    ...{ people: [], day: '2026-06-02', note: null, reported: null },
  };
  expect(input && ['in_progress', 'cancelled'].map((status) => nextOf(input, { ...given, status }, true))).toEqual(['done', 'done']);
});

test('work given again is filled in as far as a waiting record says what it was, and nothing without its id', () => {
  const said = { work: ID, person: ID, procedure: 'a'.repeat(64), site: ID };
  expect(readAgain(said)).toEqual({ work: ID, draft: { people: [ID], procedure: 'a'.repeat(64), site: ID } });
  const nothing = { people: [], procedure: '', site: '' };
  expect(readAgain({ ...said, person: '?', procedure: 'x', site: '1' })).toEqual({ work: ID, draft: nothing });
  expect(readAgain({ ...said, work: '' })).toEqual({ work: null, draft: nothing });
});
