import { expect, test } from 'vitest';
import { type Draft, problemsAt, problemsOf, setupOf, suggestedCode } from './draft.ts';

const whole: Draft = {
  ...{ code: '7K2M-QXRD-49TB', organisationName: 'Soleil d’Oc', language: 'fr', timeZone: 'Europe/Paris' },
  ...{ adminName: 'Marc Delaunay', email: 'marc@soleil.test', password: 'quatre-chaines-au-soleil' },
  ...{ siteName: 'Les Garrigues', siteCode: null, address: '', library: true },
};

test('a page that is filled in has no problem, and goes as the server takes it', () => {
  expect(problemsOf(whole)).toEqual({});
  expect(setupOf(whole)).toMatchObject({ site: { name: 'Les Garrigues', code: 'GAR' }, library: true });
  expect(setupOf({ ...whole, siteCode: 'G1', address: ' 4 rue du Lac ' }).site).toEqual({
    name: 'Les Garrigues',
    code: 'G1',
    address: '4 rue du Lac',
  });
});

test('each field says what is missing, all at once', () => {
  const empty: Draft = {
    ...whole,
    ...{ code: ' ', organisationName: '', timeZone: '+02:00', adminName: ' ', email: 'marc@', password: 'court', siteName: '' },
  };
  expect(Object.keys(problemsOf(empty))).toEqual(['code', 'organisationName', 'timeZone', 'adminName', 'email', 'password', 'siteName', 'siteCode']);
});

test('a password made of the names on this very page is refused', () => {
  expect(problemsOf({ ...whole, password: 'Les Garrigues 2026' })).toEqual({ password: 'password_common' });
});

test('what the server names finds its field; what the form does not have is passed over', () => {
  expect(problemsAt(['admin.email', 'site.code', 'site.lat'])).toEqual({ email: 'emailOdd', siteCode: 'siteCodeMissing' });
});

test.each([
  ['Les Garrigues', 'GAR'],
  ['Mérindol', 'MER'],
  ['Toiture École n° 4', 'TOI'],
  ['A3', 'A3'],
  ['', ''],
])('the site %s is marked %s until somebody types another mark', (name, code) => expect(suggestedCode(name)).toBe(code));
