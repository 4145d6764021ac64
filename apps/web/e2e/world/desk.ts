import { PASSWORD, type Server } from '@heliograph/tools/browser';
import type { Door, Input, Output } from '../../src/platform/rpc.ts';

export type Opened = Output<'execution.get'>;

/** Somebody who asks the server by its public contract, without any of our pages: what it says is the truth a journey is compared with. */
export interface Desk {
  ask<Path extends Door>(path: Path, input?: Input<Path>): Promise<Output<Path>>;
  /** Does something, as a person at a desk would. */
  tell<Path extends Door>(path: Path, input: Input<Path>): Promise<Output<Path>>;
  execution(id: string): Promise<Opened>;
  /** Ids of all operations of an execution, as often as the server holds them. */
  operationsOf(id: string): Promise<readonly string[]>;
  /** Bytes of a photo, `evidence`: as they left the phone. */
  photo(sha: string): Promise<Buffer>;
}

export async function openDesk({ origin }: Pick<Server, 'origin'>, email = 'supervisor@demo.test'): Promise<Desk> {
  const signedIn = await fetch(`${origin}/api/trpc/auth.signIn`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  if (!signedIn.ok) throw new Error(`${email} was not let in: ${signedIn.status} ${await signedIn.text()}`);
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');

  const ask: Desk['ask'] = async (path, input) => {
    const answer = await fetch(`${origin}/api/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input ?? null))}`, { headers: { cookie } });
    if (!answer.ok) throw new Error(`${path} was answered ${answer.status}: ${await answer.text()}`);
    return ((await answer.json()) as { result: { data: Output<typeof path> } }).result.data;
  };
  const tell: Desk['tell'] = async (path, input) => {
    const headers = { 'content-type': 'application/json', origin, cookie };
    const answer = await fetch(`${origin}/api/trpc/${path}`, { method: 'POST', headers, body: JSON.stringify(input) });
    if (!answer.ok) throw new Error(`${path} was answered ${answer.status}: ${await answer.text()}`);
    return ((await answer.json()) as { result: { data: Output<typeof path> } }).result.data;
  };
  // The server has read the id by its schema before.
  const execution = (id: string) => ask('execution.get', { id: id as Input<'execution.get'>['id'] });
  return {
    ask,
    tell,
    execution,
    operationsOf: async (id) => (await execution(id)).history.map(({ operation }) => operation.id),
    photo: async (sha) => {
      const answer = await fetch(`${origin}/api/photos/${sha}?as=evidence`, { headers: { cookie } });
      if (!answer.ok) throw new Error(`photo ${sha} was answered ${answer.status}`);
      return Buffer.from(await answer.arrayBuffer());
    },
  };
}
