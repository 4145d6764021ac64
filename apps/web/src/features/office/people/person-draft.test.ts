import { expect, test } from 'vitest';
import { certificationCount } from './certification-count.ts';
import { changedFields, type PersonDraft, problemsOf, wishOf } from './person-draft.ts';

const before: PersonDraft = {
  ...{ name: 'Nadia Roux', role: 'technician', language: 'fr' },
  certifications: [
    { code: 'BC', expires: null },
    { code: 'TH', expires: '2027-01-01' },
  ],
};

test('only what was changed is sent', () => {
  expect(wishOf(before, before)).toEqual({});
  expect(wishOf(before, { ...before, name: 'Nadia Roux ', role: 'supervisor' })).toEqual({ role: 'supervisor' });
  expect(wishOf(before, { ...before, certifications: [] })).toEqual({ certifications: [] });
});

test('the order of certifications is no change, a date is', () => {
  expect(changedFields(before, { ...before, certifications: before.certifications.toReversed() })).toEqual([]);
  expect(changedFields(before, { ...before, certifications: [{ code: 'BC', expires: '2030-01-01' }] })).toEqual(['certifications']);
});

test('a name and one code for each certification are asked for', () => {
  expect(problemsOf(before)).toEqual([]);
  expect(problemsOf({ ...before, name: ' ' })).toEqual(['nameMissing']);
  expect(problemsOf({ ...before, certifications: [{ code: '', expires: null }] })).toEqual(['codeMissing']);
  expect(problemsOf({ ...before, certifications: [...before.certifications, { code: 'BC', expires: null }] })).toEqual(['codeMissing']);
});

test('certifications are counted by where they stand today', () => {
  expect(certificationCount(before.certifications, '2026-12-01')).toEqual({ valid: 1, ending: 1, ended: 0 });
  expect(certificationCount(before.certifications, '2027-01-02')).toEqual({ valid: 1, ending: 0, ended: 1 });
});
