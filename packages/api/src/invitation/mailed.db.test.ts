import { insertMember, withOrg } from '@heliograph/db';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Letter } from '../mail/mail.ts';
import { PASSWORD, type TestServer, testServer, tokenOf } from '../testing/index.ts';

const letters: Letter[] = [];
let isReached = true;
let server: TestServer;
let admin: string;
beforeAll(async () => {
  const send = async (letter: Letter) => {
    letters.push(letter);
    return isReached ? ('sent' as const) : ('failed' as const);
  };
  server = await testServer({ replace: { mail: { isOn: true, send }, reach: ['https://h.test'] } });
  admin = await server.signIn(server.own.people.admin);
});
afterAll(() => server.close());

const ask = (path: string, input: unknown, cookie?: string) =>
  server.call(path, { method: 'POST', input, ...(cookie === undefined ? {} : { cookie }) });
const invite = (email: string) => ask('person.invite', { email, name: 'Owen', role: 'technician', language: 'en' }, admin);
const linkIn = (letter: Letter | undefined) => /https:\/\/\S+/.exec(letter?.text ?? '')?.[0] ?? '';

test('an invitation is mailed in its reader’s language with the very link that is shown', async () => {
  const { data } = await invite('owen@i.test');
  expect(data).toMatchObject({ mail: 'sent', link: expect.stringMatching(/^https:\/\/h\.test\/app\/invitation#/) });
  expect(letters.at(-1)).toMatchObject({ to: 'owen@i.test', subject: expect.stringContaining('invites you') });
  expect(linkIn(letters.at(-1))).toBe(data.link);
});

test('a mail server that cannot be reached is said, and the link on the screen works all the same', async () => {
  isReached = false;
  const { data } = await invite('unreached@i.test');
  isReached = true;
  expect(data.mail).toBe('failed');
  expect((await ask('invitation.accept', { token: tokenOf(data.link), password: PASSWORD })).status).toBe(200);
});

test('of an account that another organisation has too, the link to a new password goes to its mailbox and is shown to nobody', async () => {
  const { user, email } = server.own.people.technician;
  await withOrg(server.deps.db, server.other, (tx) => insertMember(tx, { user, name: 'Prêté', role: 'admin' }));
  const { data, text } = await ask('person.reset', { id: user }, admin);
  expect(data).toMatchObject({ link: null, path: null, mail: 'sent' });
  const token = tokenOf(linkIn(letters.at(-1)));
  expect(letters.at(-1)?.to).toBe(email);
  expect(text).not.toContain(token);
  expect((await ask('invitation.accept', { token, password: 'une toute nouvelle phrase' })).status).toBe(200);
});

test('a link that was shown is worth nothing once its account came to be used elsewhere', async () => {
  const { user } = server.own.people.supervisor;
  const { data } = await ask('person.reset', { id: user }, admin);
  await withOrg(server.deps.db, server.other, (tx) => insertMember(tx, { user, name: 'Prêtée', role: 'admin' }));
  expect((await ask('invitation.accept', { token: tokenOf(data.link), password: 'une toute nouvelle phrase' })).error?.details).toEqual({
    reason: 'link_revoked',
  });
});
