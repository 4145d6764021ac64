import type { Env } from '@heliograph/api';

/** What somebody who has just started the server needs to know. */
export function greeting({ publicOrigin }: Pick<Env, 'publicOrigin'>, port: number): string {
  const address = publicOrigin ?? `http://localhost:${port}`;
  return ['', `  Heliograph is ready: ${address}`, `    field   ${address}/app`, `    office  ${address}/office`, '', ''].join('\n');
}
