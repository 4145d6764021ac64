import type { Server } from '@heliograph/api';

interface Account {
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly organisation: string;
}

interface Reached {
  /** Addresses by which people reach the server, the best first. */
  readonly addresses: readonly [string, ...string[]];
  /** Where phones get the certificate of the server's own authority; null where they need none. */
  readonly authority: { readonly url: string; readonly fingerprint: string } | null;
}

/**
 * What somebody who has just started the server needs to know: where it is, how to begin where nobody has, and whom they can sign in as where it
 * was filled with the demonstration.
 */
export async function greeting(
  { addresses: [address, ...others], authority }: Reached,
  { handlers, setupCode }: Pick<Server, 'handlers' | 'setupCode'>,
): Promise<string> {
  const code = await setupCode();
  // Asked at the door like any caller: the pages are told the same.
  const answer = await handlers.trpc(new Request('http://localhost/api/trpc/auth.welcome'));
  const { result }: { result: { data: { demo: null | { password: string; accounts: readonly Account[] } } } } = await answer.json();
  const { demo } = result.data;
  const accounts = demo?.accounts.map(({ email, name, role, organisation }) => `    ${email.padEnd(22)} ${role.padEnd(11)} ${name}, ${organisation}`);
  return [
    '',
    `  Heliograph is ready: ${address}`,
    `    field   ${address}/app`,
    `    office  ${address}/office`,
    ...others.map((other) => `    also    ${other}`),
    ...(authority === null
      ? []
      : ['', `  Phones trust this server once they have its certificate: ${authority.url}`, `    SHA-256 ${authority.fingerprint}`]),
    ...(code === null ? [] : ['', `  Nobody has begun here yet. Open ${address}/office and enter this code: ${code}`]),
    ...(demo === null || accounts === undefined ? [] : ['', `  Demonstration accounts, password ${demo.password}`, ...accounts]),
    '',
    '',
  ].join('\n');
}
