import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { ORIGIN } from '@heliograph/api/testing';
import type { Doors } from './backend.ts';
import { outside } from './browser.ts';
import { drawTrouble, type Trouble, type Weather, type World } from './weather.ts';

/** What a server really answered, before anything befell it. */
export interface Answered {
  readonly path: string;
  readonly method: string;
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Everything between the phones and the servers. */
export interface Net {
  /** Servers on one database; each call goes to any of them. */
  readonly instances: readonly Doors[];
  weather: Weather;
  readonly afloat: Set<Promise<unknown>>;
  /** Told of every answer that leaves a server, also of those that nobody receives. */
  witness(terminal: Terminal, answered: Answered): void;
  met(what: Trouble | 'offline' | 'too_large'): void;
}

/** One phone's end of the link. */
export interface Terminal {
  readonly world: World;
  readonly org: string;
  /** The browser's one cookie, whoever it stands for. */
  cookie: string | null;
  isOffline: boolean;
  /** What befalls the next calls of these methods, in this order, whatever the weather. */
  readonly due: Due[];
}

export interface Due {
  readonly method: 'POST' | 'PATCH';
  readonly trouble: Trouble;
}

interface Call {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer> | null;
  /** As the browser's jar held it when the call was made. */
  readonly cookie: string | null;
}

const html = (status: number, text: string, headers = {}) =>
  new Response(`<!doctype html><title>${text}</title>`, { status, headers: { 'content-type': 'text/html', ...headers } });
const lost = () => new TypeError('Failed to fetch');
const never = <T>() => new Promise<T>(() => undefined);

/**
 * The `fetch` of one page: a browser that adds its cookie and origin, a link with its troubles, and the real handlers behind it.
 * @param isAlive whether the page still is; what comes for a dead one is never heard of
 */
export function openWire(net: Net, terminal: Terminal, isAlive: () => boolean): typeof fetch {
  const state: { last: Answered | null } = { last: null };
  return async (input, init) => {
    const request = new Request(input, init);
    const { url, method, headers } = request;
    const hasBody = method !== 'GET' && method !== 'HEAD';
    const { cookie } = terminal;
    const call = { url, method, headers, cookie, body: hasBody ? new Uint8Array(await request.arrayBuffer()) : null };
    try {
      return await Promise.race([travel({ net, terminal, state }, call), given(init?.signal)]);
    } finally {
      if (!isAlive()) await never();
    }
  };
}

/** The page gives a request up. */
const given = (signal: AbortSignal | null | undefined): Promise<never> =>
  new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));

interface Link {
  readonly net: Net;
  readonly terminal: Terminal;
  readonly state: { last: Answered | null };
}

async function travel(link: Link, call: Call): Promise<Response> {
  const { net, terminal, state } = link;
  const { weather } = net;
  const trouble = takeDue(terminal, call) ?? drawTrouble(terminal.world, weather);
  const way = () => terminal.world.below(weather.latency + 1);
  const [out, back, late] = [way(), way(), 8 * way()];
  if (terminal.isOffline) net.met('offline');
  if (terminal.isOffline) throw lost();
  await sleep(out);
  const instead = operationsIn(call) > weather.largestBatch ? 'too_large' : trouble;
  const onTheWay = instead === null ? null : turnedBack(link, instead);
  if (onTheWay !== null) return onTheWay;
  if (trouble === 'sent_twice')
    void keepAfloat(
      net,
      sleep(late).then(() => deliver(link, call)),
    ).catch(() => undefined);
  // The connection breaks once the server has done its work, and the browser sends the request again by itself.
  if (trouble === 'sent_again') await keepAfloat(net, deliver(link, call));
  const answered = await keepAfloat(net, deliver(link, call));
  if (answered.status === 200 && answered.method === 'POST') state.last = answered;
  await sleep(back);
  if (trouble !== null) net.met(trouble);
  return received(answered, trouble);
}

function takeDue({ due, isOffline }: Terminal, { method }: Call): Trouble | undefined {
  return isOffline || due[0]?.method !== method ? undefined : due.shift()?.trouble;
}

/** What becomes of a call that reaches no server; null where it does. */
function turnedBack({ net, terminal, state }: Link, trouble: Trouble | 'too_large'): Promise<Response> | null {
  const answer = async (): Promise<Response> => {
    net.met(trouble);
    switch (trouble) {
      case 'black_hole':
        return never();
      case 'too_large':
        return html(413, 'Request Entity Too Large');
      case 'captive_portal':
        return html(200, 'Bienvenue au café');
      case 'hotspot_401':
        return html(401, 'Sign in to the hotspot');
      case 'bad_gateway':
        return html(502, 'Bad Gateway', terminal.world.chance(0.3) ? { 'retry-after': '1' } : {});
      case 'replayed_answer':
        return state.last === null ? html(502, 'Bad Gateway') : plain(state.last);
      default:
        throw lost();
    }
  };
  return AFTERWARDS.has(trouble) ? null : answer();
}

/** These befall the answer: the server has done its work. */
const AFTERWARDS: ReadonlySet<Trouble | 'too_large'> = new Set([
  'sent_twice',
  'sent_again',
  'lost_answer',
  'gateway_timeout',
  'cut_answer',
  'short_answer',
]);

function received(answered: Answered, trouble: Trouble | null): Response {
  const isEmpty = answered.bytes.length === 0;
  if (trouble === 'lost_answer') throw lost();
  if (trouble === 'gateway_timeout') return html(504, 'Gateway Timeout');
  if (isEmpty || (trouble !== 'cut_answer' && trouble !== 'short_answer')) return plain(answered);
  return halved(answered, trouble === 'cut_answer');
}

/** Whatever becomes of the page that asked, a server finishes what it has begun. */
function keepAfloat<T>({ afloat }: Net, work: Promise<T>): Promise<T> {
  const tracked = work.finally(() => afloat.delete(tracked));
  tracked.catch(() => undefined);
  afloat.add(tracked);
  return tracked;
}

/** Resolves when nothing is on its way to a server, or being worked on by one. */
export async function ashore({ afloat }: Net): Promise<void> {
  while (afloat.size > 0) await Promise.allSettled([...afloat]);
}

function operationsIn({ url, headers, body }: Call): number {
  if (!url.endsWith('/sync.exchange') || body === null) return 0;
  const text = headers.get('content-encoding') === 'gzip' ? gunzipSync(body) : body;
  const request: { ops?: unknown[] } = JSON.parse(new TextDecoder().decode(text));
  return request.ops?.length ?? 0;
}

/** Hands the call to one of the servers, as a connection would: outside of everything that is the phone's. */
async function deliver({ net, terminal }: Link, { url, method, headers: sent, body, cookie }: Call): Promise<Answered> {
  const headers = new Headers(sent);
  headers.set('origin', ORIGIN);
  if (cookie !== null) headers.set('cookie', cookie);
  const path = new URL(url).pathname;
  const { photo, trpc } = terminal.world.pick(net.instances);
  const handle = path.startsWith('/api/photos/') ? photo : trpc;
  const response = await outside(() => handle(new Request(url, { method, headers, body })));
  // No server sends a body after a HEAD, whatever its handler says.
  const content = method === 'HEAD' ? new ArrayBuffer(0) : await response.arrayBuffer();
  const answered = { path, method, status: response.status, headers: response.headers, bytes: new Uint8Array(content) };
  net.witness(terminal, answered);
  return answered;
}

const plain = ({ status, headers, bytes }: Answered) => new Response(bytes.length === 0 ? null : bytes, { status, headers });

/** The connection breaks in the middle, or worse, ends as if that had been all. */
function halved({ status, headers, bytes }: Answered, isBroken: boolean): Response {
  const half = bytes.slice(0, bytes.length >> 1);
  let isSent = false;
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: (controller) => {
      if (!isSent) controller.enqueue(half);
      else if (isBroken) controller.error(new TypeError('terminated'));
      else controller.close();
      isSent = true;
    },
  });
  return new Response(body, { status, headers });
}
