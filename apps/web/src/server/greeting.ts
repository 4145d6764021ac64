import type { Env, Handlers } from '@heliograph/api';

interface Account {
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly organisation: string;
}

/** What somebody who has just started the server needs to know: where it is, and whom they can sign in as where it was filled with the demonstration. */
export async function greeting({ publicOrigin }: Pick<Env, 'publicOrigin'>, port: number, { trpc }: Pick<Handlers, 'trpc'>): Promise<string> {
  const address = publicOrigin ?? `http://localhost:${port}`;
  // Asked at the door like any caller: the pages are told the same.
  const answer = await trpc(new Request('http://localhost/api/trpc/auth.welcome'));
  const { result }: { result: { data: { demo: null | { password: string; accounts: readonly Account[] } } } } = await answer.json();
  const { demo } = result.data;
  const accounts = demo?.accounts.map(({ email, name, role, organisation }) => `    ${email.padEnd(22)} ${role.padEnd(11)} ${name}, ${organisation}`);
  return [
    '',
    `  Heliograph is ready: ${address}`,
    `    field   ${address}/app`,
    `    office  ${address}/office`,
    ...(demo === null || accounts === undefined ? [] : ['', `  Demonstration accounts, password ${demo.password}`, ...accounts]),
    '',
    '',
  ].join('\n');
}
