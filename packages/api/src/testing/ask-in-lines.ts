import { ORIGIN, type TestServer } from './test-server.ts';

/** Asks a door that answers in lines, to its end. */
export async function askInLines({ handlers }: TestServer, path: string, { cookie, input }: { cookie?: string; input: unknown }): Promise<string> {
  const headers = {
    'trpc-accept': 'application/jsonl',
    'content-type': 'application/json',
    origin: ORIGIN,
    ...(cookie === undefined ? {} : { cookie }),
  };
  const batch = JSON.stringify({ 0: input });
  const [search, init] = path.endsWith('send') ? ['', { method: 'POST', body: batch }] : [`&input=${encodeURIComponent(batch)}`, {}];
  const answer = await handlers.trpc(new Request(`${ORIGIN}/api/trpc/${path}?batch=1${search}`, { ...init, headers }));
  return answer.text();
}
