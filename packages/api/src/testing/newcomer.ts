import type { Role } from '@heliograph/domain';
import { userIdSchema } from '@heliograph/domain';
import { PASSWORD, type TestOrganisation, type TestPerson, type TestServer } from './test-server.ts';

let count = 0;

/** Somebody who was invited and has come in by their link, signed in on a phone. */
export async function newcomer(server: TestServer, { people }: TestOrganisation, role: Role): Promise<TestPerson & { cookie: string }> {
  const admin = await server.signIn(people.admin, 'desktop');
  const email = `newcomer${++count}@newcomers.test`;
  const invited = await server.call('person.invite', {
    method: 'POST',
    cookie: admin,
    input: { email, name: `Nouvelle ${count}`, role, language: 'fr' },
  });
  const input = { token: tokenOf(invited.data.link), password: PASSWORD };
  await server.call('invitation.accept', { method: 'POST', input });
  const cookie = await server.signIn({ user: people.admin.user, email, role });
  const me = await server.call('auth.me', { cookie });
  return { user: userIdSchema.parse(me.data.id), email, role, cookie };
}

/** The secret of a link, behind its `#`. */
export const tokenOf = (link: string): string => link.split('#')[1] ?? '';
