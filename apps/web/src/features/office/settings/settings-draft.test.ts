import { expect, test } from 'vitest';
import { changedFields, problemsOf, type SettingsDraft, wishOf } from './settings-draft.ts';

const before: SettingsDraft = {
  ...{ name: 'Soleil d’Oc', logo: null, languages: ['fr', 'en'], language: 'fr', timeZone: 'Europe/Paris' },
  ...{ placePolicy: 'distance', photoSide: 2048, photosWifiOnly: false, secondApproval: false, unsentAlarmHours: 24 },
};

test('only what was changed is sent, and the order of languages is no change', () => {
  expect(wishOf(before, { ...before, languages: ['en', 'fr'] })).toEqual({});
  expect(wishOf(before, { ...before, photosWifiOnly: true, logo: 'data:image/png;base64,AA==' })).toEqual({
    photosWifiOnly: true,
    logo: 'data:image/png;base64,AA==',
  });
  expect(changedFields(before, { ...before, name: 'Soleil d’Oc ' })).toEqual([]);
});

test('an organisation keeps a name, a language it offers, and a time zone that exists', () => {
  expect(problemsOf(before)).toEqual({});
  expect(problemsOf({ ...before, name: ' ', languages: ['en'], timeZone: 'Mars', photoSide: 100 })).toEqual({
    name: 'nameMissing',
    language: 'languageOdd',
    timeZone: 'timeZoneOdd',
    photoSide: 'photoSideOdd',
  });
  expect(problemsOf({ ...before, languages: [] })).toEqual({ languages: 'languagesMissing' });
});
