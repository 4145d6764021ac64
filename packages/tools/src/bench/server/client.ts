import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { PASSWORD } from '../../browser/sign-in.ts';

export const TECHNICIAN = 'tech@demo.test';

/** Answers requests: the doors of an API in this process, or `fetch`. */
export type Send = (request: Request) => Promise<Response>;

/** A signed-in script. It knows what the public contract says, nothing else. */
export interface Client {
  readonly user: string;
  readonly organisation: string;
  readonly cookie: string;
  query<Answer>(procedure: string, input: unknown): Promise<Answer>;
  /** Begins what a phone says with this device identity. */
  phone(device: string): Exchange;
}

export interface Turn {
  /** Of the request as it goes over the air. */
  readonly gzipBytes: number;
  /** Of the answer's body. */
  readonly answerBytes: number;
  readonly ms: number;
  readonly answer: Ok;
}
/** Sends operations and takes the answer, remembering what a phone remembers between two exchanges. */
export type Exchange = (operations: readonly unknown[]) => Promise<Turn>;

interface Ok {
  readonly inc: string;
  readonly ack: unknown;
  readonly seen?: string;
  readonly cur?: string;
  readonly more?: boolean;
  readonly aside?: readonly unknown[];
  readonly refs?: readonly { readonly kind: string; readonly id: string }[];
}

export async function openClient(send: Send, origin: string, email = TECHNICIAN): Promise<Client> {
  const request = (path: string, init: RequestInit, headers: Record<string, string>) =>
    send(new Request(`${origin}/api/trpc/${path}`, { ...init, headers: { 'content-type': 'application/json', origin, ...headers } }));
  const signedIn = await request('auth.signIn', { method: 'POST', body: JSON.stringify({ email, password: PASSWORD }) }, {});
  const { user, organisation } = await dataOf<{ user: { id: string }; organisation: { id: string } }>(signedIn);
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';', 1)[0])
    .join('; ');
  return {
    user: user.id,
    organisation: organisation.id,
    cookie,
    query: async (procedure, input) => dataOf(await request(`${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`, {}, { cookie })),
    phone: (device) =>
      exchanger(device, user.id, (body) => request('sync.exchange', { method: 'POST', body }, { cookie, 'content-encoding': 'gzip' })),
  };
}

function exchanger(device: string, user: string, post: (body: Uint8Array<ArrayBuffer>) => Promise<Response>): Exchange {
  let memory: Partial<Ok> = {};
  return async (operations) => {
    const ops = operations.length === 0 ? {} : { ops: operations };
    const body = gzipSync(
      JSON.stringify({
        proto: 1,
        build: 'bench',
        user,
        dev: device,
        nonce: randomBytes(8).toString('hex'),
        ...memory,
        sent: Date.now(),
        want: 2000,
        ...ops,
      }),
    );
    const started = performance.now();
    const response = await post(body);
    const text = await response.clone().text();
    const ms = performance.now() - started;
    const answer = await dataOf<Ok & { kind: string }>(response);
    if (answer.kind !== 'ok' || (answer.aside ?? []).length > 0) throw new Error(`not all was applied: ${text.slice(0, 500)}`);
    const { inc, ack, seen = memory.seen, cur = memory.cur } = answer;
    memory = { inc, ack, ...(seen && { seen }), ...(cur && { cur }) };
    return { gzipBytes: body.length, answerBytes: Buffer.byteLength(text), ms, answer };
  };
}

async function dataOf<Data>(response: Response): Promise<Data> {
  if (!response.ok) throw new Error(`${response.url} was answered ${response.status}: ${(await response.text()).slice(0, 500)}`);
  return (await response.json()).result.data;
}
