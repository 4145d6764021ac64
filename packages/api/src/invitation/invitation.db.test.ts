import { listActs, withOrg } from '@heliograph/db';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newcomer, PASSWORD, type TestServer, testServer, tokenOf } from '../testing/index.ts';

const HOUR = 3_600_000;
let server: TestServer;
let admin: string;
let supervisor: string;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());
// The clock moves between tests, so sessions of desks end.
const refresh = async () => {
  admin = await server.signIn(server.own.people.admin);
  supervisor = await server.signIn(server.own.people.supervisor);
};
beforeAll(refresh);

const ask = (path: string, input: unknown, cookie?: string) =>
  server.call(path, { method: 'POST', input, ...(cookie === undefined ? {} : { cookie }) });
let n = 0;
const who = (more: object = {}) => ({ email: `invited${++n}@i.test`, name: 'Nadia Roux', role: 'technician', language: 'fr', ...more });
const invite = (more: object = {}, cookie = admin) => ask('person.invite', who(more), cookie);
const accept = (token: string, more: object = {}, cookie?: string) => ask('invitation.accept', { token, password: PASSWORD, ...more }, cookie);

test('a supervisor shows a link; the technician looks at it, chooses a password, and is in', async () => {
  const { data } = await invite({ email: ' Nadia@Soleil.TEST ' }, supervisor);
  expect(data).toMatchObject({ kind: 'join', email: 'nadia@soleil.test', role: 'technician', mail: 'off' });
  expect(data.link).toMatch(/^http:\/\/localhost:3000\/app\/invitation#[\w-]{43}$/);
  const token = tokenOf(data.link);
  const look = await ask('invitation.look', { token });
  expect(look.data).toMatchObject({ kind: 'join', state: 'open', email: 'nadia@soleil.test', organisation: { id: server.own.org } });
  const { data: accepted } = await accept(token, { name: 'Nadia R.' });
  expect(accepted).toEqual({ kind: 'join', email: 'nadia@soleil.test', organisation: server.own.org });
  const signedIn = await ask('auth.signIn', { email: 'NADIA@soleil.test', password: PASSWORD });
  expect(signedIn.data).toMatchObject({ role: 'technician', user: { name: 'Nadia R.', language: 'fr' } });
});

test('a link is used once: the second use, a revoked and a late one are said in different words', async () => {
  const token = tokenOf((await invite()).data.link);
  expect((await accept(token)).status).toBe(200);
  expect((await accept(token)).error).toMatchObject({ code: 'CONFLICT', details: { reason: 'link_used' } });
  const revoked = (await invite()).data;
  expect((await ask('invitation.revoke', { id: revoked.id }, supervisor)).data).toMatchObject({ state: 'revoked' });
  expect((await accept(tokenOf(revoked.link))).error?.details).toEqual({ reason: 'link_revoked' });
  expect((await ask('invitation.revoke', { id: revoked.id }, admin)).error?.details).toEqual({ reason: 'link_revoked' });
  const late = tokenOf((await invite()).data.link);
  server.pass(73 * HOUR);
  await refresh();
  expect((await accept(late)).error?.details).toEqual({ reason: 'link_expired' });
  expect((await ask('invitation.look', { token: late })).data.state).toBe('expired');
  expect((await accept('a'.repeat(43))).error).toMatchObject({ code: 'NOT_FOUND' });
});

test('inviting again gives a new link, and the old one stops working', async () => {
  const first = (await invite({ email: 'twice@i.test' })).data;
  const second = (await invite({ email: 'TWICE@i.test' })).data;
  expect((await accept(tokenOf(first.link))).error?.details).toEqual({ reason: 'link_revoked' });
  expect((await accept(tokenOf(second.link))).status).toBe(200);
  expect((await invite({ email: 'Twice@i.test' })).error).toMatchObject({ code: 'CONFLICT', details: { reason: 'member', status: 'active' } });
});

test('a link opened where somebody else is signed in is refused, and stays good for the one it is for', async () => {
  const token = tokenOf((await invite()).data.link);
  const colleague = await server.signIn(server.own.people.technician);
  expect((await accept(token, {}, colleague)).error).toMatchObject({ code: 'CONFLICT', details: { reason: 'signed_in_as_other' } });
  expect((await accept(token)).status).toBe(200);
});

test('inviting somebody whom another organisation has answers as for anybody; only their own password brings them in', async () => {
  const { email, user } = server.other.people.technician;
  const [known, unknown] = [(await invite({ email: email.toUpperCase() })).data, (await invite()).data];
  expect(Object.keys(known)).toEqual(Object.keys(unknown));
  const token = tokenOf(known.link);
  const looks = [await ask('invitation.look', { token }), await ask('invitation.look', { token: tokenOf(unknown.link) })];
  expect(Object.keys(looks[0]?.data)).toEqual(Object.keys(looks[1]?.data));
  for (const { text } of looks) expect(text).not.toContain(server.other.canary);
  expect((await accept(token, { password: 'un mot de passe bien à moi' })).error).toMatchObject({
    code: 'SIGNED_OUT',
    details: { reason: 'credentials' },
  });
  expect((await accept(token)).status).toBe(200);
  const { data } = await ask('auth.signIn', { email, password: PASSWORD, organisation: server.own.org });
  expect(data).toMatchObject({ id: user, role: 'technician', organisation: { id: server.own.org } });
});

test('supervisors invite technicians, admins anybody; a supervisor cannot take back an admin’s invitation', async () => {
  expect((await invite({ role: 'admin' }, supervisor)).error).toMatchObject({ code: 'NOT_ALLOWED', details: { reason: 'role' } });
  const { data } = await invite({ role: 'supervisor' });
  expect((await ask('invitation.revoke', { id: data.id }, supervisor)).error?.details).toEqual({ reason: 'role' });
});

test('a weak password is refused with its reason and the link stays good', async () => {
  const token = tokenOf((await invite()).data.link);
  expect((await accept(token, { password: 'court' })).error?.details).toMatchObject({ reason: 'password_short', min: 15 });
  expect((await accept(token, { password: 'Nadia Roux Nadia Roux' })).error?.details).toMatchObject({ reason: 'password_common' });
  expect((await accept(token)).status).toBe(200);
});

test.each(['no-at-sign', 'a@b', 'a b@c.test', 'a@b.test,c@d.test', `${'x'.repeat(250)}@y.test`, 'a@b.test\u0000'])(
  '%s is no e-mail to invite',
  async (email) => {
    expect((await invite({ email })).error?.code).toBe('INVALID');
  },
);

test('a reset gives one new password, ends every session, and lasts an hour', async () => {
  const person = await newcomer(server, server.own, 'technician');
  const { data } = await ask('person.reset', { id: person.user }, admin);
  const password = 'une toute nouvelle phrase';
  expect((await accept(tokenOf(data.link), { password })).status).toBe(200);
  expect((await server.call('auth.me', { cookie: person.cookie })).status).toBe(403);
  expect((await ask('auth.signIn', { email: person.email, password: PASSWORD })).status).toBe(401);
  expect((await ask('auth.signIn', { email: person.email, password })).status).toBe(200);
  const again = (await ask('person.reset', { id: person.user }, admin)).data;
  server.pass(HOUR + 1000);
  await refresh();
  expect((await accept(tokenOf(again.link))).error?.details).toEqual({ reason: 'link_expired' });
});

test('an open reset link dies with a suspension', async () => {
  const person = await newcomer(server, server.own, 'technician');
  const { data } = await ask('person.reset', { id: person.user }, admin);
  await ask('person.suspend', { id: person.user }, admin);
  expect((await accept(tokenOf(data.link))).error?.details).toEqual({ reason: 'link_revoked' });
  expect((await ask('person.reset', { id: person.user }, admin)).error?.details).toMatchObject({ reason: 'not_active' });
});

test('an e-mail moves once its owner confirms it with the password; one that is known elsewhere is told to nobody but them', async () => {
  const person = await newcomer(server, server.own, 'technician');
  const { revision } = (await server.call('person.get', { cookie: admin, input: { id: person.user } })).data.person;
  const move = (email: string) => ask('person.changeEmail', { id: person.user, revision, email }, admin);
  const [free, taken] = [(await move('moved@i.test')).data, (await move(server.other.people.admin.email)).data];
  expect(Object.keys(free)).toEqual(Object.keys(taken));
  expect((await accept(tokenOf(free.link))).error?.details).toEqual({ reason: 'link_revoked' });
  expect((await accept(tokenOf(taken.link))).error?.details).toEqual({ reason: 'email_taken' });
  const third = (await move('moved@i.test')).data;
  expect((await accept(tokenOf(third.link), { password: 'pas le bon mot de passe' })).error?.code).toBe('SIGNED_OUT');
  expect((await accept(tokenOf(third.link))).status).toBe(200);
  expect((await ask('auth.signIn', { email: 'moved@i.test', password: PASSWORD })).status).toBe(200);
  expect((await ask('auth.signIn', { email: person.email, password: PASSWORD })).status).toBe(401);
});

test('nobody’s mailbox is flooded: the sixth link in an hour makes the seventh wait', async () => {
  for (let k = 0; k < 6; k++) expect((await invite({ email: 'flood@i.test' })).status).toBe(200);
  expect((await invite({ email: 'flood@i.test' })).error).toMatchObject({ code: 'TOO_MANY' });
});

test('invitations are listed newest first, open ones by default, and hold no secret', async () => {
  const made = (await invite()).data;
  const { data, text } = await server.call('invitation.list', { cookie: admin, input: { limit: 1 } });
  expect(data.items).toMatchObject([{ id: made.id, state: 'open', createdBy: { id: server.own.people.admin.user } }]);
  expect(data.nextCursor).not.toBeNull();
  expect(text).not.toContain(tokenOf(made.link));
  const all = await server.call('invitation.list', { cookie: admin, input: { open: false, limit: 100 } });
  expect(new Set(all.data.items.map(({ state }: { state: string }) => state))).toEqual(new Set(['open', 'used', 'revoked', 'expired']));
});

test('no secret of a link reaches the log or the record of acts', async () => {
  const token = tokenOf((await invite()).data.link);
  await ask('invitation.look', { token });
  await accept(token);
  expect(server.lines.join('\n')).not.toContain(token);
  const acts = await withOrg(server.deps.db, server.own, (tx) => listActs(tx, { limit: 100 }));
  expect(JSON.stringify(acts)).not.toContain(token);
});
