import { expect, test } from 'vitest';
import { isTimeZone, logoSchema, slugOf, speaksItsLanguage } from './organisation.ts';

test.each(['Europe/Paris', 'UTC', 'America/Argentina/Buenos_Aires', 'Asia/Kolkata'])('%s is a time zone', (name) =>
  expect(isTimeZone(name)).toBe(true),
);
test.each(['', '+02:00', 'Mars/Olympus', 'Europe/Montpellier', '../../etc'])('%j is none', (name) => expect(isTimeZone(name)).toBe(false));

test.each([
  ['Soleil d’Oc Maintenance', 'soleil-d-oc-maintenance'],
  ['  Énergie & Fils  ', 'energie-fils'],
  ['太陽光', 'organisation'],
  ['a'.repeat(99), 'a'.repeat(48)],
])('%s is addressed as %s', (name, slug) => expect(slugOf(name)).toBe(slug));

test('an organisation’s own language is one that it offers', () => {
  expect(speaksItsLanguage({ language: 'fr', languages: ['fr', 'en'] })).toBe(true);
  expect(speaksItsLanguage({ language: 'fr', languages: ['en'] })).toBe(false);
});

test.each([
  'data:image/svg+xml;base64,AAAA',
  'https://x.test/logo.png',
  'data:image/png;base64,',
  'data:image/png;base64,<script>',
  `data:image/png;base64,${'A'.repeat(240_000)}`,
])('no logo: %.40s', (given) => expect(logoSchema.safeParse(given).success).toBe(false));
