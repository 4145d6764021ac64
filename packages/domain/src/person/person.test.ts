import { describe, expect, test } from 'vitest';
import { userIdSchema } from '../ids.ts';
import type { Role } from '../permission/permissions.ts';
import {
  certificationState,
  emailSchema,
  invitationState,
  mayInvite,
  type PersonStatus,
  passwordProblem,
  readPreferences,
  refusedChange,
} from './index.ts';

const [ada, bob] = ['a', 'b'].map((letter) => userIdSchema.parse(`00000000-0000-7000-8000-00000000000${letter}`));
if (ada === undefined || bob === undefined) throw new Error('two people');
const admin = { user: ada, role: 'admin', status: 'active' } as const;
const after = (role: Role, status: PersonStatus) => ({ role, status });

describe('who may change whom', () => {
  test.each([
    ['the last admin is not demoted', { by: ada, before: admin, after: after('supervisor', 'active'), admins: [ada] }, 'last_admin'],
    ['the last admin is not suspended', { by: bob, before: admin, after: after('admin', 'suspended'), admins: [ada] }, 'last_admin'],
    [
      'one of two admins may be demoted, by themselves too',
      { by: ada, before: admin, after: after('technician', 'active'), admins: [ada, bob] },
      null,
    ],
    ['nobody suspends themselves', { by: ada, before: admin, after: after('admin', 'suspended'), admins: [ada, bob] }, 'yourself'],
    ['nobody takes themselves off', { by: ada, before: admin, after: after('admin', 'inactive'), admins: [ada, bob] }, 'yourself'],
    [
      'a suspended admin is not the last one',
      { by: bob, before: { ...admin, status: 'suspended' }, after: after('technician', 'suspended'), admins: [bob] },
      null,
    ],
    ['anybody may be let back in', { by: bob, before: { ...admin, status: 'inactive' }, after: after('admin', 'active'), admins: [bob] }, null],
  ] as const)('%s', (_, change, expected) => expect(refusedChange(change)).toBe(expected));

  test('supervisors invite technicians, admins anybody, technicians nobody', () => {
    const roles: readonly Role[] = ['technician', 'supervisor', 'admin'];
    expect(roles.map((inviter) => roles.filter((invited) => mayInvite(inviter, invited)))).toEqual([[], ['technician'], roles]);
  });
});

test('a link is open until its instant, and what ended it first is said', () => {
  const marks = { expiresAt: 1000, acceptedAt: null, revokedAt: null };
  expect([999, 1000].map((now) => invitationState(marks, now))).toEqual(['open', 'expired']);
  expect(invitationState({ ...marks, revokedAt: 5 }, 2000)).toBe('revoked');
  expect(invitationState({ ...marks, acceptedAt: 5 }, 2000)).toBe('used');
});

test.each([
  ['2027-01-01', '2026-11-02', 'ending'],
  ['2027-01-01', '2026-11-01', 'valid'],
  ['2027-01-01', '2027-01-01', 'ending'],
  ['2027-01-01', '2027-01-02', 'ended'],
  [null, '2099-01-01', 'valid'],
] as const)('a certification until %s is, on %s, %s', (expires, today, state) => {
  expect(certificationState({ expires }, today)).toBe(state);
});

test.each([
  [' Nadia.Roux@Soleil.TEST ', 'nadia.roux@soleil.test'],
  ['é@exemple.fr', 'é@exemple.fr'],
  ['a+b@x.co.uk', 'a+b@x.co.uk'],
])('%j is the e-mail %s', (given, stored) => expect(emailSchema.parse(given)).toBe(stored));

test.each(['', 'x', 'x@', '@x.y', 'x@y', 'x@y.', 'a@b@c.d', 'a b@c.de', 'a@b.c,d@e.f', '"a"@b.c', 'a@b.c\u0000', '<a@b.c>'])(
  '%j is no e-mail',
  (given) => {
    expect(emailSchema.safeParse(given).success).toBe(false);
  },
);

test('a password is judged alike on the form and on the server', () => {
  expect(passwordProblem('quatorze carac', [])).toBe('password_short');
  expect(passwordProblem('x'.repeat(129), [])).toBe('password_long');
  expect(passwordProblem('Les Garrigues 2026', ['Les Garrigues'])).toBe('password_common');
  expect(passwordProblem('quatre-chaines-au-soleil', ['Les Garrigues'])).toBeNull();
});

test('preferences of an older or a newer version fall back where they are not understood, and nothing else is lost', () => {
  expect(readPreferences({ theme: 'neon', textSize: 150, later: true }, 'fr')).toEqual({
    language: 'fr',
    theme: 'auto',
    textSize: 150,
    favourites: [],
  });
  for (const odd of [null, 'x', [], { textSize: '150' }])
    expect(readPreferences(odd, 'en')).toEqual({ language: 'en', theme: 'auto', textSize: 100, favourites: [] });
});
